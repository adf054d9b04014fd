/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * A calendar week, Monday to Sunday, by the clock of Greenwich: the database cuts time into weeks too, and knows no time zones.
 *
 * @param number how many weeks after the first that began on a Monday in 1970
 */
record Week(long number) {

    static final long MICROS = ChronoUnit.WEEKS.getDuration().toNanos() / 1_000;

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 5);

    /** When the first week began, in microseconds since the epoch. */
    static final long ORIGIN_MICROS =
            FIRST.toEpochDay() * ChronoUnit.DAYS.getDuration().toNanos() / 1_000;

    static Week of(Instant instant) {
        return holding(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    private static Week holding(LocalDate day) {
        return new Week(Math.floorDiv(ChronoUnit.DAYS.between(FIRST, day), 7L));
    }

    /** The first week of which no day lies before this one. */
    static Week firstFrom(LocalDate day) {
        return holding(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
    }

    /** The last week of which no day lies after this one. */
    static Week lastUntil(LocalDate day) {
        return holding(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)));
    }

    LocalDate monday() {
        return FIRST.plusWeeks(number);
    }

    LocalDate sunday() {
        return monday().plusDays(6);
    }

    Instant begins() {
        return monday().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    long beginsAtMicros() {
        return ORIGIN_MICROS + number * MICROS;
    }

    Week next() {
        return new Week(number + 1);
    }

    boolean isBefore(Week other) {
        return number < other.number;
    }
}
