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
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Atherosclerotic cardiovascular disease on record, and no statin ordered. */
final class StatinAfterCvdRule implements Rule {

    static final String ID = "statin-after-cvd";
    private static final String ARTERIES = "arterial-disease";
    private static final String STROKE = "stroke-or-tia";
    private static final String HAEMORRHAGE = "brain-haemorrhage";
    private static final String CKD = "ckd";
    private static final String FAILURE = "kidney-failure";

    private final RuleDefinition definition;

    StatinAfterCvdRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        List<RecordedProblem> disease = disease(snapshot);
        StandingOrders statins = StandingOrders.of(snapshot, List.of("statin"));
        boolean readable = snapshot.canRead(ARTERIES) && snapshot.canRead(STROKE);
        return Opening.before(definition, snapshot)
                .unless(statins.any(), "a statin is ordered")
                .unless(readable && disease.isEmpty(), "no atherosclerotic disease on record")
                .required()
                .adult("the guideline is for adults")
                .notPregnant("statins are contraindicated in pregnancy")
                .unless(!snapshot.problems(FAILURE).isEmpty(), "the guideline leaves out dialysis and transplants")
                .then(() -> fire(snapshot, disease, statins));
    }

    /** However long ago and whether active or not: arteries stay diseased. */
    private static List<RecordedProblem> disease(Snapshot snapshot) {
        List<RecordedProblem> disease = new ArrayList<>(snapshot.problems(ARTERIES));
        if (snapshot.problems(HAEMORRHAGE).isEmpty()) {
            disease.addAll(snapshot.problems(STROKE));
        }
        return disease;
    }

    private RuleAnswer fire(Snapshot snapshot, List<RecordedProblem> disease, StandingOrders statins) {
        List<RecordedProblem> kidneys =
                snapshot.problems(CKD).stream().filter(RecordedProblem::active).toList();
        List<Evidence> evidence = new ArrayList<>();
        disease.forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        kidneys.forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        evidence.addAll(statins.citeLast());
        return new RuleAnswer.Fired(definition.propose(
                kidneys.isEmpty() ? "none" : "kidneys",
                Map.of("earlier", statins.lastInWords()),
                evidence,
                Unread.limit(definition, snapshot) + statins.unreadInWords()));
    }
}
