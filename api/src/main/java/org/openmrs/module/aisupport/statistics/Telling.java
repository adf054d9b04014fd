/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the answer of what was counted: groups of patients that are large enough, and nothing else. */
final class Telling {

    private final StatisticsQuery query;
    private final CountedRules.Now known;
    private final Map<RuleKey, List<Group<Outcomes>>> outcomes;
    private final Map<RuleKey, List<Group<Pace>>> paces;
    private final Map<WeeklyCounts.ReasonKey, List<Group<Count>>> reasons;

    Telling(
            StatisticsQuery query,
            CountedRules.Now known,
            WeeklyCounts.OfRules ofRules,
            Map<WeeklyCounts.ReasonKey, List<Cell<Count>>> ofReasons) {
        this.query = query;
        this.known = known;
        Week origin = ofRules.outcomes().values().stream()
                .map(cells -> cells.get(0).week())
                .min(Comparator.comparingLong(Week::number))
                .orElse(new Week(0));
        Map<RuleKey, List<Group<Outcomes>>> whole = new HashMap<>();
        ofRules.outcomes().forEach((rule, cells) -> whole.put(rule, Group.of(cells, origin)));
        outcomes = told(whole);
        paces = told(parts(ofRules.paces(), Function.identity(), whole));
        reasons = told(parts(ofReasons, WeeklyCounts.ReasonKey::rule, whole));
    }

    private static <K, N extends Summable<N>> Map<K, List<Group<N>>> parts(
            Map<K, List<Cell<N>>> cells, Function<K, RuleKey> rule, Map<RuleKey, List<Group<Outcomes>>> whole) {
        Map<K, List<Group<N>>> parts = new HashMap<>();
        cells.forEach((key, counted) ->
                parts.put(key, Group.ofPart(counted, whole.getOrDefault(rule.apply(key), List.of()))));
        return parts;
    }

    /** Groups are made of all there is, and only then it is asked which of them lie in the weeks that are asked for. */
    private <K, N extends Summable<N>> Map<K, List<Group<N>>> told(Map<K, List<Group<N>>> all) {
        StatisticsQuery.Weeks weeks = query.weeks();
        Map<K, List<Group<N>>> told = new HashMap<>();
        all.forEach((key, groups) -> {
            List<Group<N>> held = groups.stream().filter(weeks::hold).toList();
            if (!held.isEmpty()) {
                told.put(key, held);
            }
        });
        return told;
    }

    /** Of which rules times can be told, and of which weeks: whole groups follow each other without a gap. */
    Map<RuleKey, ToldWeeks.Between> timed() {
        return weeks(paces);
    }

    /** Of which rules anything is told, and of which weeks. */
    Map<RuleKey, ToldWeeks.Between> toldWeeks() {
        return weeks(outcomes);
    }

    private <N extends Summable<N>> Map<RuleKey, ToldWeeks.Between> weeks(Map<RuleKey, List<Group<N>>> series) {
        Map<RuleKey, ToldWeeks.Between> weeks = new HashMap<>();
        series.forEach((key, groups) -> {
            if (query.isFor(key) && outcomes.containsKey(key)) {
                weeks.put(key, ToldWeeks.Between.of(groups));
            }
        });
        return weeks;
    }

    /** @param end the first week that was not counted */
    Statistics tell(Week end, DecisionTimes.Found times, Consultations.Found consultations) {
        List<Statistics.Rule> rules =
                keys().stream().map(key -> rule(key, times, consultations)).toList();
        List<Statistics.Engine> engines = rules.stream()
                .map(rule -> rule.key().engine())
                .distinct()
                .map(id -> engine(id, rules, times, consultations))
                .toList();
        return new Statistics(end.monday().minusDays(1), query.isOfSomeWeeks(), engines, rules);
    }

    /** All that are here, so that it shows of none whether anything happened; and what was here, where it can be told. */
    private Collection<RuleKey> keys() {
        Set<RuleKey> keys = new TreeSet<>(Comparator.comparing(RuleKey::engine).thenComparing(RuleKey::rule));
        keys.addAll(known.rules().keySet());
        keys.addAll(outcomes.keySet());
        keys.removeIf(key -> !query.isFor(key));
        return new LinkedHashSet<>(keys);
    }

    private Statistics.Rule rule(RuleKey key, DecisionTimes.Found times, Consultations.Found consultations) {
        Optional<Statistics.Told> told = Optional.ofNullable(outcomes.get(key))
                .map(groups -> new Statistics.Told(
                        Group.sum(groups, Outcomes.NONE),
                        consultations.ofRules().get(key),
                        timing(List.of(key), Optional.ofNullable(times.ofRules().get(key))),
                        reasons(List.of(key)),
                        spans(groups)));
        return new Statistics.Rule(
                key,
                known.rules().getOrDefault(key, key.rule().isEmpty() ? key.engine() : key.rule()),
                told,
                told.map(shown -> Caution.of(shown.outcomes(), shown.timing())).orElse(EnumSet.noneOf(Caution.class)));
    }

    private Statistics.Engine engine(
            String id, List<Statistics.Rule> rules, DecisionTimes.Found times, Consultations.Found consultations) {
        List<RuleKey> keys = rules.stream()
                .filter(rule -> rule.key().engine().equals(id) && rule.told().isPresent())
                .map(Statistics.Rule::key)
                .toList();
        List<Group<Outcomes>> groups =
                keys.stream().flatMap(key -> outcomes.get(key).stream()).toList();
        Optional<Statistics.Told> told = groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statistics.Told(
                        Group.sum(groups, Outcomes.NONE),
                        consultations.ofEngines().get(id),
                        timing(keys, Optional.ofNullable(times.ofEngines().get(id))),
                        reasons(keys),
                        byLastWeek(groups)));
        return new Statistics.Engine(id, known.labels().getOrDefault(id, id), told);
    }

    private Optional<Statistics.Timing> timing(List<RuleKey> keys, Optional<Quartiles> quartiles) {
        Pace pace = Group.sum(
                keys.stream()
                        .flatMap(key -> paces.getOrDefault(key, List.of()).stream())
                        .toList(),
                Pace.NONE);
        return quartiles.map(found -> new Statistics.Timing(pace.decisions(), pace.underTwoSeconds(), found));
    }

    private List<Statistics.Reason> reasons(List<RuleKey> keys) {
        Map<String, Long> byCode = new TreeMap<>();
        reasons.forEach((key, groups) -> {
            if (keys.contains(key.rule())) {
                byCode.merge(key.code(), Group.sum(groups, Count.NONE).times(), Long::sum);
            }
        });
        return byCode.entrySet().stream()
                .map(reason -> new Statistics.Reason(reason.getKey(), reason.getValue()))
                .sorted(Comparator.comparingLong(Statistics.Reason::rejections)
                        .reversed()
                        .thenComparing(Statistics.Reason::code))
                .toList();
    }

    private static List<Statistics.Span> spans(List<Group<Outcomes>> groups) {
        return groups.stream()
                .map(group ->
                        new Statistics.Span(group.first().monday(), group.last().sunday(), group.numbers()))
                .toList();
    }

    /** Groups of several rules overlap in time; each counts in the week in which it was complete. */
    private static List<Statistics.Span> byLastWeek(List<Group<Outcomes>> groups) {
        Map<Long, List<Group<Outcomes>>> byWeek = groups.stream()
                .collect(Collectors.groupingBy(group -> group.last().number(), TreeMap::new, Collectors.toList()));
        return byWeek.values().stream()
                .map(together -> new Statistics.Span(
                        together.get(0).last().monday(),
                        together.get(0).last().sunday(),
                        Group.sum(together, Outcomes.NONE)))
                .toList();
    }
}
