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
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** HbA1c in the diagnostic range, and no diabetes diagnosis on record. */
final class DiabetesRangeRule implements Rule {

    static final String ID = "hba1c-diabetes-range";
    private static final String HBA1C = "hba1c";
    private static final String DIABETES = "diabetes";

    private final RuleDefinition definition;

    DiabetesRangeRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        return Opening.of(definition, snapshot)
                .age()
                // Any diabetes, however long ago and whether active or not, is for the GP to weigh and not news.
                .unless(!snapshot.problems(DIABETES).isEmpty(), "diabetes is on record")
                .adult("HbA1c is not used to diagnose diabetes in children")
                .notPregnant("HbA1c is not used to diagnose diabetes in pregnancy")
                .then(() -> snapshot.latest(HBA1C)
                        .map(hba1c -> judge(snapshot, hba1c))
                        .orElseGet(() -> Needs.missing(snapshot.labelOfRecent(HBA1C))));
    }

    private RuleAnswer judge(Snapshot snapshot, Measurement latest) {
        if (!isDiagnostic(latest)) {
            return new RuleAnswer.NotFired("HbA1c is below the diagnostic range");
        }
        List<Measurement> earlier = snapshot.recent(HBA1C).stream()
                // A value of the same day is the same blood, or the same value entered twice, and confirms nothing.
                .filter(measurement -> snapshot.dayOf(measurement.at()).isBefore(snapshot.dayOf(latest.at())))
                .toList();
        boolean confirmed = !earlier.isEmpty() && isDiagnostic(earlier.get(0));
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(Stance.FOR, latest));
        if (!earlier.isEmpty()) {
            evidence.add(Evidence.of(confirmed ? Stance.FOR : Stance.AGAINST, earlier.get(0)));
        }
        return new RuleAnswer.Fired(definition.propose(
                confirmed ? "confirmed" : "single",
                Map.of(
                        "value",
                        latest.asRecorded(),
                        "date",
                        snapshot.dayOf(latest.at()).toString()),
                evidence,
                Pregnancy.limit(snapshot)));
    }

    private boolean isDiagnostic(Measurement hba1c) {
        return definition.isReachedBy(hba1c, "diagnosticFrom", "diagnosticFromPercent");
    }
}
