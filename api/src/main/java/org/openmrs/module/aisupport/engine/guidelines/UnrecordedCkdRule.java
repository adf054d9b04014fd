/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A reduced eGFR, and no kidney disease on record: chronic if it has lasted, else a reason to repeat the first one. */
final class UnrecordedCkdRule implements Rule {

    static final String ID = "ckd-unrecorded";
    private static final String CKD = "ckd";
    private static final String FAILURE = "kidney-failure";
    private static final String INJURY = "acute-kidney-injury";

    private final RuleDefinition definition;

    UnrecordedCkdRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        // However long ago and whether active or not, it is for the GP to weigh and not news.
        boolean recorded =
                !snapshot.problems(CKD).isEmpty() || !snapshot.problems(FAILURE).isEmpty();
        return Opening.of(definition, snapshot)
                .age()
                .unless(recorded, "kidney disease is on record")
                .adult("the equation and the guidelines are for adults")
                .notPregnant("the eGFR is not certain in pregnancy")
                .sex()
                .then(() -> KidneyFunction.latest(snapshot)
                        .map(latest -> judge(snapshot, latest))
                        .orElseGet(() -> Needs.missing(snapshot.labelOfRecent(KidneyFunction.CREATININE))));
    }

    private RuleAnswer judge(Snapshot snapshot, KidneyFunction latest) {
        if (!isReduced(latest)) {
            return new RuleAnswer.NotFired("the latest eGFR is not reduced");
        }
        List<KidneyFunction> all = KidneyFunction.all(snapshot);
        Optional<KidneyFunction> lasting = all.stream()
                .takeWhile(this::isReduced)
                .filter(earlier -> daysBetween(earlier, latest) >= definition.threshold("chronicFromDays"))
                .findFirst();
        if (lasting.isPresent()) {
            return fireChronic(snapshot, latest, lasting.get());
        }
        return all.size() == 1 ? judgeFirst(snapshot, latest) : new RuleAnswer.NotFired("not reduced for long enough");
    }

    private RuleAnswer fireChronic(Snapshot snapshot, KidneyFunction latest, KidneyFunction earlier) {
        List<Evidence> evidence = new ArrayList<>(latest.cite(Stance.FOR));
        evidence.addAll(earlier.cite(Stance.FOR));
        KidneyFunction.recent(snapshot).stream()
                .filter(recent -> isAdult(recent) && !isReduced(recent))
                .findFirst()
                .ifPresent(good -> evidence.addAll(good.cite(Stance.AGAINST)));
        snapshot.problems(INJURY).stream()
                .filter(problem -> isRecent(problem, snapshot))
                .forEach(problem -> evidence.add(Evidence.of(Stance.AGAINST, problem)));
        return new RuleAnswer.Fired(definition.propose(
                "chronic",
                Map.of(
                        "egfr",
                        Long.toString(latest.egfr()),
                        "category",
                        category(latest),
                        "earlier",
                        Long.toString(earlier.egfr()),
                        "since",
                        earlier.day().toString(),
                        "date",
                        latest.day().toString()),
                evidence,
                Unread.limit(definition, snapshot)));
    }

    /** One value says nothing of how long it has been so; but it is not to be forgotten. */
    private RuleAnswer judgeFirst(Snapshot snapshot, KidneyFunction first) {
        if (ChronoUnit.DAYS.between(first.day(), snapshot.today()) > definition.threshold("firstWithinDays")) {
            return new RuleAnswer.NotFired("the only eGFR is from too long ago to be repeated at once");
        }
        Optional<RuleAnswer> overlooked =
                new Needs(snapshot).whole(KidneyFunction.CREATININE).unmet();
        return overlooked.orElseGet(() -> new RuleAnswer.Fired(definition.propose(
                "first",
                Map.of("egfr", Long.toString(first.egfr()), "date", first.day().toString()),
                first.cite(Stance.FOR),
                Unread.limit(definition, snapshot))));
    }

    private boolean isReduced(KidneyFunction kidneys) {
        return isAdult(kidneys) && kidneys.egfr() < definition.threshold("reducedBelow");
    }

    private boolean isAdult(KidneyFunction kidneys) {
        return kidneys.age() >= definition.threshold("minAge");
    }

    private String category(KidneyFunction kidneys) {
        if (kidneys.egfr() >= definition.threshold("g3aFrom")) {
            return "G3a";
        }
        if (kidneys.egfr() >= definition.threshold("g3bFrom")) {
            return "G3b";
        }
        return kidneys.egfr() >= definition.threshold("g4From") ? "G4" : "G5";
    }

    private boolean isRecent(RecordedProblem injury, Snapshot snapshot) {
        long days = (long) definition.threshold("injuryWithinDays");
        return injury.since()
                .map(since -> !snapshot.dayOf(since).isBefore(snapshot.today().minusDays(days)))
                .orElse(injury.active());
    }

    private static long daysBetween(KidneyFunction earlier, KidneyFunction later) {
        return ChronoUnit.DAYS.between(earlier.day(), later.day());
    }
}
