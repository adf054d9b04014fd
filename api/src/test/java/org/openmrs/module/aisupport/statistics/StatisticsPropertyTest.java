/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.openmrs.module.aisupport.suggestion.SuggestionStatus;

/** Random histories, counted a second time: plainly, one suggestion after the other, by what the page says of each number. */
@Tag("A4")
class StatisticsPropertyTest {

    private static final int PATIENTS = 9;
    private static final int SOME_WEEKS = 20 * 24 * 3600;
    private static StatisticsScene scene;

    @BeforeContainer
    static void aPractice() {
        scene = new StatisticsScene(PATIENTS);
        // Weeks are counted from the first in which anything happened: always this one.
        Made.write("anchor", List.of(Made.of(scene.patients.get(0), "anchor", scene.day(0, 0))));
    }

    @AfterContainer
    static void nobodyIsCountedAnyMore() {
        scene.close();
    }

    record Sketch(
            int patient,
            boolean lithium,
            int day,
            int shown,
            SuggestionStatus status,
            int taken,
            int reason,
            int undone,
            int run) {
        /** Of one patient, as consultations are. */
        String consultation() {
            return "run " + run + " of " + scene.patients.get(patient).id();
        }

        Made made() {
            return new Made(
                    scene.patients.get(patient),
                    lithium ? "lithium" : "metformin",
                    scene.day(day / 7, day % 7),
                    shown < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(shown)),
                    status,
                    Duration.ofMillis(taken),
                    status == SuggestionStatus.REJECTED && reason > 0 ? "reason-" + reason : null,
                    undone);
        }

        /** Seen, and decided on, after the last whole week. */
        boolean isLate() {
            return shown >= 0 && !made().at().plusSeconds(shown).isBefore(scene.start(StatisticsScene.WEEKS));
        }

        boolean wasSeen() {
            return shown >= 0 && !isLate();
        }

        boolean wasDecided() {
            return made().isDecided() && !isLate();
        }

        boolean was(SuggestionStatus asked) {
            boolean notYet = made().isDecided() && isLate();
            return (notYet ? SuggestionStatus.OPEN : status) == asked;
        }
    }

    record Period(Optional<Integer> from, Optional<Integer> to) {
        boolean holds(int firstWeek, int lastWeek) {
            return from.map(day -> firstWeek * 7 >= day).orElse(true)
                    && to.map(day -> lastWeek * 7 + 6 <= day).orElse(true);
        }

        StatisticsQuery asked(String engine) {
            return new StatisticsQuery(from.map(this::day), to.map(this::day), Optional.of(engine), Optional.empty());
        }

        private LocalDate day(int day) {
            return scene.monday(0).plusDays(day);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void the_database_counts_as_a_plain_reading_does(
            @ForAll("histories") List<Sketch> history, @ForAll("periods") Period period) {
        String engine = "e" + UUID.randomUUID().toString().substring(0, 8);
        scene.engines.clear();
        scene.engines.add(CountedEngine.withRules(engine, "lithium", "metformin"));
        Made.write(
                engine,
                history.stream().map(Sketch::made).toList(),
                history.stream().map(Sketch::consultation).toList());

        Statistics found = scene.read(period.asked(engine));

        List<Plain> plain = List.of(new Plain(history, true, period), new Plain(history, false, period));
        assertThat(found.rules()).hasSize(2);
        for (int place = 0; place < 2; place++) {
            assertThat(found.rules().get(place).told())
                    .isEqualTo(plain.get(place).told());
        }
        List<Plain> told =
                plain.stream().filter(rule -> rule.told().isPresent()).toList();
        assertThat(found.engines().get(0).told().map(Statistics.Told::outcomes))
                .isEqualTo(told.stream()
                        .map(rule -> rule.told().orElseThrow().outcomes())
                        .reduce(Outcomes::plus));
        assertThat(found.engines().get(0).told().map(Statistics.Told::consultations))
                .isEqualTo(
                        told.isEmpty()
                                ? Optional.empty()
                                : Optional.of(consultations(
                                        told.stream().flatMap(Plain::counted).toList())));
        assertThat(found.engines().get(0).told().flatMap(Statistics.Told::timing))
                .isEqualTo(
                        told.isEmpty()
                                ? Optional.empty()
                                : timing(told.stream().flatMap(Plain::timed).toList()));
    }

    private static long consultations(List<Sketch> those) {
        return those.stream().map(Sketch::consultation).distinct().count();
    }

    private static Optional<Statistics.Timing> timing(List<Sketch> timed) {
        List<Integer> taken = timed.stream().map(Sketch::taken).sorted().toList();
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statistics.Timing(
                        taken.size(),
                        taken.stream().filter(millis -> millis < 2000).count(),
                        new Quartiles(at(taken, 0.25), at(taken, 0.5), at(taken, 0.75))));
    }

    /** The least value that this share of all do not exceed. */
    private static Duration at(List<Integer> sorted, double share) {
        return sorted.stream()
                .filter(value -> sorted.stream().filter(other -> other <= value).count() >= share * sorted.size())
                .findFirst()
                .map(Duration::ofMillis)
                .orElseThrow();
    }

    /** One rule's numbers, without a database. */
    private static final class Plain {
        private final List<Sketch> all;
        private final Period period;

        Plain(List<Sketch> history, boolean lithium, Period period) {
            this.all =
                    history.stream().filter(sketch -> sketch.lithium == lithium).toList();
            this.period = period;
        }

        Optional<Statistics.Told> told() {
            List<int[]> groups = groups(all);
            if (groups.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Statistics.Told(
                    outcomes(within(all, groups)),
                    consultations(within(all, groups)),
                    timing(timed().toList()),
                    reasons(),
                    groups.stream()
                            .map(group -> new Statistics.Span(
                                    scene.monday(group[0]),
                                    scene.sunday(group[1]),
                                    outcomes(within(all, List.of(group)))))
                            .toList()));
        }

        Stream<Sketch> counted() {
            return within(all, groups(all)).stream();
        }

        Stream<Sketch> timed() {
            List<Sketch> timed = all.stream()
                    .filter(sketch -> sketch.wasDecided() && sketch.wasSeen())
                    .toList();
            return within(timed, groupsOfPart(timed)).stream();
        }

        private List<Statistics.Reason> reasons() {
            Map<String, List<Sketch>> byReason = all.stream()
                    .filter(sketch -> sketch.was(SuggestionStatus.REJECTED))
                    .collect(Collectors.groupingBy(
                            sketch ->
                                    Optional.ofNullable(sketch.made().reason()).orElse(""),
                            TreeMap::new,
                            Collectors.toList()));
            List<Statistics.Reason> told = new ArrayList<>();
            byReason.forEach((code, those) -> {
                int many = within(those, groupsOfPart(those)).size();
                if (many > 0) {
                    told.add(new Statistics.Reason(code, many));
                }
            });
            told.sort(Comparator.comparing(reason -> -reason.rejections()));
            return told;
        }

        private List<int[]> groups(List<Sketch> those) {
            return groups(those, week -> true);
        }

        /** A group of a part ends only where one of all suggestions ends. */
        private List<int[]> groupsOfPart(List<Sketch> part) {
            Set<Integer> ends =
                    grouped(all, week -> true).stream().map(group -> group[1]).collect(Collectors.toSet());
            return groups(part, ends::contains);
        }

        /** Weeks from and to, of the whole history; only then those in the period. */
        private List<int[]> groups(List<Sketch> those, IntPredicate mayEnd) {
            return grouped(those, mayEnd).stream()
                    .filter(group -> period.holds(group[0], group[1]))
                    .toList();
        }

        private static List<int[]> grouped(List<Sketch> those, IntPredicate mayEnd) {
            List<int[]> groups = new ArrayList<>();
            int from = 0;
            Set<Integer> patients = new HashSet<>();
            for (int week = 0; week < StatisticsScene.WEEKS; week++) {
                int now = week;
                those.stream().filter(sketch -> sketch.day / 7 == now).forEach(sketch -> patients.add(sketch.patient));
                if (patients.size() >= 5 && mayEnd.test(week)) {
                    groups.add(new int[] {from, week});
                    from = week + 1;
                    patients.clear();
                }
            }
            return groups;
        }

        private static List<Sketch> within(List<Sketch> those, List<int[]> groups) {
            return those.stream()
                    .filter(sketch ->
                            groups.stream().anyMatch(group -> sketch.day / 7 >= group[0] && sketch.day / 7 <= group[1]))
                    .toList();
        }

        /** What is open is unreviewed after three days; all of it is older, but for what the last days brought. */
        private static Outcomes outcomes(List<Sketch> those) {
            return new Outcomes(
                    those.size(),
                    count(those, Sketch::wasSeen),
                    count(those, sketch -> sketch.was(SuggestionStatus.ACCEPTED)),
                    count(those, sketch -> sketch.was(SuggestionStatus.ACCEPTED_WITH_EDITS)),
                    count(those, sketch -> sketch.was(SuggestionStatus.REJECTED)),
                    count(those, sketch -> isOpen(sketch) && isRecent(sketch)),
                    count(those, sketch -> isOpen(sketch) && !isRecent(sketch)),
                    count(those, sketch -> sketch.was(SuggestionStatus.SUPERSEDED)),
                    count(those, sketch -> sketch.was(SuggestionStatus.WITHDRAWN)),
                    those.stream()
                            .filter(sketch -> !sketch.isLate())
                            .mapToInt(Sketch::undone)
                            .sum());
        }

        private static boolean isOpen(Sketch sketch) {
            return sketch.was(SuggestionStatus.OPEN);
        }

        private static boolean isRecent(Sketch sketch) {
            return Duration.between(sketch.made().at(), scene.start(StatisticsScene.WEEKS))
                            .compareTo(Duration.ofHours(72))
                    < 0;
        }

        private static int count(List<Sketch> those, Predicate<Sketch> which) {
            return (int) those.stream().filter(which).count();
        }
    }

    @Provide
    Arbitrary<List<Sketch>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, PATIENTS - 1),
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(0, StatisticsScene.WEEKS * 7 + 1),
                        Arbitraries.of(-1, 0, 1, 5, SOME_WEEKS, SOME_WEEKS),
                        Arbitraries.of(IntStream.range(0, SuggestionStatus.values().length)
                                .mapToObj(place -> SuggestionStatus.values()[place])
                                .filter(status -> status != SuggestionStatus.UNREVIEWED)
                                .toList()),
                        Arbitraries.integers().between(0, 9_000),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(0, 0, 0, 1, 2)
                                .flatMap(undone ->
                                        Arbitraries.integers().between(0, 3).map(run -> new int[] {undone, run})))
                .as((patient, lithium, day, shown, status, taken, reason, undoneAndRun) -> new Sketch(
                        patient, lithium, day, shown, status, taken, reason, undoneAndRun[0], undoneAndRun[1]))
                .list()
                .ofMinSize(5)
                .ofMaxSize(120);
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<Optional<Integer>> day =
                Arbitraries.integers().between(0, StatisticsScene.WEEKS * 7).optional(0.5);
        return Combinators.combine(day, day).as(Period::new);
    }
}
