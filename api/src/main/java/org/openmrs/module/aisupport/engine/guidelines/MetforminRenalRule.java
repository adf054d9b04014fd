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
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Metformin while the kidneys are weak: review the dose below one eGFR, stop below another. */
final class MetforminRenalRule implements Rule {

    static final String ID = "metformin-renal";
    private static final String CREATININE = "creatinine";
    private static final String METFORMIN = "metformin";

    private final RuleDefinition definition;

    MetforminRenalRule(RuleDefinition definition) {
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
        List<RecordedMedication> metformin = snapshot.activeMedications(METFORMIN);
        if (metformin.isEmpty()) {
            return new RuleAnswer.NotFired("no active order of metformin");
        }
        Optional<RuleAnswer> unknown = new Needs(snapshot).age().sex().unmet();
        if (unknown.isPresent()) {
            return unknown.get();
        }
        return snapshot.latest(CREATININE)
                .map(creatinine -> judge(snapshot, metformin, creatinine))
                .orElseGet(() -> Needs.missing(snapshot.labelOfRecent(CREATININE)));
    }

    private RuleAnswer judge(Snapshot snapshot, List<RecordedMedication> metformin, Measurement creatinine) {
        if (ageAt(snapshot, creatinine) < definition.threshold("minAge")) {
            return new RuleAnswer.NotFired("the equation and the guideline are for adults");
        }
        long egfr = egfr(snapshot, creatinine);
        if (egfr >= definition.threshold("reviewBelow")) {
            return new RuleAnswer.NotFired("eGFR is not below the threshold");
        }
        String outcome = egfr < definition.threshold("stopBelow") ? "stop" : "review";
        return new RuleAnswer.Fired(definition.propose(
                outcome,
                Map.of(
                        "egfr",
                        Long.toString(egfr),
                        "date",
                        snapshot.dayOf(creatinine.at()).toString()),
                evidence(snapshot, metformin, creatinine, egfr)));
    }

    private List<Evidence> evidence(
            Snapshot snapshot, List<RecordedMedication> metformin, Measurement creatinine, long egfr) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(Stance.FOR, creatinine));
        evidence.add(reckoned(Stance.FOR, egfr, creatinine));
        metformin.forEach(order -> evidence.add(Evidence.of(Stance.FOR, order)));
        previousThatSpeaksAgainst(snapshot, creatinine).ifPresent(previous -> {
            evidence.add(Evidence.of(Stance.AGAINST, previous));
            evidence.add(reckoned(Stance.AGAINST, egfr(snapshot, previous), previous));
        });
        return evidence;
    }

    /** A result just before that was above the threshold: the fall may be acute, or a slip. */
    private Optional<Measurement> previousThatSpeaksAgainst(Snapshot snapshot, Measurement latest) {
        return snapshot.recent(CREATININE).stream()
                .filter(measurement -> measurement.at().isBefore(latest.at()))
                .findFirst()
                .filter(previous -> egfr(snapshot, previous) >= definition.threshold("reviewBelow"));
    }

    private static Evidence reckoned(Stance stance, long egfr, Measurement creatinine) {
        return Evidence.reckoned(stance, "eGFR (CKD-EPI 2021)", egfr + " mL/min/1.73 m²", creatinine.at());
    }

    /** Rounded to a whole number before it is compared, as laboratories report it (KDIGO 2024). */
    private static long egfr(Snapshot snapshot, Measurement creatinine) {
        return Math.round(Egfr.ckdEpi2021(
                creatinine.value(),
                ageAt(snapshot, creatinine),
                snapshot.patient().sex()));
    }

    private static int ageAt(Snapshot snapshot, Measurement measurement) {
        return snapshot.patient().ageOn(snapshot.dayOf(measurement.at())).orElse(0);
    }
}
