/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.List;
import java.util.Optional;

/** Rules about diabetes and anaemia, read from their sources. */
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
     * again each year. ADA 2025 (section 2, Diabetes Care 2025;48(Suppl 1):S27-S49): so is 39 to 47 mmol/mol or 5.7 to 6.4 %, where a practice goes by that. That more than five years ago is too long ago is the project's.
     */
    static Said diabetesRisk(Facts facts) {
        List<Chart.Result> values = facts.all(Lab.HBA1C, Lab.HBA1C_IN_PERCENT);
        if (!facts.isAdult() || facts.isPregnant() || facts.everHad(Illness.Group.DIABETES) || values.isEmpty()) {
            return Said.NOTHING;
        }
        Chart.Result last = values.get(0);
        boolean due =
                last.day().isBefore(Chart.TODAY.minusYears(1)) && !last.day().isBefore(Chart.TODAY.minusYears(5));
        boolean inRange = facts.practice().americanLine() ? isFrom(39, 5.7, last) : isFrom(42, 6.0, last);
        boolean highRisk = inRange || values.stream().anyMatch(ScreeningReading::isDiabetic);
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
}
