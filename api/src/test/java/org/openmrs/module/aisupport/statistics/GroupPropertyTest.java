/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Harm: somebody subtracts one answer from another, and is left with the suggestions of one patient. */
@Tag("A4")
class GroupPropertyTest {

    record Visit(int week, int patient) {}

    @Property
    void no_group_has_fewer_than_five_patients_and_no_two_share_a_week(@ForAll("visits") List<Visit> visits) {
        List<Group<Count>> groups = groups(visits);

        Week expected = new Week(0);
        for (Group<Count> group : groups) {
            assertThat(group.first()).isEqualTo(expected);
            assertThat(patientsOf(visits, group)).hasSizeGreaterThanOrEqualTo(5);
            assertThat(group.numbers().times()).isEqualTo(within(visits, group).size());
            expected = group.last().next();
        }
    }

    /** What two questions differ by is what a third could have asked for, and was told of five patients or more. */
    @Property
    void trust10_whatever_two_periods_differ_by_is_of_five_patients_or_nothing(
            @ForAll("visits") List<Visit> visits, @ForAll("periods") List<StatisticsQuery.Weeks> periods) {
        List<Group<Count>> one = told(visits, periods.get(0));
        List<Group<Count>> other = told(visits, periods.get(1));

        Set<Integer> between = new HashSet<>();
        one.stream()
                .filter(group -> !other.contains(group))
                .forEach(group -> between.addAll(patientsOf(visits, group)));
        long difference = Group.sum(one, Count.NONE).times()
                - Group.sum(one.stream().filter(other::contains).toList(), Count.NONE)
                        .times();

        assertThat(difference == 0 || between.size() >= 5).isTrue();
    }

    @Property
    void groups_are_what_a_plain_reading_of_the_rule_makes_them(@ForAll("visits") List<Visit> visits) {
        List<String> plain = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        int from = 0;
        for (int week = 0; week < 12; week++) {
            for (Visit visit : visits) {
                if (visit.week == week) {
                    seen.add(visit.patient);
                }
            }
            if (seen.size() >= 5) {
                plain.add(from + "-" + week);
                from = week + 1;
                seen.clear();
            }
        }

        assertThat(groups(visits))
                .extracting(group -> group.first().number() + "-" + group.last().number())
                .isEqualTo(plain);
    }

    /** The whole, the decisions that were timed, one reason: whichever two are subtracted, for whichever two periods. */
    @Property
    void trust10_whatever_a_part_and_the_whole_differ_by_is_of_five_patients_or_nothing(
            @ForAll("visits") List<Visit> visits,
            @ForAll("choices") List<Set<Integer>> choices,
            @ForAll("periods") List<StatisticsQuery.Weeks> periods) {
        List<Group<Count>> whole = groups(visits);
        List<List<Group<Count>>> told = new ArrayList<>();
        for (StatisticsQuery.Weeks period : periods) {
            told.add(whole.stream().filter(period::hold).toList());
            for (Set<Integer> choice : choices) {
                List<Group<Count>> part = Group.ofPart(cells(chosen(visits, choice)), whole);
                told.add(part.stream().filter(period::hold).toList());
            }
        }

        for (List<Group<Count>> one : told) {
            for (List<Group<Count>> other : told) {
                Set<Integer> between = visits.stream()
                        .filter(visit -> isIn(visit, one) && !isIn(visit, other))
                        .map(Visit::patient)
                        .collect(Collectors.toSet());
                assertThat(between.isEmpty() || between.size() >= 5)
                        .as("patients between %s and %s: %s", one, other, between)
                        .isTrue();
            }
        }
    }

    @Property
    void what_is_told_of_a_part_is_of_five_patients_of_its_own_and_no_more_than_of_the_whole(
            @ForAll("visits") List<Visit> visits,
            @ForAll("choices") List<Set<Integer>> choices,
            @ForAll("periods") List<StatisticsQuery.Weeks> periods) {
        List<Visit> chosen = chosen(visits, choices.get(0));
        List<Group<Count>> whole = groups(visits);

        List<Group<Count>> part = Group.ofPart(cells(chosen), whole);

        for (Group<Count> group : part) {
            assertThat(patientsOf(chosen, group)).hasSizeGreaterThanOrEqualTo(5);
            assertThat(group.numbers().times()).isEqualTo(within(chosen, group).size());
        }
        for (StatisticsQuery.Weeks period : periods) {
            assertThat(timesIn(period, part)).isLessThanOrEqualTo(timesIn(period, whole));
        }
    }

    private static long timesIn(StatisticsQuery.Weeks period, List<Group<Count>> groups) {
        return Group.sum(groups.stream().filter(period::hold).toList(), Count.NONE)
                .times();
    }

    private static boolean isIn(Visit visit, List<Group<Count>> groups) {
        return groups.stream().anyMatch(group -> within(List.of(visit), group).size() == 1);
    }

    private static List<Visit> chosen(List<Visit> visits, Set<Integer> places) {
        return IntStream.range(0, visits.size())
                .filter(places::contains)
                .mapToObj(visits::get)
                .toList();
    }

    private static List<Group<Count>> told(List<Visit> visits, StatisticsQuery.Weeks period) {
        return groups(visits).stream().filter(period::hold).toList();
    }

    /** With no more than five patients a cell, as the database answers. */
    private static List<Cell<Count>> cells(List<Visit> visits) {
        Map<Integer, List<Visit>> byWeek =
                visits.stream().collect(Collectors.groupingBy(Visit::week, TreeMap::new, Collectors.toList()));
        List<Cell<Count>> cells = new ArrayList<>();
        byWeek.forEach((week, those) -> cells.add(new Cell<>(
                new Week(week),
                those.stream().map(Visit::patient).distinct().limit(5).collect(Collectors.toSet()),
                new Count(those.size()))));
        return cells;
    }

    private static List<Group<Count>> groups(List<Visit> visits) {
        return Group.of(cells(visits), new Week(0));
    }

    private static List<Visit> within(List<Visit> visits, Group<?> group) {
        return visits.stream()
                .filter(visit -> visit.week >= group.first().number()
                        && visit.week <= group.last().number())
                .toList();
    }

    private static Set<Integer> patientsOf(List<Visit> visits, Group<?> group) {
        return within(visits, group).stream().map(Visit::patient).collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<List<Visit>> visits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(1, 9))
                .as(Visit::new)
                .list()
                .ofMaxSize(60);
    }

    /** Which of the visits make a part: some for one reason, some that were timed. */
    @Provide
    Arbitrary<List<Set<Integer>>> choices() {
        return Arbitraries.integers()
                .between(0, 59)
                .set()
                .ofMinSize(5)
                .ofMaxSize(50)
                .list()
                .ofSize(2);
    }

    @Provide
    Arbitrary<List<StatisticsQuery.Weeks>> periods() {
        Arbitrary<Optional<Week>> border =
                Arbitraries.longs().between(0, 11).map(Week::new).optional(0.8);
        return Combinators.combine(border, border)
                .as(StatisticsQuery.Weeks::new)
                .list()
                .ofSize(2);
    }
}
