/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.openmrs.module.aisupport.platform.Sex;

/** Random charts, most of whose numbers and days stand on a threshold or next to one. */
final class Charts {

    private static final int HALF_A_DAY_ALMOST = 11 * 60;

    /** Each in one group, so that one can be hidden without the other. */
    static final List<Drug> PLAIN_DRUGS =
            Stream.of(Drug.values()).filter(drug -> drug.groups.size() == 1).toList();

    static final List<Illness> PLAIN_ILLNESSES = Stream.of(Illness.values())
            .filter(illness -> illness.groups.size() == 1)
            .toList();

    private Charts() {}

    static Arbitrary<Chart> all(List<Drug> drugs, List<Illness> illnesses) {
        return Combinators.combine(
                        people(), results(), orders(drugs), problems(illnesses), pregnancyNotes(), itemNine())
                .as(Charts::chart);
    }

    private record Person(Sex sex, LocalDate born, double kilograms) {
        int ageOn(int daysAgo) {
            return (int) Math.max(0, born.until(Chart.TODAY.minusDays(daysAgo)).toTotalMonths() / 12);
        }
    }

    private static Chart chart(
            Person person,
            List<Planned> planned,
            List<Chart.Order> orders,
            List<Chart.Problem> problems,
            List<Chart.PregnancyNote> notes,
            List<Chart.ItemNine> itemNine) {
        boolean woman = person.sex() == Sex.FEMALE;
        List<Chart.Result> results = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            results.addAll(planned.get(i).of(person, i));
        }
        List<Chart.Problem> possible = problems.stream()
                .filter(problem -> woman || problem.illness() != Illness.PREGNANT)
                .toList();
        return new Chart(
                person.sex(), person.born(), agreeing(results), orders, possible, woman ? notes : List.of(), itemNine);
    }

    /** Of one day's results of a test that are far apart the first: the module uses neither, and tells of both, which is for another test. */
    private static List<Chart.Result> agreeing(List<Chart.Result> results) {
        List<Chart.Result> kept = new ArrayList<>();
        for (Chart.Result result : results) {
            boolean agrees = kept.stream()
                    .filter(other -> other.daysAgo() == result.daysAgo())
                    .filter(other -> sameTest(other.lab(), result.lab()))
                    .allMatch(other -> areClose(inOneUnit(other), inOneUnit(result)));
            if (agrees || result.lab() == Lab.SYSTOLIC || result.lab() == Lab.DIASTOLIC) {
                kept.add(result);
            }
        }
        return kept;
    }

    private static boolean sameTest(Lab one, Lab other) {
        return one == other || one.inAnotherUnit().filter(other::equals).isPresent();
    }

    private static boolean areClose(double one, double other) {
        return Math.max(one, other) <= 1.2 * Math.min(one, other);
    }

    private static double inOneUnit(Chart.Result result) {
        return switch (result.lab()) {
            case CREATININE_IN_MG -> CkdEpi.micromoles(result.value());
            case HBA1C_IN_PERCENT -> 10.93 * result.value() - 23.5;
            case HAEMOGLOBIN_PER_DL -> 10 * result.value();
            default -> result.value();
        };
    }

    static Chart withoutPregnancy(Chart chart) {
        List<Chart.Problem> problems = chart.problems().stream()
                .filter(problem -> problem.illness() != Illness.PREGNANT)
                .toList();
        return new Chart(
                chart.sex(), chart.born(), chart.results(), chart.orders(), problems, List.of(), chart.itemNine());
    }

    static Chart ofTheOtherSex(Chart chart) {
        Sex other = chart.sex() == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
        return new Chart(
                other,
                chart.born(),
                chart.results(),
                chart.orders(),
                chart.problems(),
                chart.pregnancyNotes(),
                chart.itemNine());
    }

    private static Arbitrary<Person> people() {
        Arbitrary<Integer> ages = Arbitraries.of(13, 17, 18, 19, 36, 55, 64, 65, 66, 70, 75, 80, 92);
        Arbitrary<Integer> birthdays = Arbitraries.of(0, 1, -1, -180);
        Arbitrary<Double> weights = Arbitraries.of(48.0, 60.0, 60.1, 78.0, 110.0);
        return Combinators.combine(Arbitraries.of(Sex.FEMALE, Sex.MALE), ages, birthdays, weights)
                .as((sex, age, days, weight) ->
                        new Person(sex, Chart.TODAY.minusYears(age).plusDays(days), weight));
    }

    /** Results that are still to be given a number: a creatinine next to a threshold of eGFR depends on whose it is. */
    private interface Planned {
        List<Chart.Result> of(Person person, int index);
    }

    private static Arbitrary<List<Planned>> results() {
        Arbitrary<List<Planned>> blood = Combinators.combine(
                        creatinines(),
                        some(Lab.POTASSIUM, 2, 4.5, 5.0, 5.4, 5.49, 5.5, 5.9, 5.95, 5.99, 6.0, 6.4, 6.49, 6.5, 7.1),
                        some(Lab.HBA1C, 2, daysOfYears(), 41, 41.9, 42, 47, 47.9, 48, 49, 60),
                        some(Lab.HBA1C_IN_PERCENT, 1, daysOfYears(), 5.9, 6.0, 6.4, 6.5, 6.6, 8),
                        bloodPressures())
                .as((a, b, c, d, e) -> together(List.of(a, b, c, d, e)));
        Arbitrary<List<Planned>> others = Combinators.combine(
                        some(Lab.ALBUMIN_TO_CREATININE, 1, 0.5, 3, 80),
                        some(Lab.PROTEIN_TO_CREATININE, 1, 5, 300),
                        some(Lab.LITHIUM_LEVEL, 2, daysOfLevels(), 0.4, 0.79, 0.8, 1.0, 1.49, 1.5, 2.2),
                        some(Lab.TSH, 1, 2),
                        some(Lab.CALCIUM, 1, 2.4))
                .as((a, b, c, d, e) -> together(List.of(a, b, c, d, e)));
        return Combinators.combine(blood, others, questionnaires(), weights(), ofMethotrexate(), ofLiver(), ofBlood())
                .as((a, b, c, d, e, f, g) -> together(List.of(a, b, c, d, e, f, g)));
    }

    /** What somebody weighs, and now and then some more. */
    private static Arbitrary<List<Planned>> weights() {
        return Combinators.combine(Arbitraries.of(0, 0, 0, 12), days(), timesOfDay())
                .<Planned>as((more, daysAgo, minutes) ->
                        (person, index) -> List.of(at(Lab.WEIGHT, person.kilograms() + more, daysAgo, minutes, index)))
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<List<Planned>> ofMethotrexate() {
        Arbitrary<Integer> days = Arbitraries.frequencyOf(Tuple.of(1, days()), Tuple.of(2, Arbitraries.of(30, 98, 99)));
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
        return some(lab, atMost, days(), values);
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
        return Arbitraries.frequencyOf(Tuple.of(1, days()), Tuple.of(2, Arbitraries.of(30, 107, 120, 198)));
    }

    /** Five years ago and a day more as well. */
    private static Arbitrary<Integer> daysOfYears() {
        return Arbitraries.frequencyOf(Tuple.of(2, days()), Tuple.of(1, Arbitraries.of(365, 366, 700, 1826, 1827)));
    }

    private static Arbitrary<List<Planned>> bloodPressures() {
        return Combinators.combine(
                        Arbitraries.of(125.0, 139.0, 140.0, 155.0, 179.0, 180.0, 200.0),
                        Arbitraries.of(75.0, 89.0, 90.0, 100.0, 119.0, 120.0),
                        Arbitraries.of(0, 0, 1, 7, 29, 30, 31),
                        timesOfDay())
                .<Planned>as((systolic, diastolic, daysAgo, minutes) -> (person, index) -> List.of(
                        at(Lab.SYSTOLIC, systolic, daysAgo, minutes, index),
                        at(Lab.DIASTOLIC, diastolic, daysAgo, minutes, index)))
                .list()
                .ofMaxSize(3);
    }

    /** The first creatinine in micromoles that is over it, of somebody of that age. */
    private interface Threshold {
        int firstOver(Person person, int age);

        static Threshold egfr(int value) {
            return (person, age) -> CkdEpi.firstMicromolesBelow(value, person.sex(), age);
        }

        static Threshold clearance(int value) {
            return (person, age) -> CockcroftGault.firstMicromolesBelow(value, person.sex(), age, person.kilograms());
        }
    }

    private static Arbitrary<Threshold> thresholds() {
        Arbitrary<Threshold> egfr = Arbitraries.of(60, 60, 50, 45, 30, 15, 90).map(Threshold::egfr);
        Arbitrary<Threshold> clearance = Arbitraries.of(15, 30, 50, 51).map(Threshold::clearance);
        Arbitrary<Threshold> high = Arbitraries.just((person, age) -> 133);
        return Arbitraries.frequencyOf(Tuple.of(5, egfr), Tuple.of(2, clearance), Tuple.of(1, high));
    }

    /** @param belowThreshold whether it is the first that falls below, or the last that does not */
    private record Creatinine(Threshold threshold, boolean belowThreshold, int gap, int minutes, boolean inMilligrams) {
        Chart.Result on(int daysAgo, Person person, int index) {
            int age = person.ageOn(daysAgo);
            int micromoles = threshold.firstOver(person, age) - (belowThreshold ? 0 : 1);
            double milligrams = Math.round(CkdEpi.milligrams(micromoles) * 100) / 100.0;
            return inMilligrams
                    ? at(Lab.CREATININE_IN_MG, milligrams, daysAgo, minutes, index)
                    : at(Lab.CREATININE, micromoles, daysAgo, minutes, index);
        }
    }

    /** From the newest to the oldest, so and so many days apart. */
    private static Arbitrary<List<Planned>> creatinines() {
        Arbitrary<List<Creatinine>> values = Combinators.combine(
                        thresholds(),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(90, 0, 14, 30, 60, 89, 91, 200),
                        timesOfDay(),
                        Arbitraries.of(false, false, true))
                .as(Creatinine::new)
                .list()
                .ofMaxSize(4);
        Arbitrary<Integer> newest = Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(1, 30)), Tuple.of(1, days()));
        return Combinators.combine(values, newest).as(Charts::apart);
    }

    private static List<Planned> apart(List<Creatinine> values, int newestDaysAgo) {
        List<Planned> planned = new ArrayList<>();
        int daysAgo = newestDaysAgo;
        for (Creatinine value : values) {
            int day = daysAgo;
            planned.add((person, index) -> List.of(value.on(day, person, index)));
            daysAgo += value.gap();
        }
        return planned;
    }

    /** No two at the same minute, and none later than now. */
    private static Chart.Result at(Lab lab, double value, int daysAgo, int minutes, int index) {
        return new Chart.Result(lab, value, daysAgo, (daysAgo == 0 ? Math.max(0, minutes) : minutes) + index);
    }

    private static Arbitrary<Integer> timesOfDay() {
        return Arbitraries.of(0, HALF_A_DAY_ALMOST, -HALF_A_DAY_ALMOST);
    }

    private static Arbitrary<Integer> days() {
        return Arbitraries.of(
                1, 0, 7, 29, 30, 31, 60, 89, 90, 91, 92, 98, 99, 105, 106, 107, 120, 180, 183, 184, 196, 197, 198, 199,
                200, 299, 301, 364, 365, 366, 367, 380, 700, 1500);
    }

    /** Always one that rules look at, and some others. */
    private static Arbitrary<List<Chart.Order>> orders(List<Drug> drugs) {
        Arbitrary<Chart.Order> first = order(Arbitraries.of(
                Drug.IBUPROFEN,
                Drug.LITHIUM_CARBONATE,
                Drug.NITROFURANTOIN_CAPSULES,
                Drug.METFORMIN_TABLETS,
                Drug.METHOTREXATE_TABLETS,
                Drug.APIXABAN,
                Drug.RIVAROXABAN,
                Drug.EDOXABAN,
                Drug.DABIGATRAN,
                Drug.RAMIPRIL));
        Arbitrary<List<Chart.Order>> others =
                order(Arbitraries.of(drugs)).list().ofMaxSize(5);
        return Combinators.combine(first, others)
                .as((one, some) -> Stream.concat(Stream.of(one), some.stream()).toList());
    }

    private static Arbitrary<Chart.Order> order(Arbitrary<Drug> drugs) {
        Arbitrary<Optional<Integer>> ends = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Optional.empty())),
                Tuple.of(1, Arbitraries.of(-1, -30, 0, 1, 10).map(Optional::of)));
        Arbitrary<Integer> starts = Arbitraries.frequencyOf(Tuple.of(9, days()), Tuple.of(1, Arbitraries.just(-1)));
        return Combinators.combine(drugs, starts, ends)
                .as((drug, started, ended) -> new Chart.Order(drug, started, ended.map(end -> Math.min(end, started))));
    }

    private static Arbitrary<List<Chart.Problem>> problems(List<Illness> illnesses) {
        Arbitrary<Boolean> activity = Arbitraries.of(true, true, true, false);
        Arbitrary<List<Chart.Problem>> any = Combinators.combine(Arbitraries.of(illnesses), activity, days())
                .as(Chart.Problem::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<List<Chart.Problem>> fibrillation = Combinators.combine(
                        Arbitraries.of(Illness.PAROXYSMAL_ATRIAL_FIBRILLATION), activity, days())
                .as(Chart.Problem::new)
                .list()
                .ofSize(1);
        return Combinators.combine(
                        any,
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(List.<Chart.Problem>of())), Tuple.of(1, fibrillation)))
                .as((some, other) ->
                        Stream.concat(other.stream(), some.stream()).toList());
    }

    private static Arbitrary<List<Chart.PregnancyNote>> pregnancyNotes() {
        Arbitrary<Chart.PregnancyNote> note = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.of(1, 100, 299, 300, 301, 400))
                .as(Chart.PregnancyNote::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(List.of())),
                Tuple.of(1, note.list().ofMaxSize(2).uniqueElements(Chart.PregnancyNote::daysAgo)));
    }

    private static Arbitrary<List<Chart.ItemNine>> itemNine() {
        return Combinators.combine(Arbitraries.of(0, 1, 2, 3), Arbitraries.of(0, 1, 89, 90, 91, 400))
                .as(Chart.ItemNine::new)
                .list()
                .ofMaxSize(2)
                .uniqueElements(Chart.ItemNine::daysAgo);
    }

    /** Now and then one thing that can't be read of a record, or two. */
    static Arbitrary<ChartAsRecord.Hidden> hidden() {
        return Combinators.combine(
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(Lab.values()).set().ofMaxSize(2),
                        Arbitraries.of(Group.class).set().ofMaxSize(2),
                        Arbitraries.of(Illness.Group.class).set().ofMaxSize(2))
                .as((sex, birthdate, pregnancyStatus, itemNine, labs, drugs, illnesses) -> new ChartAsRecord.Hidden(
                        sex, birthdate, pregnancyStatus, itemNine, withBothUnits(labs), drugs, illnesses));
    }

    private static Set<Lab> withBothUnits(Set<Lab> labs) {
        Set<Lab> both = EnumSet.noneOf(Lab.class);
        for (Lab lab : labs) {
            both.add(lab);
            lab.alike().ifPresent(both::add);
        }
        return both;
    }
}
