/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.FOR;
import static org.openmrs.module.aisupport.engine.guidelines.Judgement.cited;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** NHS SPS: every 3 months in the first year and with a risk, else every 3 to 6; eGFR, calcium and thyroid every 6 months. */
@Tag("E2")
class LithiumRuleTest {

    private final Rule rule = new LithiumRule(RuleDefinitions.load(LithiumRule.ID));
    private final Judgement judgement = new Judgement(rule);

    /** Of 50 years, in the third year, with every other test done lately. */
    private static SnapshotFixture inTheThirdYear() {
        return tested(aWoman(50).medication("lithium", 800, null));
    }

    private static SnapshotFixture tested(SnapshotFixture record) {
        return record.measured("creatinine", 70, 30).measured("tsh", 2, 30).measured("calcium", 2.3, 30);
    }

    private static SnapshotFixture level(double value, int daysAgo) {
        return inTheThirdYear().measured("lithium-level", value, daysAgo);
    }

    @Test
    void asks_for_a_level_where_none_is_found_for_6_months() {
        Proposal proposal = judgement.fires(level(0.6, 200));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.TEST);
        assertThat(proposal.summary()).contains("after 2026-05-08", "every 6 months");
    }

    /** From 24 November: six months and two weeks back is 10 May, 198 days ago; three months and two weeks 10 August, 106. */
    @ParameterizedTest(name = "{0} mmol/L {1} days ago: fires {2}")
    @CsvSource({
        "0.6, 198, false",
        "0.6, 199, true",
        "0.6, 100, false",
        "0.79, 150, false",
        "0.8, 106, false",
        "0.8, 107, true",
        "0.8, 150, true"
    })
    void gives_two_weeks_of_grace(double value, int daysAgo, boolean fires) {
        assertThat(judgement.of(level(value, daysAgo)))
                .isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsaid", "ras-blocker", "diuretic"})
    void asks_every_3_months_with_a_drug_that_interacts(String drugs) {
        Proposal proposal = judgement.fires(level(0.6, 107).medication(drugs, 20, null));

        assertThat(proposal.summary()).contains("every 3 months");
        assertThat(cited(proposal, FOR)).hasSize(3);
        judgement.staysQuiet(level(0.6, 107).medication(drugs, 20, 5), "in time");
    }

    @Test
    void asks_every_3_months_from_65_years_on() {
        judgement.fires(level(0.6, 107).aged(65));
        judgement.staysQuiet(level(0.6, 107).aged(64), "in time");
    }

    @Test
    void asks_every_3_months_in_the_first_year() {
        judgement.fires(tested(aWoman(50).medication("lithium", 364, null)).measured("lithium-level", 0.6, 107));
        judgement.staysQuiet(
                tested(aWoman(50).medication("lithium", 366, null)).measured("lithium-level", 0.6, 107), "in time");
    }

    /** A renewed order is no new beginning. */
    @Test
    void counts_the_first_year_from_the_first_order_on_record() {
        judgement.staysQuiet(
                tested(aWoman(50).medication("lithium", 800, 20).medication("lithium", 20, null))
                        .measured("lithium-level", 0.6, 107),
                "in time");
    }

    @Test
    void stays_quiet_in_the_first_3_months() {
        judgement.staysQuiet(aWoman(50).medication("lithium", 91, null), "short a time");
        judgement.staysQuiet(aWoman(50).medication("lithium", 20, null), "short a time");
    }

    @Test
    void where_none_was_ever_measured_the_interval_runs_from_the_first_order() {
        judgement.staysQuiet(tested(aWoman(50).medication("lithium", 106, null)), "in time");
        assertThat(judgement
                        .fires(tested(aWoman(50).medication("lithium", 107, null)))
                        .summary())
                .contains("after 2026-08-09");
    }

    @Test
    void a_high_level_is_pressing() {
        Proposal proposal = judgement.fires(level(1.5, 30));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        assertThat(proposal.summary()).contains("1.5 mmol/L on 2026-10-25");
        judgement.staysQuiet(level(1.49, 10), "in time");
        judgement.staysQuiet(level(1.5, 31), "in time");
        judgement.staysQuiet(level(1.6, 10).measured("lithium-level", 0.9, 2), "in time");
    }

    @Test
    void names_the_other_tests_that_were_not_found() {
        Proposal proposal = judgement.fires(aWoman(50)
                .medication("lithium", 800, null)
                .measured("lithium-level", 0.6, 30)
                .measured("creatinine", 70, 199)
                .measured("tsh", 2, 198));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.summary()).contains(": Serum creatinine, Serum calcium.");
        assertThat(cited(proposal, FOR)).contains("Serum creatinine, 70 µmol/L, 2026-05-09");
    }

    @Test
    void a_test_that_can_not_be_read_is_not_asked_for_and_that_is_said() {
        SnapshotFixture blind = aWoman(50)
                .medication("lithium", 800, null)
                .measured("lithium-level", 0.6, 30)
                .measured("creatinine", 70, 199)
                .unmapped("tsh")
                .unmapped("calcium");

        Proposal proposal = judgement.fires(blind);

        assertThat(proposal.summary()).contains(": Serum creatinine.");
        assertThat(proposal.limits()).endsWith("not looked at: Serum calcium, TSH.");
    }

    @Test
    void where_the_others_were_measured_in_time_a_test_that_can_not_be_read_is_told() {
        SnapshotFixture blind = aWoman(50)
                .medication("lithium", 800, null)
                .measured("lithium-level", 0.6, 30)
                .measured("creatinine", 70, 30)
                .measured("calcium", 2.3, 30)
                .unmapped("tsh");

        assertThat(judgement.misses(blind)).singleElement().asString().startsWith("TSH");
    }

    @Test
    void results_that_could_not_be_used_are_not_taken_for_none() {
        assertThat(judgement.misses(inTheThirdYear().unusable("lithium-level")))
                .containsExactly("Lithium level (some of what is recorded could not be used)");
        assertThat(judgement.misses(aWoman(50)
                        .medication("lithium", 800, null)
                        .measured("lithium-level", 0.6, 30)
                        .measured("creatinine", 70, 30)
                        .measured("calcium", 2.3, 30)
                        .unusable("tsh")))
                .containsExactly("TSH (some of what is recorded could not be used)");
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_order_what_interacts_and_the_last_level() {
        Proposal proposal = judgement.fires(level(0.6, 200).combination(30, "ras-blocker", "diuretic"));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Lithium, 2024-09-15", "Combination, 2026-10-25", "Lithium level, 0.6 mmol/L, 2026-05-08");
    }

    @Test
    void stays_quiet_without_an_active_order_whatever_else_is_unknown() {
        judgement.staysQuiet(aMan(50), "no active order");
        judgement.staysQuiet(aMan(50).medication("lithium", 800, 10), "no active order");
        judgement.staysQuiet(aMan(50).born(Optional.empty()), "no active order");
    }

    @Test
    void misses_what_it_can_not_read() {
        assertThat(judgement.misses(level(0.6, 200).unmapped("lithium")))
                .containsExactly("Lithium (this dictionary has no concept for it)");
        assertThat(judgement.misses(level(0.6, 200).unmapped("lithium-level")))
                .containsExactly("Lithium level (this dictionary has no concept for it)");
        assertThat(judgement.misses(level(0.6, 200).born(Optional.empty()))).containsExactly("birth date");
    }

    @Test
    void is_for_adults_and_needs_no_sex() {
        judgement.staysQuiet(level(0.6, 200).aged(17), "for adults");
        judgement.fires(level(0.6, 200).aged(18).sex(Sex.UNKNOWN));
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(level(0.6, 200).build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
