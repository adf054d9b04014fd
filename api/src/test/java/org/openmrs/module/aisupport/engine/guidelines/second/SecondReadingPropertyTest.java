/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.openmrs.module.aisupport.engine.guidelines.RulesThatUseTheSex;

/** Whatever stands in a chart: the module's rules say of it what the guidelines do, which are read here a second time. Charts bring their own edges. */
@Tag("E2")
class SecondReadingPropertyTest {

    /** Nothing to say and unable to tell are one thing here; which of them it is, is for the other two. */
    @Property(shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void each_rule_suggests_of_any_chart_what_a_second_reading_of_its_source_does(@ForAll("charts") Chart chart) {
        Map<String, Said> expected = SecondReading.of(chart);
        Map<String, Said> said = new ChartAsRecord(chart).whatTheModuleSays();
        expected.forEach((rule, saying) -> Statistics.label(rule).collect(saying));

        assertThat(suggestions(said)).isEqualTo(suggestions(expected));
    }

    /** In figures and in words. */
    @Property(shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void the_risk_that_is_told_is_the_one_that_a_second_reading_reckons(@ForAll("charts") Chart chart) {
        Optional<String> expected = HeartRiskReading.told(new Facts(chart));
        Optional<String> told = new ChartAsRecord(chart).summary("score2");
        Statistics.label("told")
                .collect(expected.map(SecondReadingPropertyTest::kind).orElse("nothing"));

        assertThat(told.isPresent()).isEqualTo(expected.isPresent());
        told.ifPresent(line -> assertThat(line)
                .startsWith(new Facts(chart).age() < 70 ? "SCORE2 " : "SCORE2-OP ")
                .contains(" " + expected.orElseThrow()));
    }

    private static String kind(String told) {
        return told.substring(told.indexOf('('));
    }

    @Property(shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void a_rule_that_lacks_what_it_needs_says_so(@ForAll("charts") Chart chart) {
        Map<String, Said> said = new ChartAsRecord(chart).whatTheModuleSays();

        SecondReading.of(chart).forEach((rule, expected) -> {
            if (expected == Said.CANT_TELL) {
                assertThat(said).containsEntry(rule, Said.CANT_TELL);
            }
        });
    }

    @Property(shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void what_cant_be_read_makes_no_rule_quiet_without_a_word_nor_has_it_suggest_what_isnt_so(
            @ForAll("plainCharts") Chart chart, @ForAll("hidden") ChartAsRecord.Hidden hidden) {
        Map<String, Said> said = new ChartAsRecord(chart, hidden).whatTheModuleSays();

        SecondReading.of(chart).forEach((rule, expected) -> {
            if (!GoesOnWithLess.of(chart, hidden).contains(rule)) {
                if (expected.isSuggestion()) {
                    assertThat(said).doesNotContainEntry(rule, Said.NOTHING);
                } else {
                    assertThat(said).hasEntrySatisfying(rule, saying -> assertThat(saying.isSuggestion())
                            .isFalse());
                }
            }
        });
    }

    /** Else the properties would prove little. The same charts each time. */
    @Example
    void among_two_thousand_charts_each_rule_says_all_that_it_can_say() {
        RandomGenerator<Chart> charts = charts().generator(1000);
        Random random = new Random(20261124);
        Map<String, Set<Said>> said = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            SecondReading.of(charts.next(random).value())
                    .forEach((rule, saying) ->
                            said.computeIfAbsent(rule, any -> new TreeSet<>()).add(saying));
        }

        said.values().forEach(sayings -> sayings.removeAll(Set.of(Said.NOTHING, Said.CANT_TELL)));
        assertThat(said)
                .containsEntry("potassium-raised", Set.of(Said.WARNING, Said.CRITICAL))
                .containsEntry("nitrofurantoin-renal", Set.of(Said.WARNING, Said.CRITICAL))
                .containsEntry("metformin-renal", Set.of(Said.WARNING, Said.CRITICAL))
                .containsEntry("triple-whammy", Set.of(Said.WARNING))
                .containsEntry("nsaid-renal", Set.of(Said.INFO, Said.WARNING, Said.CRITICAL))
                .containsEntry("lithium-monitoring", Set.of(Said.INFO, Said.WARNING, Said.CRITICAL))
                .containsEntry("ckd-unrecorded", Set.of(Said.INFO, Said.WARNING))
                .containsEntry("ckd-acr-overdue", Set.of(Said.INFO))
                .containsEntry("hba1c-diabetes-range", Set.of(Said.WARNING))
                .containsEntry("clinic-blood-pressure", Set.of(Said.INFO, Said.WARNING, Said.CRITICAL))
                .containsEntry("home-blood-pressure", Set.of(Said.INFO, Said.WARNING))
                .containsEntry("score2", Set.of(Said.INFO))
                .containsEntry("af-anticoagulation", Set.of(Said.INFO, Said.WARNING))
                .containsEntry("statin-after-cvd", Set.of(Said.WARNING))
                .containsEntry("hba1c-prediabetes", Set.of(Said.INFO))
                .containsEntry("doac-renal", Set.of(Said.INFO, Said.CRITICAL))
                .containsEntry("methotrexate-monitoring", Set.of(Said.WARNING))
                .containsEntry("fib4", Set.of(Said.INFO))
                .containsEntry("anaemia-ferritin", Set.of(Said.INFO, Said.WARNING))
                .containsEntry("phq9-item-nine", Set.of(Said.WARNING))
                .containsEntry("phq9-total", Set.of(Said.INFO))
                .containsEntry("gad7-total", Set.of(Said.INFO))
                .containsEntry("audit-c-total", Set.of(Said.INFO));
    }

    /** Pregnancies aside, which are no man's. What is only said beside a suggestion is not seen here. */
    @Example
    @Tag("E4")
    void a_rule_that_says_something_else_to_the_other_sex_tells_that_it_uses_it() {
        RandomGenerator<Chart> charts = charts().generator(1000);
        Random random = new Random(20261129);
        Set<String> differ = new TreeSet<>();
        for (int i = 0; i < 1000; i++) {
            Chart chart = charts.next(random).value().withoutPregnancy();
            Map<String, Said> said = new ChartAsRecord(chart).whatTheModuleSays();
            new ChartAsRecord(Charts.ofTheOtherSex(chart)).whatTheModuleSays().forEach((rule, other) -> {
                if (other != said.get(rule)) {
                    differ.add(rule);
                }
            });
        }

        assertThat(differ)
                .containsExactly(
                        "anaemia-ferritin",
                        "ckd-unrecorded",
                        "doac-renal",
                        "metformin-renal",
                        "nitrofurantoin-renal",
                        "nsaid-renal",
                        "score2")
                .isSubsetOf(RulesThatUseTheSex.ids());
    }

    private static Map<String, Said> suggestions(Map<String, Said> said) {
        Map<String, Said> suggestions = new HashMap<>(said);
        suggestions.values().removeIf(saying -> !saying.isSuggestion());
        return suggestions;
    }

    @Provide
    Arbitrary<Chart> charts() {
        return Charts.all(List.of(Drug.values()), List.of(Illness.values()));
    }

    @Provide
    Arbitrary<Chart> plainCharts() {
        return Charts.all(Charts.PLAIN_DRUGS, Charts.PLAIN_ILLNESSES);
    }

    @Provide
    Arbitrary<ChartAsRecord.Hidden> hidden() {
        return Charts.hidden();
    }
}
