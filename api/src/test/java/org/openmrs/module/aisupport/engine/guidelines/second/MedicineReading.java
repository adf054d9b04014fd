/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Rules about medicines, read from their sources. */
final class MedicineReading {

    private MedicineReading() {}

    /**
     * UK Kidney Association, acute hyperkalaemia in adults, 2023: mild 5.5 to 5.9, moderate 6.0 to 6.4, severe from 6.5 on. NICE
     * NG203 1.6.19: stop a renin-angiotensin blocker at 6.0 or more. MHRA 2016: the same care with spironolactone. Below 6.5 the
     * rule is about these medicines only.
     */
    static Said potassium(Facts facts) {
        Optional<Double> potassium = facts.latest(30, Lab.POTASSIUM).map(Chart.Result::value);
        if (!facts.isAdult() || potassium.isEmpty()) {
            return Said.NOTHING;
        }
        boolean raisingMedicine = facts.takes(Group.RAS_BLOCKER) || facts.takes(Group.MRA);
        if (potassium.get() >= 6.5 || raisingMedicine && potassium.get() >= 6.0) {
            return Said.CRITICAL;
        }
        return raisingMedicine && potassium.get() >= 5.5 ? Said.WARNING : Said.NOTHING;
    }

    /**
     * MHRA Drug Safety Update, September 2014: contraindicated below 45, with care and for 3 to 7 days from 30 to 44. NHS
     * Specialist Pharmacy Service: contraindicated below 30.
     */
    static Said nitrofurantoin(Facts facts) {
        return facts.isPregnant() ? Said.NOTHING : byKidneyFunction(facts, Group.NITROFURANTOIN);
    }

    /** Summary of product characteristics since EMA 2016, STOPP v3 E6: contraindicated below 30; dose reviewed from 30 to 44. */
    static Said metformin(Facts facts) {
        return byKidneyFunction(facts, Group.METFORMIN);
    }

    private static Said byKidneyFunction(Facts facts, Group medicine) {
        if (!facts.takes(medicine) || !facts.isAdult()) {
            return Said.NOTHING;
        }
        return facts.recentEstimate()
                .map(estimate ->
                        estimate.value() < 30 ? Said.CRITICAL : estimate.value() < 45 ? Said.WARNING : Said.NOTHING)
                .orElse(Said.CANT_TELL);
    }

    /**
     * Lapi F et al., BMJ 2013;346:e8525: acute kidney injury is more frequent under an ACE inhibitor or ARB, a diuretic and an NSAID
     * together, under two of them it is not. bpac NZ 2018: avoid the three.
     */
    static Said tripleWhammy(Facts facts) {
        boolean three = facts.takes(Group.NSAID) && facts.takes(Group.RAS_BLOCKER) && facts.takes(Group.DIURETIC);
        return three && facts.isAdult() ? Said.WARNING : Said.NOTHING;
    }

    /**
     * STOPP v3 E4: below 50 from 65 years on. Product characteristics: not in severe kidney failure, read as below 30. NICE NG203
     * 1.3.10 and 1.1.20: in chronic kidney disease an eGFR each year.
     */
    static Said nsaid(Facts facts) {
        if (!facts.takes(Group.NSAID) || !facts.isAdult()) {
            return Said.NOTHING;
        }
        Optional<Facts.Estimate> estimate = facts.recentEstimate();
        if (estimate.isEmpty()) {
            boolean unchecked = facts.latest(Facts.A_YEAR, Facts.CREATININE).isEmpty();
            return unchecked && KidneyReading.isChronicWithoutDialysis(facts) ? Said.INFO : Said.CANT_TELL;
        }
        if (estimate.get().value() < 30) {
            return Said.CRITICAL;
        }
        return estimate.get().value() < 50 && facts.age() >= 65 ? Said.WARNING : Said.NOTHING;
    }

    /**
     * NHS Specialist Pharmacy Service, lithium monitoring: a level each 3 months in the first year, from 65 years on, with interacting
     * medicines and where the last one was 0.8 or more, else each 6 months; kidney function, calcium and thyroid each 6 months;
     * toxic from about 1.5 on.
     */
    static Said lithium(Facts facts) {
        if (!facts.takes(Group.LITHIUM) || !facts.isAdult()) {
            return Said.NOTHING;
        }
        if (facts.latest(30, Lab.LITHIUM_LEVEL)
                .filter(level -> level.value() >= 1.5)
                .isPresent()) {
            return Said.CRITICAL;
        }
        if (!isOnLithiumFor(facts, 3)) {
            return Said.NOTHING;
        }
        int months = needsQuarterly(facts) ? 3 : 6;
        if (isOverdue(facts, months, Lab.LITHIUM_LEVEL)) {
            return Said.WARNING;
        }
        boolean testLacks = isOverdue(facts, 6, Lab.TSH)
                || isOverdue(facts, 6, Lab.CALCIUM)
                || isOverdue(facts, 6, Facts.CREATININE);
        return testLacks ? Said.INFO : Said.NOTHING;
    }

    private static boolean needsQuarterly(Facts facts) {
        boolean firstYear = !isOnLithiumFor(facts, 12);
        boolean high = facts.all(Lab.LITHIUM_LEVEL).stream()
                .findFirst()
                .filter(level -> level.value() >= 0.8)
                .isPresent();
        boolean interacting =
                List.of(Group.NSAID, Group.RAS_BLOCKER, Group.DIURETIC).stream().anyMatch(facts::takes);
        return firstYear || high || interacting || facts.age() >= 65;
    }

    /**
     * BSR and BHPR 2017 as quoted by NICE: blood count, kidney function and liver enzymes at least each 12 weeks once the dose is stable. Two weeks'
     * grace, quiet in the first 14 weeks, with an active cancer and in pregnancy are the project's.
     */
    static Said methotrexate(Facts facts) {
        LocalDate fourteenWeeksAgo = Chart.TODAY.minusWeeks(14);
        boolean settled = facts.orders(Group.METHOTREXATE).stream()
                .anyMatch(order -> Chart.TODAY.minusDays(order.startedDaysAgo()).isBefore(fourteenWeeksAgo));
        boolean asked = facts.takes(Group.METHOTREXATE) && settled && facts.isAdult() && !facts.isPregnant();
        if (!asked || facts.has(Illness.Group.CANCER)) {
            return Said.NOTHING;
        }
        boolean complete = facts.doneSince(fourteenWeeksAgo, Lab.WHITE_CELLS)
                && facts.doneSince(fourteenWeeksAgo, Facts.CREATININE)
                && facts.doneSince(fourteenWeeksAgo, Lab.ALT, Lab.AST);
        return complete ? Said.NOTHING : Said.WARNING;
    }

    private static boolean isOnLithiumFor(Facts facts, int months) {
        return !firstLithium(facts).isAfter(Chart.TODAY.minusMonths(months));
    }

    /** The day of the first of its orders. */
    private static LocalDate firstLithium(Facts facts) {
        int started = facts.orders(Group.LITHIUM).stream()
                .mapToInt(Chart.Order::startedDaysAgo)
                .max()
                .orElse(0);
        return Chart.TODAY.minusDays(started);
    }

    /** Counted from the last one, and from the first order where there never was one. Two weeks' grace are the project's. */
    private static boolean isOverdue(Facts facts, int months, Lab... labs) {
        LocalDate since =
                facts.all(labs).stream().findFirst().map(Chart.Result::day).orElse(firstLithium(facts));
        return since.isBefore(Chart.TODAY.minusMonths(months).minusDays(14));
    }
}
