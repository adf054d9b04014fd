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

/** Whether the audit is sealed and was found intact, in words for an administrator. */
public class SealHealth {

    /** A verification that is older, though one is made each day, says that none is made any more. */
    private static final Duration TOO_OLD = Duration.ofDays(3);
    /** As many of the newest rows as are looked through for one without a seal. */
    private static final long NEWEST = 20_000;

    private final SealKeys keys;
    private final AuditSealer sealer;
    private final SealStore seals;
    private final VerificationStore verifications;
    private final Clock clock;

    public SealHealth(SealKeys keys, AuditSealer sealer, SessionFactory sessions, Clock clock) {
        this.keys = keys;
        this.sealer = sealer;
        this.seals = new SealStore(sessions);
        this.verifications = new VerificationStore(sessions);
        this.clock = clock;
    }

    /** @param well nobody has to do anything */
    public record State(boolean well, String words) {}

    /** Needs a transaction. */
    public State state() {
        return keys.missing()
                .or(sealer::obstacle)
                .or(this::lag)
                .or(this::bad)
                .map(problem -> new State(false, problem))
                .orElseGet(() -> new State(true, sealed() + verified()));
    }

    private Optional<String> lag() {
        long newest = seals.newestAuditId();
        List<AuditValues> waiting = seals.unsealed(Math.max(1, newest - NEWEST), newest, Long.MAX_VALUE, 1);
        Instant limit = clock.instant().minus(ChainVerifier.UNSEALED_LIMIT);
        return waiting.stream()
                .filter(row -> row.atMicros() < ChronoUnit.MICROS.between(Instant.EPOCH, limit))
                .map(row -> "Audit row " + row.id() + " has had no seal for more than "
                        + ChainVerifier.UNSEALED_LIMIT.toMinutes()
                        + " minutes. Where a key was set only now, wait until all is sealed; else look into the log.")
                .findFirst();
    }

    private Optional<String> bad() {
        Optional<Verification> last = verifications.newestEnded();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Verification verification = last.get();
        String when =
                verification.getStartedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        if (verification.getStatus() != Verification.Status.INTACT) {
            return Optional.of("Verification of " + when + ": " + verification.getStatus() + ". "
                    + verification.getWords().orElse("") + " See docs/audit.md on what to do.");
        }
        boolean old = verification.getStartedAt().isBefore(clock.instant().minus(TOO_OLD));
        return old
                ? Optional.of(
                        "The audit was last verified on " + when + ", though that is done each day: look into the log.")
                : Optional.empty();
    }

    private String sealed() {
        return seals.last().map(last -> last.seq() + " rows sealed.").orElse("Nothing is there to seal yet.");
    }

    private String verified() {
        return verifications
                .newestEnded()
                .map(last -> " Verified " + last.getStartedAt().truncatedTo(ChronoUnit.SECONDS) + ": intact.")
                .orElse(" Not verified yet.");
    }
}
