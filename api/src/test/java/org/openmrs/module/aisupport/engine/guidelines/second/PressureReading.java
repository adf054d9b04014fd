/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules about blood pressure, read from NICE NG136. */
final class PressureReading {

    private PressureReading() {}

    /** Both halves of one measurement, or of one mean. */
    private record Pressure(double systolic, double diastolic, Chart.Result half) {
        int daysAgo() {
            return half.daysAgo();
        }

        boolean isRaised() {
            return systolic >= 140 || diastolic >= 90;
        }

        boolean isSevere() {
            return systolic >= 180 || diastolic >= 120;
        }

        /** As a mean of the readings at home or of a day. */
        boolean isRaisedMean() {
            return systolic >= 135 || diastolic >= 85;
        }
    }

    /**
     * Clinic pressure from 140/90 on is measured again in the same consultation, the lower of the last two counts (1.2.2); severe is 180 or
     * more, or 120 or more. Adults; pregnancy has a guideline of its own. That the last reading is severe whatever the one before it
     * was, and that a mean from home has the word where it is raised too, or not older than the reading, is the project's.
     */
    static Said clinic(Facts facts) {
        List<Pressure> pressures = pressures(facts, 30);
        if (!facts.isAdult() || facts.isPregnant() || pressures.isEmpty()) {
            return Said.NOTHING;
        }
        Pressure last = pressures.get(0);
        boolean once = pressures.size() == 1 || pressures.get(1).daysAgo() != last.daysAgo();
        if (last.isSevere()) {
            return Said.CRITICAL;
        }
        boolean raised = last.isRaised() && (once || pressures.get(1).isRaised());
        boolean homeHasTheWord = means(facts).stream()
                .findFirst()
                .filter(mean -> mean.isRaisedMean() || mean.daysAgo() <= last.daysAgo())
                .isPresent();
        if (!raised || homeHasTheWord || facts.everHad(Illness.Group.HYPERTENSION)) {
            return Said.NOTHING;
        }
        return once ? Said.INFO : Said.WARNING;
    }

    /**
     * Hypertension is a clinic pressure of 140/90 and more with a mean of 135/85 and more at home, or of a day (1.2.8). That a year is
     * looked at, whatever was measured first, and that a mean alone is told of where no pressure was taken in the clinic, is the project's.
     */
    static Said home(Facts facts) {
        List<Chart.Result> halves = facts.recent(Facts.A_YEAR, Lab.homePressures());
        boolean known = facts.everHad(Illness.Group.HYPERTENSION);
        if (halves.isEmpty() || known || !facts.isAdult() || facts.isPregnant()) {
            return Said.NOTHING;
        }
        Optional<Pressure> mean = means(facts).stream().findFirst();
        Instant newest = halves.get(0).at();
        if (mean.filter(whole -> whole.half().at().equals(newest)).isEmpty()) {
            return Said.CANT_TELL;
        }
        List<Pressure> clinic = pressures(facts, Facts.A_YEAR);
        if (!mean.get().isRaisedMean()) {
            return Said.NOTHING;
        }
        return clinic.isEmpty() ? Said.INFO : hasRaisedVisit(clinic) ? Said.WARNING : Said.NOTHING;
    }

    /** Of each day the lower of the last two: it is raised where both are. */
    private static boolean hasRaisedVisit(List<Pressure> newestFirst) {
        return newestFirst.stream().collect(Collectors.groupingBy(Pressure::daysAgo)).values().stream()
                .anyMatch(day -> day.stream().limit(2).allMatch(Pressure::isRaised));
    }

    /** Newest first; a half without its other half is none. */
    private static List<Pressure> means(Facts facts) {
        return facts.recent(Facts.A_YEAR, Lab.HOME_SYSTOLIC, Lab.DAY_SYSTOLIC).stream()
                .flatMap(systolic -> facts.all(Lab.HOME_DIASTOLIC, Lab.DAY_DIASTOLIC).stream()
                        .filter(diastolic -> diastolic.at().equals(systolic.at()))
                        .map(diastolic -> new Pressure(systolic.value(), diastolic.value(), systolic)))
                .toList();
    }

    /** Newest first. */
    private static List<Pressure> pressures(Facts facts, int days) {
        List<Chart.Result> systolic = facts.all(Lab.SYSTOLIC);
        List<Chart.Result> diastolic = facts.all(Lab.DIASTOLIC);
        return IntStream.range(0, systolic.size())
                .mapToObj(i ->
                        new Pressure(systolic.get(i).value(), diastolic.get(i).value(), systolic.get(i)))
                .filter(pressure -> pressure.daysAgo() <= days)
                .toList();
    }
}
