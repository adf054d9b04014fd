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
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Chronic kidney disease on record, and no albumin or protein/creatinine ratio for a year. */
final class AcrOverdueRule implements Rule {

    static final String ID = "ckd-acr-overdue";
    private static final String CKD = "ckd";
    private static final String FAILURE = "kidney-failure";
    private static final String RATIO = "urine-acr-or-pcr";

    private final RuleDefinition definition;

    AcrOverdueRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        List<RecordedProblem> ckd =
                snapshot.problems(CKD).stream().filter(RecordedProblem::active).toList();
        return Opening.of(definition, snapshot)
                .unless(ckd.isEmpty(), "no chronic kidney disease on record")
                .unless(!snapshot.problems(FAILURE).isEmpty(), "the guideline leaves out dialysis and transplants")
                .adult("this rule is for adults")
                .notPregnant("pregnancy has its own checks")
                .then(() -> judge(snapshot, ckd, LastResult.of(RATIO, snapshot)));
    }

    private RuleAnswer judge(Snapshot snapshot, List<RecordedProblem> ckd, Optional<Measurement> last) {
        Optional<LocalDate> day = last.map(result -> snapshot.dayOf(result.at()));
        long months = (long) definition.threshold("everyMonths");
        boolean inTime = day.map(date -> !date.plusMonths(months).isBefore(snapshot.today()))
                .orElse(false);
        if (inTime) {
            return new RuleAnswer.NotFired("measured within a year");
        }
        return new Needs(snapshot).whole(RATIO).unmet().orElseGet(() -> fire(snapshot, ckd, last, day));
    }

    private RuleAnswer fire(
            Snapshot snapshot, List<RecordedProblem> ckd, Optional<Measurement> last, Optional<LocalDate> day) {
        List<Evidence> evidence = new ArrayList<>();
        ckd.forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        last.ifPresent(result -> evidence.add(Evidence.of(Stance.FOR, result)));
        return new RuleAnswer.Fired(definition.propose(
                day.isPresent() ? "overdue" : "never",
                day.map(date -> Map.of("date", date.toString())).orElse(Map.of()),
                evidence,
                Unread.limit(definition, snapshot)));
    }
}
