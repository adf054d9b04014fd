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
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** An NSAID while the kidneys are weak; or known to be weak, and not looked at for a year. */
final class NsaidRenalRule implements Rule {

    static final String ID = "nsaid-renal";
    private static final String NSAID = "nsaid";
    private static final String CKD = "ckd";
    private static final String FAILURE = "kidney-failure";

    private final RuleDefinition definition;

    NsaidRenalRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        List<RecordedMedication> orders = snapshot.activeMedications(NSAID);
        return Opening.of(definition, snapshot)
                .unless(orders.isEmpty(), "no active order of an NSAID")
                .age()
                .sex()
                .adult("the equation and the sources are for adults")
                .then(() -> KidneyFunction.latest(snapshot)
                        .map(kidneys -> judge(snapshot, orders, kidneys))
                        .orElseGet(() -> judgeUnchecked(snapshot, orders)));
    }

    private RuleAnswer judge(Snapshot snapshot, List<RecordedMedication> orders, KidneyFunction kidneys) {
        if (kidneys.age() < definition.threshold("minAge")) {
            return kidneys.ofAChild(snapshot);
        }
        int age = Ages.today(snapshot);
        boolean severe = kidneys.egfr() < definition.threshold("stopBelow");
        boolean old = age >= definition.threshold("reviewFromAge");
        if (!severe && !(old && kidneys.egfr() < definition.threshold("reviewBelow"))) {
            return new RuleAnswer.NotFired("eGFR is not below the threshold for this age");
        }
        return new RuleAnswer.Fired(definition.propose(
                severe ? "stop" : "review",
                Map.of(
                        "egfr",
                        Long.toString(kidneys.egfr()),
                        "age",
                        Integer.toString(age),
                        "date",
                        kidneys.day().toString()),
                kidneys.citeWith(orders, definition.threshold(severe ? "stopBelow" : "reviewBelow"), snapshot),
                Unread.limit(definition, snapshot)));
    }

    /** Without a recent creatinine it can't be judged; where the kidneys are known to be weak, that is worth a test. */
    private RuleAnswer judgeUnchecked(Snapshot snapshot, List<RecordedMedication> orders) {
        List<RecordedProblem> ckd =
                snapshot.problems(CKD).stream().filter(RecordedProblem::active).toList();
        boolean replaced = !snapshot.problems(FAILURE).isEmpty();
        boolean overlooked =
                new Needs(snapshot).whole(KidneyFunction.CREATININE).unmet().isPresent();
        if (ckd.isEmpty() || replaced || overlooked) {
            return Needs.missing(snapshot.labelOfRecent(KidneyFunction.CREATININE));
        }
        List<Evidence> evidence = new ArrayList<>(ActiveOrders.cite(Stance.FOR, orders));
        ckd.forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        LastResult.of(KidneyFunction.CREATININE, snapshot)
                .ifPresent(last -> evidence.add(Evidence.of(Stance.FOR, last)));
        return new RuleAnswer.Fired(
                definition.propose("unchecked", Map.of(), evidence, Unread.limit(definition, snapshot)));
    }
}
