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

/** Atrial fibrillation on record, a risk of stroke, and no anticoagulant ordered. */
final class AfAnticoagulationRule implements Rule {

    static final String ID = "af-anticoagulation";
    private static final String FIBRILLATION = "atrial-fibrillation";
    private static final String VALVE = "mitral-stenosis-or-valve";
    private static final List<String> ANTICOAGULANTS = List.of("vitamin-k-antagonist", "doac", "heparin");

    private final RuleDefinition definition;

    AfAnticoagulationRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        List<RecordedProblem> fibrillation = snapshot.problems(FIBRILLATION).stream()
                .filter(RecordedProblem::active)
                .toList();
        StandingOrders anticoagulants = StandingOrders.of(snapshot, ANTICOAGULANTS);
        return Opening.before(definition, snapshot)
                .unless(snapshot.canRead(FIBRILLATION) && fibrillation.isEmpty(), "no atrial fibrillation on record")
                .unless(anticoagulants.any(), "an anticoagulant is ordered")
                .required()
                .adult("the guideline is for adults")
                .notPregnant("pregnancy is for a specialist to judge")
                .then(() -> judge(snapshot, fibrillation, anticoagulants));
    }

    private RuleAnswer judge(Snapshot snapshot, List<RecordedProblem> fibrillation, StandingOrders anticoagulants) {
        List<Evidence> evidence = new ArrayList<>();
        fibrillation.forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        List<RecordedProblem> valve = snapshot.problems(VALVE);
        valve.forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        StrokeRisk risk =
                StrokeRisk.of(snapshot, definition.threshold("oneFromAge"), definition.threshold("twoFromAge"));
        if (valve.isEmpty() && risk.score() < definition.threshold("considerFrom")) {
            // What can't be read might have counted.
            return new Needs(snapshot)
                    .readable(StrokeRisk.ITEMS)
                    .readable(List.of(VALVE))
                    .unmet()
                    .orElseGet(() -> new RuleAnswer.NotFired("the score is below the threshold"));
        }
        if (valve.isEmpty()) {
            evidence.addAll(risk.cite());
        }
        evidence.addAll(anticoagulants.citeLast());
        return new RuleAnswer.Fired(definition.propose(
                valve.isEmpty() ? outcome(risk) : "valve",
                Map.of(
                        "score",
                        Integer.toString(risk.score()),
                        "counted",
                        risk.inWords(),
                        "bleeding",
                        BleedingRisk.inWords(snapshot, definition.threshold("bleedingAboveSystolic")),
                        "earlier",
                        anticoagulants.lastInWords()),
                evidence,
                Unread.limit(definition, snapshot) + anticoagulants.unreadInWords()));
    }

    private String outcome(StrokeRisk risk) {
        return risk.score() >= definition.threshold("recommendFrom") ? "recommend" : "consider";
    }
}
