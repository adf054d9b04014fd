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
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A last HbA1c that tells a high risk of diabetes, more than a year ago. */
final class PrediabetesRecallRule implements Rule {

    static final String ID = "hba1c-prediabetes";
    private static final String HBA1C = "hba1c";
    private static final String DIABETES = "diabetes";

    private final RuleDefinition definition;

    PrediabetesRecallRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        Optional<Measurement> last = LastResult.of(HBA1C, snapshot);
        return Opening.of(definition, snapshot)
                .unless(last.isEmpty() || !isDue(last.get(), snapshot), "no HbA1c, or it was measured in time")
                .unless(!snapshot.problems(DIABETES).isEmpty(), "diabetes is on record")
                .adult("the guideline is for adults")
                .notPregnant("pregnancy has its own checks")
                .then(() -> judge(snapshot, last.orElseThrow()));
    }

    /** However old the mapping lets a value be that is still used: this asks for the one that is not there. */
    private boolean isDue(Measurement last, Snapshot snapshot) {
        LocalDate day = snapshot.dayOf(last.at());
        return day.plusMonths(count("everyMonths")).isBefore(snapshot.today())
                && !day.plusMonths(count("untilMonths")).isBefore(snapshot.today());
    }

    private RuleAnswer judge(Snapshot snapshot, Measurement last) {
        if (reaches(last, "diabetesFrom")) {
            return new RuleAnswer.NotFired("the last HbA1c is in the diabetes range");
        }
        Optional<Measurement> diabetic = snapshot.all(HBA1C).stream()
                .filter(earlier -> earlier.at().isBefore(last.at()) && reaches(earlier, "diabetesFrom"))
                .findFirst();
        if (diabetic.isEmpty() && !reaches(last, "highRiskFrom")) {
            return new RuleAnswer.NotFired("the last HbA1c is below the high-risk range");
        }
        return new Needs(snapshot).whole(HBA1C).unmet().orElseGet(() -> fire(snapshot, last, diabetic));
    }

    private RuleAnswer fire(Snapshot snapshot, Measurement last, Optional<Measurement> diabetic) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(Stance.FOR, last));
        diabetic.ifPresent(earlier -> evidence.add(Evidence.of(Stance.FOR, earlier)));
        String value = last.asRecorded();
        return new RuleAnswer.Fired(definition.propose(
                diabetic.isPresent() ? "fallen" : "due",
                Map.of("value", value, "date", snapshot.dayOf(last.at()).toString()),
                evidence,
                Unread.limit(definition, snapshot)));
    }

    private boolean reaches(Measurement hba1c, String threshold) {
        return definition.isReachedBy(hba1c, threshold, threshold + "Percent");
    }

    private long count(String threshold) {
        return (long) definition.threshold(threshold);
    }
}
