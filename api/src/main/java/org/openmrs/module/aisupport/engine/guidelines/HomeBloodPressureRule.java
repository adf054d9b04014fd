/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A raised mean from home or an ambulatory device: with a raised reading in the clinic it confirms hypertension. */
final class HomeBloodPressureRule implements Rule {

    static final String ID = "home-blood-pressure";
    private static final String CLINIC_SYSTOLIC = "systolic-bp";
    private static final String CLINIC_DIASTOLIC = "diastolic-bp";
    private static final String HYPERTENSION = "hypertension";
    private static final List<String> HALVES = List.of(HomeBloodPressure.SYSTOLIC, HomeBloodPressure.DIASTOLIC);

    private final RuleDefinition definition;

    HomeBloodPressureRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        boolean systolic = snapshot.canRead(HomeBloodPressure.SYSTOLIC);
        boolean diastolic = snapshot.canRead(HomeBloodPressure.DIASTOLIC);
        // Most dictionaries have no concept for it, which the administrator sees. To say so of each patient would only
        // tire.
        boolean unknownHere = !systolic && !diastolic && HALVES.stream().noneMatch(snapshot::isLeftOut);
        boolean none = systolic
                && diastolic
                && snapshot.recent(HomeBloodPressure.SYSTOLIC).isEmpty()
                && snapshot.recent(HomeBloodPressure.DIASTOLIC).isEmpty()
                && !someWasUnusable(snapshot);
        return Opening.before(definition, snapshot)
                .unless(unknownHere, "this dictionary has no concept for a mean from home")
                .unless(none, "no recent mean from home")
                .required()
                .unless(!snapshot.problems(HYPERTENSION).isEmpty(), "hypertension is on record")
                .adult("the guideline is for adults")
                .notPregnant("another guideline holds in pregnancy")
                .then(() -> judge(snapshot, HomeBloodPressure.recent(snapshot)));
    }

    private RuleAnswer judge(Snapshot snapshot, List<BloodPressure> means) {
        if (means.isEmpty() && someWasUnusable(snapshot)) {
            Needs needs = new Needs(snapshot);
            HALVES.forEach(needs::whole);
            return needs.unmet().orElseThrow();
        }
        if (means.isEmpty()
                || means.get(0).isFollowedByHalf(snapshot, HomeBloodPressure.SYSTOLIC, HomeBloodPressure.DIASTOLIC)) {
            return Needs.missing(
                    "the other half of the newest mean from home, whose systolic or diastolic stands alone");
        }
        if (!isRaisedAtHome(means.get(0))) {
            return new RuleAnswer.NotFired("the mean from home is not raised");
        }
        LocalDate since = snapshot.today().minusDays((long) definition.threshold("clinicWithinDays"));
        List<BloodPressure> readings = BloodPressure.since(since, snapshot, CLINIC_SYSTOLIC, CLINIC_DIASTOLIC);
        if (readings.isEmpty()) {
            return fire("alone", snapshot, means, List.of());
        }
        // What was measured in a visit: one for each reading, the newest first.
        List<BloodPressure> clinic = readings.stream()
                .map(reading ->
                        BloodPressure.lowerOfLastTwo(reading.visitAmong(readings, snapshot), this::isRaisedInClinic))
                .distinct()
                .toList();
        return clinic.stream().anyMatch(this::isRaisedInClinic)
                ? fire("confirmed", snapshot, means, clinic)
                : new RuleAnswer.NotFired("the blood pressure in the clinic is not raised");
    }

    private static boolean someWasUnusable(Snapshot snapshot) {
        return snapshot.qualityNotes().stream()
                .anyMatch(note -> note.input().filter(HALVES::contains).isPresent());
    }

    private RuleAnswer fire(String outcome, Snapshot snapshot, List<BloodPressure> means, List<BloodPressure> clinic) {
        BloodPressure mean = means.get(0);
        Map<String, String> values = new HashMap<>();
        values.put("mean", mean.display());
        values.put("date", mean.day(snapshot).toString());
        List<Evidence> evidence = new ArrayList<>(mean.cite(Stance.FOR));
        means.stream()
                .skip(1)
                .limit(1)
                .filter(before -> !isRaisedAtHome(before))
                .forEach(before -> evidence.addAll(before.cite(Stance.AGAINST)));
        clinic.stream().filter(this::isRaisedInClinic).findFirst().ifPresent(raised -> {
            values.put("bp", raised.display());
            values.put("clinicDate", raised.day(snapshot).toString());
            evidence.addAll(raised.cite(Stance.FOR));
        });
        clinic.stream()
                .limit(1)
                .filter(newest -> !isRaisedInClinic(newest))
                .forEach(newest -> evidence.addAll(newest.cite(Stance.AGAINST)));
        return new RuleAnswer.Fired(definition.propose(outcome, values, evidence, Unread.limit(definition, snapshot)));
    }

    private boolean isRaisedAtHome(BloodPressure mean) {
        return mean.reaches(definition.threshold("homeSystolic"), definition.threshold("homeDiastolic"));
    }

    private boolean isRaisedInClinic(BloodPressure reading) {
        return reading.reaches(definition.threshold("clinicSystolic"), definition.threshold("clinicDiastolic"));
    }
}
