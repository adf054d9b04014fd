/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** All that is known of somebody who does not exist, and what their practice chose. Times are days before noon of a fixed day. */
record Chart(
        Sex sex,
        LocalDate born,
        List<Result> results,
        List<Order> orders,
        List<Problem> problems,
        List<PregnancyNote> pregnancyNotes,
        List<ItemNine> itemNine,
        List<SmokingAnswer> smoking,
        Practice practice) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    Chart withResults(List<Result> others) {
        return new Chart(sex, born, others, orders, problems, pregnancyNotes, itemNine, smoking, practice);
    }

    Chart without(Lab... labs) {
        Set<Lab> gone = Set.of(labs);
        return withResults(
                results.stream().filter(result -> !gone.contains(result.lab())).toList());
    }

    Chart withoutPregnancy() {
        List<Problem> others = problems.stream()
                .filter(problem -> problem.illness() != Illness.PREGNANT)
                .toList();
        return new Chart(sex, born, results, orders, others, List.of(), itemNine, smoking, practice);
    }

    /** @param minutes before noon of that day if above 0, after it if below */
    record Result(Lab lab, double value, int daysAgo, int minutes) {
        Instant at() {
            return Chart.at(daysAgo).minus(Duration.ofMinutes(minutes));
        }

        LocalDate day() {
            return TODAY.minusDays(daysAgo);
        }
    }

    /** Days ago are below 0 for what is still to come. */
    record Order(Drug drug, int startedDaysAgo, Optional<Integer> endedDaysAgo) {
        boolean isActive() {
            return startedDaysAgo >= 0 && !isOver();
        }

        boolean isOver() {
            return endedDaysAgo.filter(days -> days >= 0).isPresent();
        }
    }

    record Problem(Illness illness, boolean active, int sinceDaysAgo) {}

    record PregnancyNote(boolean pregnant, int daysAgo) {}

    /** An answer to question 9 of PHQ-9, from 0 for not at all to 3. */
    record ItemNine(int points, int daysAgo) {}

    record SmokingAnswer(Smoking said, int daysAgo) {}

    static Instant at(int daysAgo) {
        return SnapshotFixture.NOW.minus(daysAgo, ChronoUnit.DAYS);
    }
}
