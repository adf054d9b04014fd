/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom SCORE2 is meant for, and from where on it is high: ESC 2021 (Visseren FLJ et al., Eur Heart J 2021;42:3227-3337,
 * doi:10.1093/eurheartj/ehab484), table 5 and section 3.2.3. How long what it is reckoned from counts is the project's, and that lipids of one day are taken.
 */
final class HeartRiskReading {

    private static final int TWO_YEARS = 731;

    private HeartRiskReading() {}

    /** What the total comes from, so that a random chart can put another in its place. */
    record Lipids(Chart.Result total, double millimoles, double hdl) {}

    /** From 2.5 % before 50, from 5 % up to 69, from 7.5 % on later. */
    static Said high(Facts facts) {
        Optional<Region> region = facts.practice().region();
        if (region.isEmpty() || !isMeantFor(facts)) {
            return Said.NOTHING;
        }
        return risk(facts)
                .map(risk -> risk.tenths(region.get()) >= highFrom(facts.age()) ? Said.INFO : Said.NOTHING)
                .orElse(Said.CANT_TELL);
    }

    /** As it is told, where it is high: "7.5 % in 10 years (very high at this age)" for instance. */
    static Optional<String> told(Facts facts) {
        if (high(facts) != Said.INFO) {
            return Optional.empty();
        }
        long tenths = risk(facts).orElseThrow().tenths(facts.practice().region().orElseThrow());
        String band = tenths >= veryHighFrom(facts.age()) ? "very high" : "high";
        return Optional.of(tenths / 10 + "." + tenths % 10 + " % in 10 years (" + band + " at this age)");
    }

    /** In tenths of a per cent. */
    static int highFrom(int age) {
        return age < 50 ? 25 : age < 70 ? 50 : 75;
    }

    static int veryHighFrom(int age) {
        return age < 50 ? 75 : age < 70 ? 100 : 150;
    }

    /** The apparently healthy, and not treated for their lipids. */
    static boolean isMeantFor(Facts facts) {
        boolean treated = facts.isGiven(Group.STATIN) || facts.isGiven(Group.LIPID_LOWERING);
        boolean ill = Stream.of(
                        Illness.Group.ARTERIAL_DISEASE,
                        Illness.Group.STROKE,
                        Illness.Group.BRAIN_HAEMORRHAGE,
                        Illness.Group.DIABETES,
                        Illness.Group.KIDNEY_DISEASE,
                        Illness.Group.KIDNEY_FAILURE,
                        Illness.Group.FAMILIAL_HYPERCHOLESTEROLAEMIA)
                .anyMatch(facts::everHad);
        boolean weakKidneys =
                facts.recentEstimate().filter(estimate -> estimate.value() < 60).isPresent();
        boolean ofAge = facts.age() >= 40 && facts.age() <= 89;
        return ofAge && !treated && !ill && !weakKidneys && !facts.isPregnant();
    }

    static Optional<HeartRisk> risk(Facts facts) {
        Optional<Double> systolic = facts.latest(Facts.A_YEAR, Lab.SYSTOLIC).map(Chart.Result::value);
        Optional<Lipids> lipids = lipids(facts);
        Optional<Boolean> smokes = facts.smokes(TWO_YEARS);
        if (systolic.isEmpty() || lipids.isEmpty() || smokes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HeartRisk(
                facts.sex(),
                facts.age(),
                smokes.get(),
                systolic.get(),
                lipids.get().millimoles(),
                lipids.get().hdl()));
    }

    /** The newest of one day; where there is not less HDL than cholesterol, one of them is wrong, and the next one counts. */
    static Optional<Lipids> lipids(Facts facts) {
        return facts.recent(TWO_YEARS, Lab.TOTAL_CHOLESTEROL, Lab.TOTAL_CHOLESTEROL_IN_MG).stream()
                .flatMap(total -> facts.all(Lab.HDL, Lab.HDL_IN_MG).stream()
                        .filter(hdl -> hdl.day().equals(total.day()))
                        .map(hdl -> new Lipids(total, millimoles(total), millimoles(hdl))))
                .filter(lipids -> lipids.hdl() < lipids.millimoles())
                .findFirst();
    }

    /** A millimole of cholesterol weighs 386.7 mg. */
    static double millimoles(Chart.Result result) {
        boolean inMilligrams = result.lab() == Lab.TOTAL_CHOLESTEROL_IN_MG || result.lab() == Lab.HDL_IN_MG;
        return inMilligrams ? result.value() * 0.02586 : result.value();
    }
}
