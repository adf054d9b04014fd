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
import org.openmrs.module.aisupport.snapshot.Numbers;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** The total of a screening questionnaire is at or above its cut-off, and the problem it screens for is not on record. */
final class QuestionnaireRule implements Rule {

    static final String PHQ9 = "phq9-total";
    static final String GAD7 = "gad7-total";
    static final String AUDIT_C = "audit-c-total";

    private final RuleDefinition definition;
    private final String total;
    private final String problem;

    /** @param total the input that the questionnaire's total is; @param problem the one that makes it no news */
    private QuestionnaireRule(RuleDefinition definition, String total, String problem) {
        this.definition = definition;
        this.total = total;
        this.problem = problem;
    }

    static QuestionnaireRule phq9(RuleDefinition definition) {
        return new QuestionnaireRule(definition, "phq9-total", "depression");
    }

    static QuestionnaireRule gad7(RuleDefinition definition) {
        return new QuestionnaireRule(definition, "gad7-total", "anxiety");
    }

    static QuestionnaireRule auditC(RuleDefinition definition) {
        return new QuestionnaireRule(definition, "audit-c-total", "alcohol-problem");
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        boolean known = snapshot.problems(problem).stream().anyMatch(RecordedProblem::active);
        return Opening.of(definition, snapshot)
                .adult("the cut-off is for adults")
                .unless(known, "what it screens for is on record")
                .then(() -> judge(snapshot.recent(total), snapshot));
    }

    private RuleAnswer judge(List<Measurement> totals, Snapshot snapshot) {
        if (totals.isEmpty()) {
            return new RuleAnswer.NotFired("not filled in of late");
        }
        Measurement latest = totals.get(0);
        if (!isRaised(latest)) {
            return new RuleAnswer.NotFired("the latest total is below the cut-off");
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(Stance.FOR, latest));
        totals.stream()
                .skip(1)
                .findFirst()
                .ifPresent(
                        earlier -> evidence.add(Evidence.of(isRaised(earlier) ? Stance.FOR : Stance.AGAINST, earlier)));
        return new RuleAnswer.Fired(definition.propose(
                "raised",
                Map.of(
                        "value",
                        Numbers.plain(latest.recordedValue()),
                        "date",
                        snapshot.dayOf(latest.at()).toString()),
                evidence));
    }

    private boolean isRaised(Measurement measured) {
        return measured.value() >= definition.threshold("from");
    }
}
