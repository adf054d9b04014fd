/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.BackgroundThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the whole audit in the background, on one node at a time, page by page: each page is a transaction of its own, so that neither
 * memory nor the database's undo log grows with the audit.
 */
public class Verifications implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final int PAGE = 1_000;
    private static final long WINDOW = 50_000;
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final AuditSealer sealer;
    private final SealStore seals;
    private final VerificationStore store;
    private final AuditLog audit;
    private final Transactions transactions;
    private final BackgroundThreads background;
    private final Clock clock;
    private volatile boolean closed;

    public Verifications(
            AuditSealer sealer,
            SessionFactory sessions,
            AuditLog audit,
            Transactions transactions,
            BackgroundThreads background,
            Clock clock) {
        this.sealer = sealer;
        this.seals = new SealStore(sessions);
        this.store = new VerificationStore(sessions);
        this.audit = audit;
        this.transactions = transactions;
        this.background = background;
        this.clock = clock;
    }

    /** Why this node can't judge the chain, in words for an administrator. */
    Optional<String> obstacle() {
        return sealer.behind();
    }

    /**
     * Begins one, or tells of the one that is under way.
     *
     * @throws VerificationUnderWayException where it was to be held against a head, and the one under way is not
     */
    Verification start(SealTerms terms, Optional<Actor> requester, Optional<AuditHead> against) {
        Begun begun = transactions.aloneAndAgainIfInterrupted(() -> begin(terms.ring(), requester, against));
        if (begun.isNew()) {
            runInBackground(
                    new Job(begun.verification().getId(), terms.ring(), requester, new ChainVerifier(terms, against)));
        } else if (against.isPresent()) {
            throw new VerificationUnderWayException();
        }
        return begun.verification();
    }

    private record Begun(Verification verification, boolean isNew) {}

    private record Job(Long id, KeyRing ring, Optional<Actor> requester, ChainVerifier verifier) {}

    private Begun begin(KeyRing ring, Optional<Actor> requester, Optional<AuditHead> against) {
        seals.lock(SealStore.Lock.VERIFYING);
        Instant now = now();
        Optional<Verification> underWay = store.underWay(now, ring);
        if (underWay.isPresent()) {
            return new Begun(underWay.get(), false);
        }
        store.running().forEach(left -> giveUp(left, now, ring));
        long total = seals.last().map(Seal::seq).orElse(0L);
        return new Begun(store.add(new Verification(requester, against, total, now), ring), true);
    }

    private static void giveUp(Verification left, Instant now, KeyRing ring) {
        boolean isOurs = left.isSignedWith(ring);
        left.fail("Its server stopped before it was done.", now);
        if (isOurs) {
            left.sign(ring);
        }
    }

    private void runInBackground(Job job) {
        try {
            background.run(() -> verifyAndTell(job));
        } catch (RuntimeException notNow) {
            fail(job, "The server was starting or stopping.");
            throw notNow;
        }
    }

    private void verifyAndTell(Job job) {
        try {
            Pulse pulse = new Pulse(job);
            sealWhatIsDue(pulse);
            if (obstacle().isPresent()) {
                fail(job, obstacle().get());
                return;
            }
            verify(job.verifier(), pulse);
            conclude(job, job.verifier().verdict(now()));
        } catch (StoppedException stopped) {
            fail(job, "The module was stopped before it was done.");
        } catch (RuntimeException broke) {
            LOG.error("event=verification_failed The audit could not be verified", broke);
            fail(job, "Something broke here; the log says what.");
        }
    }

    /** So that what was only just added, or waited for a key, is not held to be without a seal for too long. */
    private void sealWhatIsDue(Pulse pulse) {
        try {
            sealer.run(() -> {
                pulse.beat(0);
                return closed;
            });
        } catch (StoppedException stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            LOG.error("event=sealing_stopped The audit could not be sealed before it was verified", e);
        }
    }

    private void verify(ChainVerifier verifier, Pulse pulse) {
        List<SealedRow> page;
        Optional<Seal> last = Optional.empty();
        do {
            Optional<Seal> before = last;
            page = transactions.alone(() -> seals.after(before, PAGE));
            page.forEach(verifier::next);
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1).seal());
            pulse.beat(verifier.rows());
        } while (!page.isEmpty() && !verifier.isBroken());
        lookForUnsealed(verifier, last.map(Seal::seq).orElse(0L), pulse);
    }

    private void lookForUnsealed(ChainVerifier verifier, long sealedUpTo, Pulse pulse) {
        Optional<IdWindow> window = transactions.alone(() -> seals.windowFrom(Long.MIN_VALUE, WINDOW));
        while (window.isPresent() && !verifier.isBroken()) {
            IdWindow ids = window.get();
            List<AuditValues> page = transactions.alone(() -> seals.unsealed(ids, sealedUpTo, PAGE));
            page.forEach(row -> verifier.unsealed(row, now()));
            window = transactions.alone(() -> nextWindow(ids, page));
            pulse.beat(verifier.rows());
        }
    }

    /** Behind a page that was full it goes on where that ended. */
    private Optional<IdWindow> nextWindow(IdWindow ids, List<AuditValues> page) {
        IdWindow done = page.size() < PAGE
                ? ids
                : new IdWindow(ids.first(), page.get(PAGE - 1).id());
        return seals.windowAfter(done, WINDOW);
    }

    /** The sign that one is still at it, without which another would begin. */
    private final class Pulse {

        private final Job job;
        private Instant last = now();

        Pulse(Job job) {
            this.job = job;
        }

        void beat(long rows) {
            if (closed) {
                throw new StoppedException();
            }
            Instant now = now();
            if (!now.isBefore(last.plus(BEAT))) {
                whileRunning(job, verification -> verification.progress(rows, now), () -> {});
                last = now;
            }
        }
    }

    /** One that another node has given up in the meantime stays given up; one that somebody else has changed is not signed anew. */
    private void whileRunning(Job job, Consumer<Verification> change, Runnable also) {
        transactions.aloneAndAgainIfInterrupted(() -> {
            seals.lock(SealStore.Lock.VERIFYING);
            store.find(job.id())
                    .filter(found -> found.isRunning() && found.isSignedWith(job.ring()))
                    .ifPresent(found -> {
                        change.accept(found);
                        found.sign(job.ring());
                    });
            also.run();
            return job;
        });
    }

    private void conclude(Job job, ChainVerdict verdict) {
        whileRunning(job, verification -> verification.end(verdict, now()), () -> {
            AuditEntry entry = AuditEntry.of(AuditKind.AUDIT_VERIFIED)
                    .outcome(verdict.outcome() == ChainVerdict.Outcome.INTACT ? AuditOutcome.DONE : AuditOutcome.FAILED)
                    .detail(detail(verdict));
            audit.record(job.requester().map(entry::onBehalfOf).orElseGet(entry::automatic));
        });
        verdict.words()
                .filter(words -> !verdict.isKnownLoss())
                .ifPresent(words -> LOG.error("event=audit_not_intact {}", words));
    }

    private static String detail(ChainVerdict verdict) {
        String found = verdict.finding()
                .map(what -> " " + what.kind() + " seq " + what.seq() + " row " + what.auditId())
                .orElse("");
        return verdict.outcome() + found + " after " + verdict.rows() + " rows"
                + (verdict.unverified() == 0 ? "" : " and " + verdict.unverified() + " unverified");
    }

    private void fail(Job job, String why) {
        whileRunning(job, verification -> verification.fail(why, now()), () -> {});
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One under way ends after the page that it is at. */
    @Override
    public void close() {
        closed = true;
    }

    private static final class StoppedException extends RuntimeException {}
}
