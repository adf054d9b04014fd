/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.Age;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.EncounterEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.VisitEntry;

/** Counts back from the moment of loading. */
record Calendar(LocalDateTime now) {

    private static final Duration TIDYING_UP = Duration.ofMinutes(20);

    Calendar {
        now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    LocalDate birthdate(Age age) {
        return today().minusYears(age.years()).minusDays(age.days());
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    LocalDateTime daysAgo(int days, String time) {
        return today().minusDays(days).atTime(LocalTime.parse(time));
    }

    LocalDateTime startOfDay(int daysAgo) {
        return today().minusDays(daysAgo).atStartOfDay();
    }

    /** How far a visit of today is moved back so that none of it lies in the future. */
    Duration shiftOf(VisitEntry visit) {
        LocalDateTime latest = latest(visit);
        return latest.isAfter(now) ? Duration.between(now, latest) : Duration.ZERO;
    }

    LocalDateTime endOf(VisitEntry visit) {
        return latest(visit).minus(shiftOf(visit)).plus(TIDYING_UP);
    }

    private LocalDateTime latest(VisitEntry visit) {
        return visit.encounters().stream()
                .flatMap(this::timesOf)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> daysAgo(visit.startDaysAgo(), visit.startTime()));
    }

    private Stream<LocalDateTime> timesOf(EncounterEntry encounter) {
        Stream<String> ownTimes =
                encounter.obs().stream().map(PatientFile.ObsEntry::time).filter(time -> time != null);
        return Stream.concat(Stream.of(encounter.time()), ownTimes).map(time -> daysAgo(encounter.daysAgo(), time));
    }
}
