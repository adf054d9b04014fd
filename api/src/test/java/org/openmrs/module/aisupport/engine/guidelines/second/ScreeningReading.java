/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rules about diabetes, blood pressure and anaemia, read from their sources. */
final class ScreeningReading {

    private ScreeningReading() {}

    /**
     * WHO 2011 (John WG, Diabet Med 2012;29:1350-7): HbA1c of 48 mmol/mol or 6.5 % and more, in the unit it was reported in, confirmed
     * by a second one where there are no symptoms; not in pregnancy, not for children.
     */
    static Said diabetesRange(Facts facts) {
        if (!facts.isAdult() || facts.isPregnant() || facts.everHad(Illness.Group.DIABETES)) {
            return Said.NOTHING;
        }
        boolean inRange = facts.latest(Facts.A_YEAR, Lab.HBA1C, Lab.HBA1C_IN_PERCENT)
                .filter(ScreeningReading::isDiabetic)
                .isPresent();
        return inRange ? Said.WARNING : Said.NOTHING;
    }

    /**
     * NICE PH38: 42 to 47 mmol/mol or 6.0 to 6.4 % is a high risk, and so is any value below 48 or 6.5 after one that was not; tested
     * again each year. That more than five years ago is too long ago is the project's.
     */
    static Said diabetesRisk(Facts facts) {
        List<Chart.Result> values = facts.all(Lab.HBA1C, Lab.HBA1C_IN_PERCENT);
        if (!facts.isAdult() || facts.isPregnant() || facts.everHad(Illness.Group.DIABETES) || values.isEmpty()) {
            return Said.NOTHING;
        }
        Chart.Result last = values.get(0);
        boolean due =
                last.day().isBefore(Chart.TODAY.minusYears(1)) && !last.day().isBefore(Chart.TODAY.minusYears(5));
        boolean highRisk = isFrom(42, 6.0, last) || values.stream().anyMatch(ScreeningReading::isDiabetic);
        return due && highRisk && !isDiabetic(last) ? Said.INFO : Said.NOTHING;
    }

    private static boolean isDiabetic(Chart.Result result) {
        return isFrom(48, 6.5, result);
    }

    private static boolean isFrom(double millimoles, double percent, Chart.Result result) {
        return result.value() >= (result.lab() == Lab.HBA1C ? millimoles : percent);
    }

    /**
     * WHO 2024: anaemia is a haemoglobin below 130 g/L in men and 120 in women who are not pregnant, severe below 80. Snook J et al., Gut
     * 2021;70:2030-2051: ferritin tells whether it is of iron. That both count for 90 days, and iron or its known lack keeps quiet, is the
     * project's.
     */
    static Said anaemia(Facts facts) {
        Optional<Chart.Result> latest = facts.latest(90, Lab.HAEMOGLOBIN, Lab.HAEMOGLOBIN_PER_DL);
        boolean known = facts.isGiven(Group.IRON) || facts.has(Illness.Group.IRON_DEFICIENCY);
        if (latest.isEmpty() || known || !facts.isAdult() || facts.isPregnant()) {
            return Said.NOTHING;
        }
        boolean ferritin = facts.all(Lab.FERRITIN).stream()
                .anyMatch(result -> Math.abs(result.daysAgo() - latest.get().daysAgo()) <= 90);
        double grams = latest.get().value() * (latest.get().lab() == Lab.HAEMOGLOBIN ? 1 : 10);
        boolean low = grams < (facts.isWoman() ? 120 : 130);
        return ferritin || !low ? Said.NOTHING : grams < 80 ? Said.WARNING : Said.INFO;
    }

    /** Both halves of one measurement. */
    private record Pressure(double systolic, double diastolic, int daysAgo) {
        boolean isRaised() {
            return systolic >= 140 || diastolic >= 90;
        }

        boolean isSevere() {
            return systolic >= 180 || diastolic >= 120;
        }
    }

    /**
     * NICE NG136: clinic pressure from 140/90 on is measured again, the lower of the last two counts (1.2.2); severe is 180 or more, or
     * 120 or more. Adults; pregnancy has a guideline of its own. That the last two may be of different days, and that the last one is severe whatever
     * the one before it was, is the project's.
     */
    static Said bloodPressure(Facts facts) {
        List<Pressure> pressures = pressures(facts);
        if (!facts.isAdult() || facts.isPregnant() || pressures.isEmpty()) {
            return Said.NOTHING;
        }
        Pressure last = pressures.get(0);
        boolean once = pressures.size() == 1;
        if (last.isSevere()) {
            return Said.CRITICAL;
        }
        boolean raised = last.isRaised() && (once || pressures.get(1).isRaised());
        if (!raised || facts.everHad(Illness.Group.HYPERTENSION)) {
            return Said.NOTHING;
        }
        return once ? Said.INFO : Said.WARNING;
    }

    /** Those of 30 days, newest first. */
    private static List<Pressure> pressures(Facts facts) {
        List<Chart.Result> systolic = facts.all(Lab.SYSTOLIC);
        List<Chart.Result> diastolic = facts.all(Lab.DIASTOLIC);
        return IntStream.range(0, systolic.size())
                .mapToObj(i -> new Pressure(
                        systolic.get(i).value(),
                        diastolic.get(i).value(),
                        systolic.get(i).daysAgo()))
                .filter(pressure -> pressure.daysAgo() <= 30)
                .toList();
    }
}
