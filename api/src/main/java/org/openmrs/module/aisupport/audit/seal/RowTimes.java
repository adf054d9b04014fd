/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Whether rows come in about the order of their times, as they do unless somebody puts one in with another time. A row may wait an hour
 * for the sealer's sweep, a transaction may be long, and a server may keep the wrong hour; beyond that nothing of the module's is late.
 * Times are microseconds since the epoch.
 */
final class RowTimes {

    /** Twice what the sealer may leave a row for. */
    static final Duration LIMIT = Duration.ofHours(2);

    private static final long MICROS = LIMIT.toSeconds() * 1_000_000;

    private long greatest = Long.MIN_VALUE;

    /** Whether this one lies far before one that was taken. */
    boolean isBehind(long atMicros) {
        return atMicros < Math.max(greatest, Long.MIN_VALUE + MICROS) - MICROS;
    }

    /** Whether it is the latest so far. */
    boolean take(long atMicros) {
        boolean latest = atMicros >= greatest;
        greatest = Math.max(greatest, atMicros);
        return latest;
    }

    /** From a row on of which it is known why its time lies before others'. */
    void startAnew(long atMicros) {
        greatest = atMicros;
    }

    /** Whether the latest so far was still to come then. */
    boolean isAheadOf(Instant now) {
        return isAhead(greatest, now);
    }

    static boolean isAhead(long atMicros, Instant now) {
        return atMicros > ChronoUnit.MICROS.between(Instant.EPOCH, now) + MICROS;
    }
}
