/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private RuleAnswer judge(Snapshot snapshot, List<BloodPressure> readings) {
        if (readings.isEmpty()) {
            return Needs.missing(snapshot.labelOfRecent(SYSTOLIC) + ", with the diastolic measured at the same time");
        }
        BloodPressure newest = readings.get(0);
        if (newest.isFollowedByHalf(snapshot, SYSTOLIC, DIASTOLIC) && !isSevere(newest)) {
            return Needs.missing(
                    "the other half of the newest blood pressure, whose systolic or diastolic stands alone");
        }
        List<BloodPressure> visit = newest.visitAmong(readings, snapshot);
        // By the newest reading alone: a lower one before it must not hide that it is severe now.
        if (isSevere(newest)) {
            return fire("severe", snapshot, newest, visit, readings);
        }
        BloodPressure clinic = BloodPressure.lowerOfLastTwo(visit, this::isRaised);
        if (!isRaised(clinic)) {
            return new RuleAnswer.NotFired("the lower of the last two readings is not raised");
        }
        if (!snapshot.problems(HYPERTENSION).isEmpty()) {
            return new RuleAnswer.NotFired("hypertension is on record; this rule is about finding it");
        }
        if (HomeBloodPressure.latest(snapshot)
                .filter(home -> isAnswered(clinic, home, snapshot))
                .isPresent()) {
            return new RuleAnswer.NotFired("a home or ambulatory measurement is on record");
        }
        return fire(visit.size() > 1 ? "raised" : "raisedOnce", snapshot, clinic, visit, readings);
    }

    private boolean isSevere(BloodPressure reading) {
        return reading.reaches(definition.threshold("severeSystolic"), definition.threshold("severeDiastolic"));
    }

    private boolean isRaised(BloodPressure reading) {
        return reading.reaches(definition.threshold("raisedSystolic"), definition.threshold("raisedDiastolic"));
    }

    /** It was offered and done: a raised one is for the rule on home blood pressure to tell. */
    private boolean isAnswered(BloodPressure clinic, BloodPressure home, Snapshot snapshot) {
        return isRaisedAtHome(home) || !home.day(snapshot).isBefore(clinic.day(snapshot));
    }

    private boolean isRaisedAtHome(BloodPressure home) {
        return home.reaches(definition.threshold("homeSystolic"), definition.threshold("homeDiastolic"));
    }

    private RuleAnswer fire(
            String outcome,
            Snapshot snapshot,
            BloodPressure clinic,
            List<BloodPressure> visit,
            List<BloodPressure> readings) {
        List<Evidence> evidence = new ArrayList<>();
        visit.stream().limit(2).forEach(reading -> evidence.addAll(reading.cite(Stance.FOR)));
        snapshot.problems(HYPERTENSION).forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        readings.stream()
                .filter(reading -> !visit.contains(reading))
                .findFirst()
                .filter(earlier -> !isRaised(earlier))
                .ifPresent(earlier -> evidence.addAll(earlier.cite(Stance.AGAINST)));
        HomeBloodPressure.latest(snapshot)
                .filter(home -> !isRaisedAtHome(home))
                .ifPresent(home -> evidence.addAll(home.cite(Stance.AGAINST)));
        return new RuleAnswer.Fired(definition.propose(
                outcome,
                Map.of("bp", clinic.display(), "date", clinic.day(snapshot).toString()),
                evidence,
                Pregnancy.limit(snapshot)));
    }
}
