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
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.Gauges;

/** Whether the audit is sealed and was found intact, in words for an administrator. */
public class SealHealth implements Gauges {

    /** A verification that is older, though one is made each day, says that none is made any more. */
    private static final Duration TOO_OLD = Duration.ofDays(3);
    /** As many of the newest rows as are looked through for one without a seal. */
    private static final long NEWEST = 20_000;

    private final SealKeys keys;
    private final AuditSealer sealer;
    private final SealStore seals;
    private final VerificationStore verifications;
    private final Clock clock;
    /** Since when this node might have seen a verification. */
    private final Instant since;

    public SealHealth(SealKeys keys, AuditSealer sealer, SessionFactory sessions, Clock clock) {
        this.keys = keys;
        this.sealer = sealer;
        this.seals = new SealStore(sessions);
        this.verifications = new VerificationStore(sessions);
        this.clock = clock;
        this.since = clock.instant();
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                new Gauge(
                        "aisupport_sealing_stopped",
                        "1 where this node does not seal the audit, for want of a key or since the chain was tampered with.",
                        () -> keys.missing().or(sealer::obstacle).isPresent() ? 1 : 0),
                new Gauge(
                        "aisupport_database_audit_sealed_rows",
                        "Rows of the audit that have a seal.",
                        () -> seals.last().map(Seal::seq).orElse(0L)),
                new Gauge(
                        "aisupport_database_audit_unsealed_seconds",
                        "Age of the oldest of the newest rows without a seal, 0 where there is none.",
                        () -> oldestUnsealed()
                                .map(row -> Math.max(0, nowMicros() - row.atMicros()) / 1_000_000.0)
                                .orElse(0.0)),
                new Gauge(
                        "aisupport_database_audit_verification_intact",
                        "1 where the last verification found the audit as it was sealed and no head still shows its end cut off, else 0; 0 before the first.",
                        () -> decided().isPresent() && found().isEmpty() ? 1 : 0),
                new Gauge(
                        "aisupport_database_audit_verification_timestamp_seconds",
                        "When the last verification that did not fail was begun, 0 before the first.",
                        () -> decided()
                                .map(last -> last.getStartedAt().toEpochMilli() / 1000.0)
                                .orElse(0.0)));
    }

    /** @param well nobody has to do anything */
    public record State(boolean well, String words) {}

    /** Needs a transaction. */
    public State state() {
        return keys.missing()
                .or(sealer::obstacle)
                .or(this::lag)
                .or(sealer::notKept)
                .or(this::ahead)
                .or(this::bad)
                .map(problem -> new State(false, problem))
                .orElseGet(() -> new State(true, sealed() + verified()));
    }

    private Optional<String> lag() {
        long limit = nowMicros() - ChainVerifier.UNSEALED_LIMIT.toSeconds() * 1_000_000;
        return oldestUnsealed()
                .filter(row -> row.atMicros() < limit)
                .map(row -> "Audit row " + row.id() + " has had no seal for more than "
                        + ChainVerifier.UNSEALED_LIMIT.toMinutes()
                        + " minutes. Where a key was set only now, wait until all is sealed; else look into the log.");
    }

    /** It would never seem to wait for its seal. */
    private Optional<String> ahead() {
        long limit = nowMicros() + ChainVerifier.UNSEALED_LIMIT.toSeconds() * 1_000_000;
        return oldestUnsealed()
                .filter(row -> row.atMicros() > limit)
                .map(
                        row -> "Audit row " + row.id()
                                + " has no seal and a time that is still to come: it was put in by hand, or the clock of a server was set back.");
    }

    private Optional<AuditValues> oldestUnsealed() {
        return seals.newest(NEWEST)
                .flatMap(ids -> seals.unsealed(ids, Long.MAX_VALUE, 1).stream().findFirst());
    }

    private long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private Optional<Verification> decided() {
        return keys.ring().flatMap(ring -> verifications.newestDecided(clock.instant(), ring));
    }

    /**
     * The verification that found something. That the end was cut off stays until that same head is found intact: to heads from after the
     * cut nothing is missing. Or until an administrator says that it is explained, such as by a restored back-up.
     */
    private Optional<Verification> found() {
        return decided()
                .filter(last -> !last.isWell() && !last.isAboutItsHead())
                .or(() -> keys.terms().flatMap(this::aboutHead));
    }

    private Optional<Verification> aboutHead(SealTerms terms) {
        return verifications.aboutHeads(clock.instant(), terms.ring()).stream()
                .filter(broken -> !terms.explained().has(broken.getFindingSeq().orElse(0L)))
                .filter(broken -> !verifications.wasMendedAfter(broken, terms.ring()))
                .findFirst();
    }

    private static String when(Verification verification) {
        return verification.getStartedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Optional<String> bad() {
        return found().or(() -> decided().isPresent() ? Optional.empty() : failed())
                .map(verification -> "Verification of " + when(verification) + ": " + verification.getStatus() + ". "
                        + verification.getWords().orElse("") + " See docs/audit.md on what to do."
                        + alsoFailed(verification))
                .or(this::failedTwice)
                .or(this::notWhatItClaims)
                .or(this::tooOld);
    }

    /** Once may be a restart. */
    private Optional<String> failedTwice() {
        return keys.ring()
                .map(ring -> verifications.newestTwoEnded(clock.instant(), ring))
                .filter(two ->
                        two.size() == 2 && two.stream().allMatch(one -> one.getStatus() == Verification.Status.FAILED))
                .map(two -> "The last two verifications failed, and say nothing of the audit; the last, of "
                        + when(two.get(0)) + ": " + two.get(0).getWords().orElse(""));
    }

    private Optional<Verification> failed() {
        return keys.ring()
                .flatMap(ring -> verifications.newestEnded(clock.instant(), ring))
                .filter(last -> last.getStatus() == Verification.Status.FAILED);
    }

    private String alsoFailed(Verification shown) {
        return failed().filter(last -> !last.getId().equals(shown.getId()))
                .map(last -> " The last one, of " + when(last) + ", failed: "
                        + last.getWords().orElse(""))
                .orElse("");
    }

    private Optional<String> notWhatItClaims() {
        return verifications
                .ahead(clock.instant())
                .map(forged -> "A verification claims to have been begun on " + when(forged)
                        + ", which is still to come: somebody changed the table aisupport_audit_verification, or the clock of a server"
                        + " was set back. It counts for nothing.");
    }

    private Optional<String> tooOld() {
        Instant limit = clock.instant().minus(TOO_OLD);
        if (decided().isEmpty() && since.isBefore(limit)) {
            return Optional.of(
                    "No verification of the audit that this module signed is there, though one is made each day: somebody"
                            + " may have removed them from the table aisupport_audit_verification. Look into the log.");
        }
        return decided()
                .filter(last -> last.getStartedAt().isBefore(limit))
                .map(last -> "The audit was last verified on " + when(last)
                        + ", though that is done each day: look into the log." + alsoFailed(last));
    }

    private String sealed() {
        return seals.last().map(last -> last.seq() + " rows sealed.").orElse("Nothing is there to seal yet.");
    }

    private String verified() {
        return decided()
                .map(last -> " Verified " + when(last) + ": " + wordsOfWell(last) + alsoFailed(last))
                .orElse(" Not verified yet.");
    }

    private static String wordsOfWell(Verification last) {
        if (last.getStatus() == Verification.Status.INTACT) {
            return "intact.";
        }
        return last.isWell()
                ? "intact, but for what was sealed with a lost key. "
                        + last.getWords().orElse("")
                : last.getStatus() + ", and explained. " + last.getWords().orElse("");
    }
}
