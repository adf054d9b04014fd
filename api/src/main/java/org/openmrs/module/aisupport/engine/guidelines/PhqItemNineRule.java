/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.RecordedAnswer;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** The ninth question of a PHQ-9 was not answered with "not at all": said whatever the total is, and whatever is on record. */
final class PhqItemNineRule implements Rule {

    static final String ID = "phq9-item-nine";
    private static final String ITEM = "phq9-item-nine";

    private final RuleDefinition definition;

    PhqItemNineRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        return Opening.of(definition, snapshot)
                .adult("the study was of people from 13 years on")
                .then(() -> snapshot.latestAnswer(ITEM)
                        .map(answer -> judge(snapshot, answer))
                        .orElseGet(() -> new RuleAnswer.NotFired("not answered of late")));
    }

    private RuleAnswer judge(Snapshot snapshot, RecordedAnswer answer) {
        if (!answer.yes()) {
            return new RuleAnswer.NotFired("answered with not at all");
        }
        return new RuleAnswer.Fired(definition.propose(
                "raised",
                Map.of("date", snapshot.dayOf(answer.at()).toString()),
                List.of(Evidence.of(Stance.FOR, answer))));
    }
}
