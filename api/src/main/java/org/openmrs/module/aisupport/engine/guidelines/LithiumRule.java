/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Lithium whose level is high, or was not measured for too long; or whose other blood tests were not. */
final class LithiumRule implements Rule {

    static final String ID = "lithium-monitoring";
    private static final String LITHIUM = "lithium";
    private static final String LEVEL = "lithium-level";
    private static final List<String> TESTS = List.of(KidneyFunction.CREATININE, "tsh", "calcium");
    private static final List<String> INTERACTING = List.of("nsaid", "ras-blocker", "diuretic");

    private final RuleDefinition definition;

    LithiumRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        return Opening.of(definition, snapshot)
                .unless(snapshot.activeMedications(LITHIUM).isEmpty(), "no active order of lithium")
                .adult("this rule is for adults")
                .then(() -> LastResult.of(LEVEL, snapshot)
                        .filter(level -> isHigh(level, snapshot))
                        .map(level -> fireHigh(snapshot, level))
                        .orElseGet(() -> judgeIntervals(snapshot)));
    }

    private boolean isHigh(Measurement level, Snapshot snapshot) {
        LocalDate from = snapshot.today().minusDays(count("highWithinDays"));
        return level.value() >= definition.threshold("highFrom")
                && !snapshot.dayOf(level.at()).isBefore(from);
    }

    private RuleAnswer fireHigh(Snapshot snapshot, Measurement level) {
        String value = level.asRecorded();
        return fire(
                "high",
                snapshot,
                Map.of("value", value, "date", snapshot.dayOf(level.at()).toString()),
                Stream.of(level));
    }

    private RuleAnswer judgeIntervals(Snapshot snapshot) {
        LocalDate since = since(snapshot);
        if (since.plusMonths(count("judgedFromMonths")).isAfter(snapshot.today())) {
            return new RuleAnswer.NotFired("lithium was begun too short a time ago");
        }
        boolean quarterly = isQuarterly(snapshot, since);
        String months = quarterly ? "quarterlyMonths" : "halfYearlyMonths";
        if (isOverdue(LEVEL, months, snapshot, since)) {
            return new Needs(snapshot)
                    .whole(LEVEL)
                    .unmet()
                    .orElseGet(() -> fireLevel(quarterly ? "quarterly" : "halfYearly", snapshot, since));
        }
        List<String> overdue = TESTS.stream()
                .filter(test -> snapshot.canRead(test) && isOverdue(test, "halfYearlyMonths", snapshot, since))
                .toList();
        if (overdue.isEmpty()) {
            return new Needs(snapshot)
                    .readable(TESTS)
                    .unmet()
                    .orElseGet(() -> new RuleAnswer.NotFired("measured in time"));
        }
        Needs needs = new Needs(snapshot);
        overdue.forEach(needs::whole);
        return needs.unmet().orElseGet(() -> fireTests(snapshot, overdue));
    }

    /** The first order on record: those after it may only renew it. */
    private static LocalDate since(Snapshot snapshot) {
        List<RecordedMedication> newestFirst = snapshot.medications(LITHIUM);
        return snapshot.dayOf(newestFirst.get(newestFirst.size() - 1).start());
    }

    private boolean isQuarterly(Snapshot snapshot, LocalDate since) {
        boolean firstYear = since.plusMonths(count("firstMonths")).isAfter(snapshot.today());
        boolean old = Ages.today(snapshot) >= definition.threshold("quarterlyFromAge");
        boolean nearTheTop = LastResult.of(LEVEL, snapshot)
                .map(level -> level.value() >= definition.threshold("quarterlyFromLevel"))
                .orElse(false);
        return firstYear
                || old
                || nearTheTop
                || !ActiveOrders.of(snapshot, INTERACTING).isEmpty();
    }

    private boolean isOverdue(String test, String months, Snapshot snapshot, LocalDate since) {
        LocalDate due = lastDay(test, snapshot, since).plusMonths(count(months));
        return due.plusDays(count("graceDays")).isBefore(snapshot.today());
    }

    /** Where it was never measured, the interval runs from the first order. */
    private static LocalDate lastDay(String test, Snapshot snapshot, LocalDate since) {
        return LastResult.of(test, snapshot)
                .map(last -> snapshot.dayOf(last.at()))
                .orElse(since);
    }

    private RuleAnswer fireLevel(String outcome, Snapshot snapshot, LocalDate since) {
        String date = lastDay(LEVEL, snapshot, since).toString();
        return fire(outcome, snapshot, Map.of("date", date), LastResult.of(LEVEL, snapshot).stream());
    }

    private RuleAnswer fireTests(Snapshot snapshot, List<String> tests) {
        String labels = tests.stream().map(snapshot::labelOf).collect(Collectors.joining(", "));
        return fire(
                "tests",
                snapshot,
                Map.of("tests", labels),
                tests.stream().flatMap(test -> LastResult.of(test, snapshot).stream()));
    }

    private RuleAnswer fire(
            String outcome, Snapshot snapshot, Map<String, String> values, Stream<Measurement> results) {
        List<Evidence> evidence = new ArrayList<>(ActiveOrders.cite(Stance.FOR, snapshot.activeMedications(LITHIUM)));
        evidence.addAll(ActiveOrders.cite(Stance.FOR, ActiveOrders.of(snapshot, INTERACTING)));
        results.forEach(result -> evidence.add(Evidence.of(Stance.FOR, result)));
        return new RuleAnswer.Fired(definition.propose(outcome, values, evidence, Unread.limit(definition, snapshot)));
    }

    private long count(String threshold) {
        return (long) definition.threshold(threshold);
    }
}
