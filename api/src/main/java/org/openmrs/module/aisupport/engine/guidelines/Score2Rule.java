/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A high risk of a first cardiovascular event, and no lipid-lowering medicine ordered. Only where a practice said in which region it is. */
final class Score2Rule implements Rule {

    static final String ID = "score2";
    private static final String PRESSURE = "systolic-bp";
    private static final List<String> NOT_WITH = List.of(
            "arterial-disease",
            "stroke-or-tia",
            "brain-haemorrhage",
            "diabetes",
            "ckd",
            "kidney-failure",
            "familial-hypercholesterolaemia");

    private final RuleDefinition definition;
    private final Optional<Score2.Region> region;

    Score2Rule(RuleDefinition definition) {
        this.definition = definition;
        this.region = definition.variant().map(chosen -> Score2.Region.named(chosen.name()));
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        StandingOrders lipidMedicines = StandingOrders.of(snapshot, List.of("statin", "lipid-lowering"));
        boolean sick = NOT_WITH.stream()
                .anyMatch(disease -> !snapshot.problems(disease).isEmpty());
        return Opening.before(definition, snapshot)
                .unless(lipidMedicines.any(), "a lipid-lowering medicine is ordered")
                .unless(sick, "SCORE2 is not made for people with a disease that is on record")
                .adult("SCORE2 begins at a higher age")
                .unless(Ages.today(snapshot) > definition.threshold("maxAge"), "SCORE2-OP ends at a lower age")
                .required()
                .notPregnant("SCORE2 is not made for pregnancy")
                .sex()
                .then(() -> judge(snapshot, lipidMedicines));
    }

    private RuleAnswer judge(Snapshot snapshot, StandingOrders lipidMedicines) {
        if (hasWeakKidneys(snapshot)) {
            return new RuleAnswer.NotFired("SCORE2 is not made for a reduced eGFR");
        }
        Optional<Measurement> pressure = pressure(snapshot);
        Optional<Lipids> lipids = Lipids.latest(snapshot);
        Optional<Smoking> smoking = Smoking.of(snapshot);
        return new Needs(snapshot)
                .fact(pressure.isPresent(), snapshot.labelOf(PRESSURE) + " of the last 12 months")
                .fact(
                        lipids.isPresent(),
                        snapshot.labelOf(Lipids.TOTAL) + " and, of the same day, " + snapshot.labelOfRecent(Lipids.HDL))
                .fact(smoking.isPresent(), snapshot.labelOfRecent(Smoking.ANSWER))
                .unmet()
                .orElseGet(() -> judge(
                        snapshot,
                        lipidMedicines,
                        new Risk(pressure.orElseThrow(), lipids.orElseThrow(), smoking.orElseThrow())));
    }

    private record Risk(Measurement pressure, Lipids lipids, Smoking smoking) {

        /** As it is shown, so that what is shown and what is compared are one. */
        BigDecimal percent(Snapshot snapshot, Score2.Region region) {
            Score2.Person person = new Score2.Person(
                    Ages.today(snapshot),
                    snapshot.patient().sex(),
                    smoking.now(),
                    pressure.value(),
                    lipids.total().value(),
                    lipids.hdl().value());
            return BigDecimal.valueOf(Score2.percent(person, region)).setScale(1, RoundingMode.HALF_UP);
        }
    }

    private RuleAnswer judge(Snapshot snapshot, StandingOrders lipidMedicines, Risk risk) {
        Score2.Region here = region.orElseThrow(() -> new IllegalStateException("No region was chosen."));
        BigDecimal percent = risk.percent(snapshot, here);
        int age = Ages.today(snapshot);
        String ages = age < definition.threshold("middleFromAge") ? "Young" : isOlder(age) ? "Old" : "Middle";
        if (isBelow(percent, "high" + ages)) {
            return new RuleAnswer.NotFired("the risk is low to moderate");
        }
        boolean veryHigh = !isBelow(percent, "veryHigh" + ages);
        List<Evidence> evidence = new ArrayList<>();
        // Without a date: else the same finding would be another each day.
        evidence.add(new Evidence(
                Stance.FOR,
                Optional.empty(),
                (isOlder(age) ? "SCORE2-OP, " : "SCORE2, ") + here.words(),
                Optional.of(percent.toPlainString() + " %"),
                Optional.empty()));
        evidence.add(Evidence.of(Stance.FOR, risk.pressure()));
        evidence.addAll(risk.lipids().cite(Stance.FOR));
        evidence.addAll(risk.smoking().evidence());
        evidence.addAll(lipidMedicines.citeLast());
        String band = veryHigh ? "very high" : "high";
        return new RuleAnswer.Fired(definition.propose(
                isOlder(age) ? "older" : veryHigh ? "veryHigh" : "high",
                Map.of(
                        "percent", percent.toPlainString(),
                        "band", band,
                        "age", Integer.toString(age),
                        "sex", snapshot.patient().sex().name().toLowerCase(Locale.ROOT),
                        "smoking", risk.smoking().now() ? "smoking" : "not smoking",
                        "pressure", risk.pressure().asRecorded(),
                        "cholesterol", risk.lipids().total().asRecorded(),
                        "hdl", risk.lipids().hdl().asRecorded(),
                        "region", here.words(),
                        "earlier", lipidMedicines.lastInWords()),
                evidence,
                Unread.limit(definition, snapshot) + lipidMedicines.unreadInWords()));
    }

    private boolean isOlder(int age) {
        return age >= definition.threshold("oldFromAge");
    }

    private boolean isBelow(BigDecimal percent, String threshold) {
        return percent.compareTo(BigDecimal.valueOf(definition.threshold(threshold))) < 0;
    }

    /** As they were last measured, if that is not too long ago; that they were not is no reason to say nothing. */
    private boolean hasWeakKidneys(Snapshot snapshot) {
        return KidneyFunction.latest(snapshot)
                .filter(kidneys -> kidneys.egfr() < definition.threshold("notWithEgfrBelow"))
                .isPresent();
    }

    /** For longer than it counts for finding hypertension: a risk of ten years does not change with each visit. */
    private Optional<Measurement> pressure(Snapshot snapshot) {
        LocalDate since = snapshot.today().minusDays((long) definition.threshold("pressureWithinDays"));
        return LastResult.of(PRESSURE, snapshot)
                .filter(last -> !snapshot.dayOf(last.at()).isBefore(since));
    }
}
