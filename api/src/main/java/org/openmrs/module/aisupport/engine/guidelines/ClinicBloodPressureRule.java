/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A raised blood pressure in the clinic: measure again, confirm at home, or see to it the same day. */
final class ClinicBloodPressureRule implements Rule {

    static final String ID = "clinic-blood-pressure";
    private static final String SYSTOLIC = "systolic-bp";
    private static final String DIASTOLIC = "diastolic-bp";
    private static final String HYPERTENSION = "hypertension";

    private final RuleDefinition definition;

    ClinicBloodPressureRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        return Opening.of(definition, snapshot)
                .adult("the guideline is for adults")
                .notPregnant("another guideline holds in pregnancy")
                .then(() -> judge(snapshot, BloodPressure.recent(snapshot, SYSTOLIC, DIASTOLIC)));
    }

    /** A later value without its other half: an older reading can't stand in for it. */
    private static boolean hasNewerHalf(Snapshot snapshot, BloodPressure newest) {
        return Stream.of(SYSTOLIC, DIASTOLIC)
                .flatMap(input -> snapshot.latest(input).stream())
                .anyMatch(half -> half.at().isAfter(newest.endedAt()));
    }

    private RuleAnswer judge(Snapshot snapshot, List<BloodPressure> readings) {
        if (readings.isEmpty()) {
            return Needs.missing(snapshot.labelOfRecent(SYSTOLIC) + ", with the diastolic measured at the same time");
        }
        BloodPressure newest = readings.get(0);
        if (hasNewerHalf(snapshot, newest) && !isSevere(newest)) {
            return Needs.missing(
                    "the other half of the newest blood pressure, whose systolic or diastolic stands alone");
        }
        List<BloodPressure> visit = readings.stream()
                .filter(reading -> reading.sameVisitAs(newest, snapshot))
                .toList();
        // By the newest reading alone: a lower one before it must not hide that it is severe now.
        if (isSevere(newest)) {
            return fire("severe", snapshot, newest, visit, readings);
        }
        BloodPressure clinic = lowerOfLastTwo(visit);
        if (!isRaised(clinic)) {
            return new RuleAnswer.NotFired("the lower of the last two readings is not raised");
        }
        if (!snapshot.problems(HYPERTENSION).isEmpty()) {
            return new RuleAnswer.NotFired("hypertension is on record; this rule is about finding it");
        }
        return fire(visit.size() > 1 ? "raised" : "raisedOnce", snapshot, clinic, visit, readings);
    }

    private boolean isSevere(BloodPressure reading) {
        return reading.reaches(definition.threshold("severeSystolic"), definition.threshold("severeDiastolic"));
    }

    private boolean isRaised(BloodPressure reading) {
        return reading.reaches(definition.threshold("raisedSystolic"), definition.threshold("raisedDiastolic"));
    }

    /** The clinic blood pressure of a visit is the lower of its last two readings. */
    private BloodPressure lowerOfLastTwo(List<BloodPressure> newestFirst) {
        return newestFirst.stream()
                .limit(2)
                .min(Comparator.comparing(this::isRaised)
                        .thenComparingDouble(reading -> reading.systolic().value())
                        .thenComparingDouble(reading -> reading.diastolic().value()))
                .orElseThrow();
    }

    private RuleAnswer fire(
            String outcome,
            Snapshot snapshot,
            BloodPressure clinic,
            List<BloodPressure> visit,
            List<BloodPressure> readings) {
        List<Evidence> evidence = new ArrayList<>();
        visit.stream().limit(2).flatMap(reading -> cite(Stance.FOR, reading)).forEach(evidence::add);
        snapshot.problems(HYPERTENSION).forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        readings.stream()
                .filter(reading -> !visit.contains(reading))
                .findFirst()
                .filter(earlier -> !isRaised(earlier))
                .ifPresent(earlier -> cite(Stance.AGAINST, earlier).forEach(evidence::add));
        return new RuleAnswer.Fired(definition.propose(
                outcome,
                Map.of("bp", clinic.display(), "date", clinic.day(snapshot).toString()),
                evidence,
                Pregnancy.limit(snapshot)));
    }

    private static Stream<Evidence> cite(Stance stance, BloodPressure reading) {
        return Stream.of(Evidence.of(stance, reading.systolic()), Evidence.of(stance, reading.diastolic()));
    }
}
