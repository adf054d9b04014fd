/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A direct oral anticoagulant where the kidneys are too weak for it, or for its usual dose in atrial fibrillation. */
final class DoacRenalRule implements Rule {

    static final String ID = "doac-renal";
    private static final String ANY = "doac";
    private static final String FIBRILLATION = "atrial-fibrillation";
    private static final List<String> MEASURED = List.of(KidneyFunction.CREATININE, CreatinineClearance.WEIGHT);

    private final RuleDefinition definition;

    DoacRenalRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        List<RecordedMedication> orders = snapshot.activeMedications(ANY);
        return Opening.before(definition, snapshot)
                .unless(snapshot.canRead(ANY) && orders.isEmpty(), "no active order of a DOAC")
                .required()
                .notPregnant("the formula is not certain in pregnancy")
                .age()
                .sex()
                .adult("the formula and the product information are for adults")
                .then(() -> judgeOrders(snapshot));
    }

    private RuleAnswer judgeOrders(Snapshot snapshot) {
        List<Doac> ordered = Stream.of(Doac.values())
                .filter(doac -> !snapshot.activeMedications(doac.input()).isEmpty())
                .toList();
        if (ordered.isEmpty()) {
            return new Needs(snapshot)
                    .readable(Stream.of(Doac.values()).map(Doac::input).toList())
                    .unmet()
                    .orElseGet(() -> new RuleAnswer.NotFired("no DOAC that this rule knows"));
        }
        List<String> lacking = MEASURED.stream()
                .filter(input -> snapshot.latest(input).isEmpty())
                .map(snapshot::labelOfRecent)
                .toList();
        return lacking.isEmpty() ? judge(snapshot, ordered) : new RuleAnswer.Missing(lacking);
    }

    private RuleAnswer judge(Snapshot snapshot, List<Doac> ordered) {
        CreatinineClearance clearance =
                with(snapshot.latest(KidneyFunction.CREATININE).orElseThrow(), snapshot);
        if (clearance.age() < definition.threshold("minAge")) {
            return KidneyFunction.latest(snapshot).orElseThrow().ofAChild(snapshot);
        }
        Optional<Doac> outside = ordered.stream()
                .filter(doac -> doac.isOutside(clearance, definition))
                .findFirst();
        return outside.map(doac -> fireOutside(snapshot, doac, clearance))
                .orElseGet(() -> judgeDose(snapshot, ordered, clearance));
    }

    private static CreatinineClearance with(Measurement creatinine, Snapshot snapshot) {
        return CreatinineClearance.of(
                creatinine, snapshot.latest(CreatinineClearance.WEIGHT).orElseThrow(), snapshot);
    }

    private RuleAnswer fireOutside(Snapshot snapshot, Doac doac, CreatinineClearance clearance) {
        List<Evidence> evidence = new ArrayList<>(clearance.citeWithoutWeight(Stance.FOR));
        evidence.add(Evidence.of(Stance.FOR, clearance.weight()));
        evidence.addAll(ActiveOrders.cite(Stance.FOR, snapshot.activeMedications(doac.input())));
        // If the one before it was good, this fall may be acute, or a slip.
        snapshot.recent(KidneyFunction.CREATININE).stream()
                .filter(other -> other.at().isBefore(clearance.creatinine().at()))
                .findFirst()
                .map(other -> with(other, snapshot))
                .filter(before -> !doac.isOutside(before, definition))
                .ifPresent(before -> evidence.addAll(before.citeWithoutWeight(Stance.AGAINST)));
        String outcome = doac == Doac.DABIGATRAN ? "contraindicated" : "outside";
        return fire(outcome, snapshot, values(snapshot, doac, clearance, List.of()), evidence);
    }

    private RuleAnswer judgeDose(Snapshot snapshot, List<Doac> ordered, CreatinineClearance clearance) {
        int age = Ages.today(snapshot);
        Optional<Doac> lower = ordered.stream()
                .filter(doac -> !doac.reasons(clearance, age, definition).isEmpty())
                .findFirst();
        if (lower.isEmpty()) {
            return new RuleAnswer.NotFired("nothing here changes the dose");
        }
        List<RecordedProblem> fibrillation = snapshot.problems(FIBRILLATION).stream()
                .filter(RecordedProblem::active)
                .toList();
        if (fibrillation.isEmpty()) {
            return new Needs(snapshot)
                    .readable(List.of(FIBRILLATION))
                    .unmet()
                    .orElseGet(() -> new RuleAnswer.NotFired("no atrial fibrillation on record"));
        }
        return fireLower(snapshot, lower.get(), clearance, fibrillation);
    }

    /** Cites no weight and no number that follows it: the patient is weighed often, and each time it would be another finding. */
    private RuleAnswer fireLower(
            Snapshot snapshot, Doac doac, CreatinineClearance clearance, List<RecordedProblem> fibrillation) {
        List<Evidence> evidence =
                new ArrayList<>(ActiveOrders.cite(Stance.FOR, snapshot.activeMedications(doac.input())));
        fibrillation.forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        evidence.add(Evidence.of(Stance.FOR, clearance.creatinine()));
        List<String> reasons = doac.reasons(clearance, Ages.today(snapshot), definition);
        return fire(doac.input(), snapshot, values(snapshot, doac, clearance, reasons), evidence);
    }

    private Map<String, String> values(
            Snapshot snapshot, Doac doac, CreatinineClearance clearance, List<String> reasons) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("drug", doac.inWords());
        values.put("clearance", Long.toString(clearance.whole()));
        values.put("from", Long.toString((long) definition.threshold(doac.input() + "From")));
        values.put("date", clearance.day(snapshot).toString());
        values.put("weight", clearance.weightInWords());
        values.put("weighed", snapshot.dayOf(clearance.weight().at()).toString());
        values.put("reasons", String.join(", ", reasons));
        return values;
    }

    private RuleAnswer fire(String outcome, Snapshot snapshot, Map<String, String> values, List<Evidence> evidence) {
        return new RuleAnswer.Fired(definition.propose(outcome, values, evidence, Unread.limit(definition, snapshot)));
    }
}
