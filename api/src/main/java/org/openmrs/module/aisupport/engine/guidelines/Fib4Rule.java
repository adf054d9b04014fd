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
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Numbers;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A FIB-4 that does not rule liver fibrosis out, in those in whom a guideline asks for it. */
final class Fib4Rule implements Rule {

    static final String ID = "fib4";
    private static final String RISK = "fatty-liver-or-type-2-diabetes";
    private static final String CIRRHOSIS = "cirrhosis";

    private final RuleDefinition definition;

    Fib4Rule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        List<RecordedProblem> risk =
                snapshot.problems(RISK).stream().filter(RecordedProblem::active).toList();
        return Opening.before(definition, snapshot)
                .unless(snapshot.canRead(RISK) && risk.isEmpty(), "neither fatty liver nor type 2 diabetes on record")
                .unless(!snapshot.problems(CIRRHOSIS).isEmpty(), "fibrosis or cirrhosis is on record")
                .required()
                .adult("FIB-4 is unreliable in younger people")
                .notPregnant("the tests change in pregnancy")
                .then(() -> judge(snapshot, risk));
    }

    private RuleAnswer judge(Snapshot snapshot, List<RecordedProblem> risk) {
        List<Fib4> scores = Fib4.recent(snapshot);
        if (scores.isEmpty()) {
            return withoutScore(snapshot);
        }
        Fib4 latest = scores.get(0);
        if (latest.age() < definition.threshold("minAge")) {
            return new RuleAnswer.NotFired("the blood was drawn at a younger age, where FIB-4 is unreliable");
        }
        if (!isRaised(latest)) {
            return new RuleAnswer.NotFired("FIB-4 is not raised");
        }
        List<Evidence> evidence = new ArrayList<>(latest.cite(Stance.FOR));
        risk.forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        scores.stream()
                .skip(1)
                .limit(1)
                .filter(before -> !isRaised(before))
                .forEach(before -> evidence.addAll(before.cite(Stance.AGAINST)));
        boolean high = latest.isAbove(definition.threshold("highAbove"));
        return new RuleAnswer.Fired(definition.propose(
                high ? "high" : "raised",
                Map.of(
                        "score",
                        latest.score().toPlainString(),
                        "date",
                        snapshot.dayOf(latest.ast().at()).toString(),
                        "above",
                        Numbers.plain(high ? definition.threshold("highAbove") : raisedAbove(latest)),
                        "age",
                        Integer.toString(latest.age())),
                evidence,
                Unread.limit(definition, snapshot)));
    }

    /**
     * An AST is no routine test in diabetes, and a rule about a raised score has nothing to say of one that nobody asked for. It tells
     * what it lacks only where the tests were done, and either not on one day or not so that their values can be used.
     */
    private static RuleAnswer withoutScore(Snapshot snapshot) {
        if (Fib4.TESTS.stream().noneMatch(test -> snapshot.recent(test).isEmpty())) {
            String tests = Fib4.TESTS.stream().map(snapshot::labelOf).collect(Collectors.joining(", "));
            return Needs.missing(tests + " of one day in the last 12 months");
        }
        Needs needs = new Needs(snapshot);
        Fib4.TESTS.forEach(needs::whole);
        return needs.unmet().orElseGet(() -> new RuleAnswer.NotFired("the tests for a FIB-4 were not all done"));
    }

    private boolean isRaised(Fib4 fib4) {
        return fib4.isAbove(raisedAbove(fib4));
    }

    private double raisedAbove(Fib4 fib4) {
        boolean older = fib4.age() >= definition.threshold("olderFromAge");
        return definition.threshold(older ? "raisedAboveWhenOlder" : "raisedAbove");
    }
}
