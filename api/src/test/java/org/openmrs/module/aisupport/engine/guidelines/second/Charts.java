/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.ArrayList;
import java.util.Collections;
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

    /** Each in one group, so that one can be hidden without the other. */
    static final List<Drug> PLAIN_DRUGS =
            Stream.of(Drug.values()).filter(drug -> drug.groups.size() == 1).toList();

    static final List<Illness> PLAIN_ILLNESSES = Stream.of(Illness.values())
            .filter(illness -> illness.groups.size() == 1)
            .toList();

    /** What does not keep anybody from being apparently healthy, in the words of the ESC. */
    private static final Set<Illness.Group> HEALTHY = EnumSet.of(
            Illness.Group.HYPERTENSION,
            Illness.Group.DEPRESSION,
            Illness.Group.ANXIETY,
            Illness.Group.ALCOHOL,
            Illness.Group.IRON_DEFICIENCY,
            Illness.Group.SMOKING,
            Illness.Group.PREGNANCY);

    private static final List<Set<Illness.Group>> TOPICS = List.of(
            EnumSet.allOf(Illness.Group.class),
            EnumSet.of(
                    Illness.Group.ATRIAL_FIBRILLATION,
                    Illness.Group.HEART_FAILURE,
                    Illness.Group.HYPERTENSION,
                    Illness.Group.DIABETES,
                    Illness.Group.STROKE,
                    Illness.Group.ARTERIAL_DISEASE,
                    Illness.Group.HEART_VALVE),
            EnumSet.of(
                    Illness.Group.STROKE,
                    Illness.Group.BRAIN_HAEMORRHAGE,
                    Illness.Group.ARTERIAL_DISEASE,
                    Illness.Group.KIDNEY_FAILURE,
                    Illness.Group.KIDNEY_DISEASE,
                    Illness.Group.ACUTE_KIDNEY_INJURY),
            EnumSet.of(
                    Illness.Group.FATTY_LIVER_OR_TYPE_2_DIABETES,
                    Illness.Group.CIRRHOSIS,
                    Illness.Group.CANCER,
                    Illness.Group.IRON_DEFICIENCY,
                    Illness.Group.PREGNANCY),
            EnumSet.of(Illness.Group.SMOKING, Illness.Group.FAMILIAL_HYPERCHOLESTEROLAEMIA));

    private Charts() {}

    /** Anybody, and as often somebody who may well be thought healthy. */
    static Arbitrary<Chart> all(List<Drug> drugs, List<Illness> illnesses) {
        List<Drug> harmless = drugs.stream()
                .filter(drug -> Collections.disjoint(drug.groups, Set.of(Group.STATIN, Group.LIPID_LOWERING)))
                .toList();
        List<Illness> slight = illnesses.stream()
                .filter(illness -> HEALTHY.containsAll(illness.groups))
                .toList();
        return Arbitraries.oneOf(of(drugs, illnesses), of(harmless, slight));
    }

    private static Arbitrary<Chart> of(List<Drug> drugs, List<Illness> illnesses) {
        Arbitrary<Chart> charts = Combinators.combine(
                        Person.any(),
                        Results.any(),
                        orders(drugs),
                        problems(illnesses),
                        pregnancyNotes(),
                        itemNine(),
                        smoking(),
                        Practice.any())
                .as(Charts::chart);
        return Combinators.combine(charts, AtARiskThreshold.any()).as((chart, change) -> change.apply(chart));
    }

    private static Chart chart(
            Person person,
            List<Results.Planned> planned,
            List<Chart.Order> orders,
            List<Chart.Problem> problems,
            List<Chart.PregnancyNote> notes,
            List<Chart.ItemNine> itemNine,
            List<Chart.SmokingAnswer> smoking,
            Practice practice) {
        boolean woman = person.sex() == Sex.FEMALE;
        List<Chart.Result> results = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            results.addAll(planned.get(i).of(person, i));
        }
        List<Chart.Problem> possible = problems.stream()
                .filter(problem -> woman || problem.illness() != Illness.PREGNANT)
                .toList();
        return new Chart(
                person.sex(),
                person.born(),
                agreeing(results),
                orders,
                possible,
                woman ? notes : List.of(),
                itemNine,
                smoking,
                practice);
    }

    /** Of one day's results of a test that are far apart the first: the module uses neither, and tells of both, which is for another test. */
    private static List<Chart.Result> agreeing(List<Chart.Result> results) {
        List<Chart.Result> kept = new ArrayList<>();
        for (Chart.Result result : results) {
            boolean agrees = kept.stream()
                    .filter(other -> other.daysAgo() == result.daysAgo())
                    .filter(other -> sameTest(other.lab(), result.lab()))
                    .allMatch(other -> areClose(inOneUnit(other), inOneUnit(result)));
            if (agrees || result.lab().isPressure()) {
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
            case TOTAL_CHOLESTEROL_IN_MG, HDL_IN_MG -> HeartRiskReading.millimoles(result);
            default -> result.value();
        };
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
                chart.itemNine(),
                chart.smoking(),
                chart.practice());
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
        return Combinators.combine(first, others).as((one, some) -> joined(List.of(one), some));
    }

    private static Arbitrary<Chart.Order> order(Arbitrary<Drug> drugs) {
        Arbitrary<Optional<Integer>> ends = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Optional.empty())),
                Tuple.of(1, Arbitraries.of(-1, -30, 0, 1, 10).map(Optional::of)));
        Arbitrary<Integer> starts =
                Arbitraries.frequencyOf(Tuple.of(9, PastDays.any()), Tuple.of(1, Arbitraries.just(-1)));
        return Combinators.combine(drugs, starts, ends)
                .as((drug, started, ended) -> new Chart.Order(drug, started, ended.map(end -> Math.min(end, started))));
    }

    /** Some of what rules look at together, or of anything. */
    private static Arbitrary<List<Chart.Problem>> problems(List<Illness> illnesses) {
        Arbitrary<List<Chart.Problem>> fibrillating =
                problem(List.of(Illness.PAROXYSMAL_ATRIAL_FIBRILLATION)).list().ofSize(1);
        return Arbitraries.of(TOPICS).flatMap(topic -> {
            List<Illness> near = illnesses.stream()
                    .filter(illness -> illness.groups.isEmpty() || !Collections.disjoint(illness.groups, topic))
                    .toList();
            Arbitrary<List<Chart.Problem>> some =
                    problem(near.isEmpty() ? illnesses : near).list().ofMaxSize(3);
            return topic.contains(Illness.Group.ATRIAL_FIBRILLATION) && illnesses.contains(Illness.ATRIAL_FLUTTER)
                    ? Combinators.combine(some, fibrillating).as(Charts::joined)
                    : some;
        });
    }

    private static Arbitrary<Chart.Problem> problem(List<Illness> illnesses) {
        return Combinators.combine(Arbitraries.of(illnesses), Arbitraries.of(true, true, true, false), PastDays.any())
                .as(Chart.Problem::new);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
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

    private static Arbitrary<List<Chart.SmokingAnswer>> smoking() {
        return Combinators.combine(Arbitraries.of(Smoking.class), Arbitraries.of(1, 100, 730, 731, 732))
                .as(Chart.SmokingAnswer::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(Chart.SmokingAnswer::daysAgo);
    }

    /** Now and then one thing that can't be read of a record, or two. */
    static Arbitrary<ChartAsRecord.Hidden> hidden() {
        return Combinators.combine(
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(Lab.values()).set().ofMaxSize(2),
                        Arbitraries.of(Group.class).set().ofMaxSize(2),
                        Arbitraries.of(Illness.Group.class).set().ofMaxSize(2))
                .as((sex, birthdate, pregnancyStatus, itemNine, smoking, labs, drugs, illnesses) ->
                        new ChartAsRecord.Hidden(
                                sex,
                                birthdate,
                                pregnancyStatus,
                                itemNine,
                                smoking,
                                withBothUnits(labs),
                                drugs,
                                illnesses));
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
