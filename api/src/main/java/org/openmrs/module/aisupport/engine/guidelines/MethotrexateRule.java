/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Methotrexate whose blood tests were not done for too long. */
final class MethotrexateRule implements Rule {

    static final String ID = "methotrexate-monitoring";
    private static final String METHOTREXATE = "methotrexate";

    /** Any one of a group will do. */
    private static final List<List<String>> TESTS =
            List.of(List.of("white-blood-cells"), List.of(KidneyFunction.CREATININE), List.of("alt", "ast"));

    private final RuleDefinition definition;

    MethotrexateRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        boolean cancer = snapshot.problems("cancer").stream().anyMatch(RecordedProblem::active);
        return Opening.of(definition, snapshot)
                .unless(snapshot.activeMedications(METHOTREXATE).isEmpty(), "no active order of methotrexate")
                .unless(cancer, "cancer treatment has its own schedule")
                .adult("this rule is for adults")
                .notPregnant("methotrexate in pregnancy is another question")
                .then(() -> judgeIntervals(snapshot));
    }

    private RuleAnswer judgeIntervals(Snapshot snapshot) {
        LocalDate since = since(snapshot);
        if (!isOver(since, snapshot)) {
            return new RuleAnswer.NotFired("methotrexate was begun too short a time ago");
        }
        List<List<String>> overdue = TESTS.stream()
                .filter(group -> group.stream().anyMatch(snapshot::canRead))
                .filter(group -> last(group, snapshot)
                        .map(result -> isOver(snapshot.dayOf(result.at()), snapshot))
                        .orElse(true))
                .toList();
        Needs needs = new Needs(snapshot);
        if (overdue.isEmpty()) {
            TESTS.stream()
                    .filter(group -> group.stream().noneMatch(snapshot::canRead))
                    .forEach(needs::readable);
            return needs.unmet().orElseGet(() -> new RuleAnswer.NotFired("measured in time"));
        }
        overdue.forEach(group -> group.forEach(needs::whole));
        return needs.unmet().orElseGet(() -> fire(snapshot, overdue));
    }

    /** The first order on record: those after it may only renew it. */
    private static LocalDate since(Snapshot snapshot) {
        List<RecordedMedication> newestFirst = snapshot.medications(METHOTREXATE);
        return snapshot.dayOf(newestFirst.get(newestFirst.size() - 1).start());
    }

    private boolean isOver(LocalDate day, Snapshot snapshot) {
        long days = (long) (definition.threshold("everyDays") + definition.threshold("graceDays"));
        return day.plusDays(days).isBefore(snapshot.today());
    }

    private static Optional<Measurement> last(List<String> group, Snapshot snapshot) {
        return group.stream()
                .flatMap(test -> LastResult.of(test, snapshot).stream())
                .max(Comparator.comparing(Measurement::at));
    }

    private RuleAnswer fire(Snapshot snapshot, List<List<String>> overdue) {
        List<Evidence> evidence =
                new ArrayList<>(ActiveOrders.cite(Stance.FOR, snapshot.activeMedications(METHOTREXATE)));
        overdue.forEach(
                group -> last(group, snapshot).ifPresent(result -> evidence.add(Evidence.of(Stance.FOR, result))));
        String tests = overdue.stream()
                .map(group -> group.stream().map(snapshot::labelOf).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(", "));
        return new RuleAnswer.Fired(
                definition.propose("overdue", Map.of("tests", tests), evidence, Unread.limit(definition, snapshot)));
    }
}
