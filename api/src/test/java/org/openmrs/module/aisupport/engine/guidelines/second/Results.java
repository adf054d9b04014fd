/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random results next to a threshold. */
final class Results {

    private static final int HALF_A_DAY_ALMOST = 11 * 60;

    private Results() {}

    /** Results that are still to be given a number: a creatinine next to a threshold of eGFR depends on whose it is. */
    interface Planned {
        List<Chart.Result> of(Person person, int index);
    }

    static Arbitrary<List<Planned>> any() {
        Arbitrary<List<Planned>> blood = Combinators.combine(
                        Creatinines.any(),
                        some(Lab.POTASSIUM, 2, 4.5, 5.0, 5.4, 5.49, 5.5, 5.9, 5.95, 5.99, 6.0, 6.4, 6.49, 6.5, 7.1),
                        some(Lab.HBA1C, 2, daysOfYears(), 38, 38.9, 39, 41, 41.9, 42, 47, 47.9, 48, 49, 60),
                        some(Lab.HBA1C_IN_PERCENT, 1, daysOfYears(), 5.6, 5.7, 5.9, 6.0, 6.4, 6.5, 6.6, 8),
                        allPressures())
                .as((a, b, c, d, e) -> together(List.of(a, b, c, d, e)));
        Arbitrary<List<Planned>> others = Combinators.combine(
                        some(Lab.ALBUMIN_TO_CREATININE, 1, 0.5, 3, 80),
                        some(Lab.PROTEIN_TO_CREATININE, 1, 5, 300),
                        some(Lab.LITHIUM_LEVEL, 2, daysOfLevels(), 0.4, 0.79, 0.8, 1.0, 1.49, 1.5, 2.2),
                        some(Lab.TSH, 1, 2),
                        some(Lab.CALCIUM, 1, 2.4))
                .as((a, b, c, d, e) -> together(List.of(a, b, c, d, e)));
        return Combinators.combine(
                        blood,
                        others,
                        questionnaires(),
                        weights(),
                        ofMethotrexate(),
                        ofLiver(),
                        ofBlood(),
                        ofHeartRisk())
                .as((a, b, c, d, e, f, g, h) -> together(List.of(a, b, c, d, e, f, g, h)));
    }

    /** What somebody weighs, and now and then some more. */
    private static Arbitrary<List<Planned>> weights() {
        return Combinators.combine(Arbitraries.of(0, 0, 0, 12), PastDays.any(), timesOfDay())
                .<Planned>as((more, daysAgo, minutes) ->
                        (person, index) -> List.of(at(Lab.WEIGHT, person.kilograms() + more, daysAgo, minutes, index)))
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<List<Planned>> ofMethotrexate() {
        Arbitrary<Integer> days =
                Arbitraries.frequencyOf(Tuple.of(1, PastDays.any()), Tuple.of(2, Arbitraries.of(30, 98, 99)));
        return Combinators.combine(
                        some(Lab.WHITE_CELLS, 2, days, 6), some(Lab.ALT, 1, days, 30), some(Lab.AST, 1, days, 30))
                .as((a, b, c) -> together(List.of(a, b, c)));
    }

    /** AST, ALT and as many platelets as make a FIB-4 just above a threshold or not, of one day. */
    private static Arbitrary<List<Planned>> ofLiver() {
        Arbitrary<List<Planned>> days = Combinators.combine(
                        Arbitraries.of(130, 200, 267),
                        Arbitraries.of(0, 1),
                        Arbitraries.of(30.0, 48.0),
                        Arbitraries.of(1, 30, 180, 365, 366, 367),
                        timesOfDay())
                .<Planned>as((hundredths, more, alt, daysAgo, minutes) -> (person, index) -> {
                    int age = person.ageOn(daysAgo);
                    int platelets = Fib4.lastAbove(hundredths, age, 60, alt) + more;
                    return List.of(
                            at(Lab.AST, 60, daysAgo, minutes, index),
                            at(Lab.ALT, alt, daysAgo, minutes, index),
                            at(Lab.PLATELETS, platelets, daysAgo, minutes, index));
                })
                .list()
                .ofMaxSize(2);
        return Combinators.combine(days, some(Lab.PLATELETS, 1, 200))
                .as((complete, alone) -> together(List.of(complete, alone)));
    }

    private static Arbitrary<List<Planned>> ofBlood() {
        return Combinators.combine(
                        some(Lab.HAEMOGLOBIN, 2, 79, 80, 119, 120, 129, 130),
                        some(Lab.HAEMOGLOBIN_PER_DL, 1, 7.9, 8.0, 11.9, 12.0, 12.9, 13.0),
                        some(Lab.FERRITIN, 1, 20))
                .as((a, b, c) -> together(List.of(a, b, c)));
    }

    private static Arbitrary<List<Planned>> questionnaires() {
        return Combinators.combine(
                        some(Lab.PHQ9_TOTAL, 2, 0, 9, 10, 27),
                        some(Lab.GAD7_TOTAL, 2, 0, 9, 10, 21),
                        some(Lab.AUDIT_C_TOTAL, 2, 0, 4, 5, 12))
                .as((a, b, c) -> together(List.of(a, b, c)));
    }

    private static List<Planned> together(List<List<Planned>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static Arbitrary<List<Planned>> some(Lab lab, int atMost, double... values) {
        return some(lab, atMost, PastDays.any(), values);
    }

    private static Arbitrary<List<Planned>> some(Lab lab, int atMost, Arbitrary<Integer> days, double... values) {
        Double[] boxed = Arrays.stream(values).boxed().toArray(Double[]::new);
        return Combinators.combine(Arbitraries.of(boxed), days, timesOfDay())
                .<Planned>as((value, daysAgo, minutes) ->
                        (person, index) -> List.of(at(lab, value, daysAgo, minutes, index)))
                .list()
                .ofMaxSize(atMost);
    }

    /** Most of them where it hangs on something else whether the next one is due. */
    private static Arbitrary<Integer> daysOfLevels() {
        return Arbitraries.frequencyOf(Tuple.of(1, PastDays.any()), Tuple.of(2, Arbitraries.of(30, 107, 120, 198)));
    }

    /** Five years ago and a day more as well. */
    private static Arbitrary<Integer> daysOfYears() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, PastDays.any()), Tuple.of(1, Arbitraries.of(365, 366, 700, 1826, 1827)));
    }

    private static Arbitrary<List<Planned>> allPressures() {
        return Combinators.combine(bloodPressures(), means(), halvesOfMeans())
                .as((a, b, c) -> together(List.of(a, b, c)));
    }

    private static Arbitrary<Integer> daysOfMeans() {
        return Arbitraries.of(0, 1, 7, 30, 31, 100, 365, 366, 367);
    }

    private static Arbitrary<List<Planned>> means() {
        return Combinators.combine(
                        Arbitraries.of(120.0, 134.0, 134.9, 135.0, 160.0),
                        Arbitraries.of(70.0, 84.0, 84.9, 85.0, 95.0),
                        daysOfMeans(),
                        timesOfDay(),
                        Arbitraries.of(true, false))
                .<Planned>as((systolic, diastolic, daysAgo, minutes, atHome) -> (person, index) -> List.of(
                        at(atHome ? Lab.HOME_SYSTOLIC : Lab.DAY_SYSTOLIC, systolic, daysAgo, minutes, index),
                        at(atHome ? Lab.HOME_DIASTOLIC : Lab.DAY_DIASTOLIC, diastolic, daysAgo, minutes, index)))
                .list()
                .ofMaxSize(2);
    }

    /** Far enough from any other half not to be taken for one mean with it. */
    private static Arbitrary<List<Planned>> halvesOfMeans() {
        Arbitrary<List<Planned>> half = Combinators.combine(
                        Arbitraries.of(Lab.HOME_SYSTOLIC, Lab.HOME_DIASTOLIC), daysOfMeans())
                .as((lab, daysAgo) -> List.of((person, index) -> List.of(at(lab, 100, daysAgo, 300, index))));
        return Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.just(List.of())), Tuple.of(1, half));
    }

    /** Cholesterol and HDL of one day, and now and then one of them alone. */
    private static Arbitrary<List<Planned>> ofHeartRisk() {
        Arbitrary<Integer> days = Arbitraries.of(1, 30, 366, 700, 730, 731, 732);
        Arbitrary<List<Planned>> both = Combinators.combine(
                        Arbitraries.of(2.0, 4.0, 5.5, 6.3, 8.0),
                        Arbitraries.of(0.8, 1.3, 1.4, 2.0),
                        days,
                        timesOfDay(),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, false, true))
                .<Planned>as((total, hdl, daysAgo, minutes, inMg, hdlInMg) -> (person, index) -> List.of(
                        inMg
                                ? at(Lab.TOTAL_CHOLESTEROL_IN_MG, milligrams(total), daysAgo, minutes, index)
                                : at(Lab.TOTAL_CHOLESTEROL, total, daysAgo, minutes, index),
                        hdlInMg
                                ? at(Lab.HDL_IN_MG, milligrams(hdl), daysAgo, minutes, index)
                                : at(Lab.HDL, hdl, daysAgo, minutes, index)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        return Combinators.combine(both, some(Lab.TOTAL_CHOLESTEROL, 1, days, 5), some(Lab.HDL, 1, days, 1.2))
                .as((a, b, c) -> together(List.of(a, b, c)));
    }

    private static double milligrams(double millimolesOfCholesterol) {
        return Math.round(millimolesOfCholesterol / 0.02586);
    }

    private static Arbitrary<List<Planned>> bloodPressures() {
        return Combinators.combine(
                        Arbitraries.of(125.0, 139.0, 140.0, 155.0, 179.0, 180.0, 200.0),
                        Arbitraries.of(75.0, 89.0, 90.0, 100.0, 119.0, 120.0),
                        Arbitraries.of(0, 0, 0, 0, 0, 1, 7, 29, 30, 31, 31, 100, 365, 366, 367),
                        timesOfDay())
                .<Planned>as((systolic, diastolic, daysAgo, minutes) -> (person, index) -> List.of(
                        at(Lab.SYSTOLIC, systolic, daysAgo, minutes, index),
                        at(Lab.DIASTOLIC, diastolic, daysAgo, minutes, index)))
                .list()
                .ofMaxSize(3);
    }

    /** No two at the same minute, and none later than now. */
    static Chart.Result at(Lab lab, double value, int daysAgo, int minutes, int index) {
        return new Chart.Result(lab, value, daysAgo, (daysAgo == 0 ? Math.max(0, minutes) : minutes) + index);
    }

    static Arbitrary<Integer> timesOfDay() {
        return Arbitraries.of(0, HALF_A_DAY_ALMOST, -HALF_A_DAY_ALMOST);
    }
}
