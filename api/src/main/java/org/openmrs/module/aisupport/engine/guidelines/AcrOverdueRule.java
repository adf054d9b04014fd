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
        Optional<RuleAnswer> unreadable =
                new Needs(snapshot).readable(definition.required()).unmet();
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        List<RecordedProblem> ckd =
                snapshot.problems(CKD).stream().filter(RecordedProblem::active).toList();
        if (ckd.isEmpty()) {
            return new RuleAnswer.NotFired("no chronic kidney disease on record");
        }
        if (!snapshot.problems(FAILURE).isEmpty()) {
            return new RuleAnswer.NotFired("the guideline leaves out dialysis and transplants");
        }
        Optional<RuleAnswer> unknown = new Needs(snapshot).age().unmet();
        if (unknown.isPresent()) {
            return unknown.get();
        }
        if (snapshot.patient().ageOn(snapshot.today()).orElse(0) < definition.threshold("minAge")) {
            return new RuleAnswer.NotFired("this rule is for adults");
        }
        if (Pregnancy.isRecorded(snapshot)) {
            return new RuleAnswer.NotFired("pregnancy has its own checks");
        }
        return judge(snapshot, ckd, LastResult.of(RATIO, snapshot));
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
