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
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Round;

/** Has the audit verified once a day, whether or not anybody asks. */
public class DailyVerification implements Round {

    private static final Duration DAY = Duration.ofDays(1);
    /** What failed, such as by a restart, says nothing about the audit, and is not left for a day. */
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final SealKeys keys;
    private final Verifications verifications;
    private final VerificationStore store;
    private final Transactions transactions;
    private final Clock clock;

    public DailyVerification(
            SealKeys keys,
            Verifications verifications,
            SessionFactory sessions,
            Transactions transactions,
            Clock clock) {
        this.keys = keys;
        this.verifications = verifications;
        this.store = new VerificationStore(sessions);
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run(BooleanSupplier stopped) {
        keys.terms()
                .filter(terms ->
                        verifications.obstacle().isEmpty()) // it would find wrong what this node merely doesn't know
                .filter(terms -> transactions.alone(() -> isDue(terms.ring())))
                .ifPresent(terms -> verifications.start(terms, Optional.empty(), Optional.empty()));
    }

    /** Only what a node signed puts it off: a row alone, by whoever can write to the table, does not. */
    private boolean isDue(KeyRing keys) {
        Instant now = clock.instant();
        return store.newest(now, keys)
                .map(last -> !last.getStartedAt().plus(pauseAfter(last, now)).isAfter(now))
                .orElse(true);
    }

    private static Duration pauseAfter(Verification last, Instant now) {
        boolean failed = last.getStatus() == Verification.Status.FAILED || last.isAbandonedAt(now);
        return failed ? AFTER_FAILURE : DAY;
    }
}
