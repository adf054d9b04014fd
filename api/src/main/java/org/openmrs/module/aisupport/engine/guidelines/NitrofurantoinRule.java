/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.List;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Nitrofurantoin while the kidneys are weak: a short course at most below one eGFR, none below another. */
final class NitrofurantoinRule implements Rule {

    static final String ID = "nitrofurantoin-renal";
    private static final String NITROFURANTOIN = "nitrofurantoin";

    private final RuleDefinition definition;

    NitrofurantoinRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        List<RecordedMedication> orders = snapshot.activeMedications(NITROFURANTOIN);
        return Opening.of(definition, snapshot)
                .unless(orders.isEmpty(), "no active order of nitrofurantoin")
                .notPregnant("the eGFR is not certain in pregnancy")
                .age()
                .sex()
                .adult("the equation and the sources are for adults")
                .then(() -> KidneyFunction.latest(snapshot)
                        .map(kidneys -> judge(snapshot, orders, kidneys))
                        .orElseGet(() -> Needs.missing(snapshot.labelOfRecent(KidneyFunction.CREATININE))));
    }

    private RuleAnswer judge(Snapshot snapshot, List<RecordedMedication> orders, KidneyFunction kidneys) {
        if (kidneys.age() < definition.threshold("minAge")) {
            return kidneys.ofAChild(snapshot);
        }
        if (kidneys.egfr() >= definition.threshold("reviewBelow")) {
            return new RuleAnswer.NotFired("eGFR is not below the threshold");
        }
        return new RuleAnswer.Fired(definition.propose(
                kidneys.egfr() < definition.threshold("stopBelow") ? "stop" : "review",
                kidneys.values(),
                kidneys.citeWith(orders, definition.threshold("reviewBelow"), snapshot),
                Unread.limit(definition, snapshot)));
    }
}
