/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.AGAINST;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.FOR;
import static org.openmrs.module.aisupport.engine.guidelines.Judgement.cited;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** NICE PH38: from 42 to 47 mmol/mol (6.0 to 6.4 %), or lower after a value in the diabetes range, again at least once a year. */
@Tag("E2")
class PrediabetesRecallRuleTest {

    private final Rule rule = new PrediabetesRecallRule(RuleDefinitions.load(PrediabetesRecallRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture hba1c(double value) {
        return aMan(60).measured("hba1c", value, 400);
    }

    private static SnapshotFixture inPercent(double value) {
        return aMan(60).measuredIn("%", "hba1c", value, 400);
    }

    @Test
    void asks_for_a_new_one() {
        Proposal proposal = judgement.fires(hba1c(44));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.TEST);
        assertThat(proposal.summary())
                .startsWith("Last HbA1c 44 mmol/mol on 2025-10-20")
                .contains("Consider a new one", "at least yearly");
        assertThat(proposal.problem()).isEmpty();
    }

    @ParameterizedTest(name = "{0} mmol/mol: {1}")
    @CsvSource({"41, false", "41.9, false", "42, true", "47, true", "47.9, true", "48, false", "60, false"})
    void from_42_to_below_48_mmol_per_mol(double value, boolean fires) {
        assertThat(judgement.of(hba1c(value))).isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @ParameterizedTest(name = "{0} %: {1}")
    @CsvSource({"5.9, false", "6.0, true", "6.4, true", "6.5, false"})
    void from_6_0_to_below_6_5_percent(double value, boolean fires) {
        assertThat(judgement.of(inPercent(value)))
                .isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    /** The variant of the American Diabetes Association: from 5.7 % or 39 mmol/mol on. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "38, false",
        "38.9, false",
        "39, true",
        "47, true",
        "48, false",
        "5.6 %, false",
        "5.7 %, true",
        "6.4 %, true",
        "6.5 %, false"
    })
    void the_american_variant_begins_lower_and_ends_alike(String value, boolean fires) {
        SnapshotFixture record = value.endsWith("%")
                ? inPercent(Double.parseDouble(value.replace(" %", "")))
                : hba1c(Double.parseDouble(value));

        assertThat(american().of(record)).isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @Test
    void the_american_variant_names_its_own_source_and_keeps_the_year() {
        Proposal due = american().fires(inPercent(5.7));
        Proposal fallen = american().fires(inPercent(5.5).measuredIn("%", "hba1c", 6.5, 900));

        assertThat(due.ruleVersion()).isEqualTo("1-ada");
        assertThat(due.summary()).contains("5.7 % on 2025-10-20", "ADA: yearly").doesNotContain("NICE");
        assertThat(due.source().citation()).contains("10.2337/dc25-S002");
        assertThat(fallen.summary() + fallen.detail())
                .contains("after one in the diabetes range", "this project's choice")
                .doesNotContain("NICE");
        american().staysQuiet(aMan(60).measured("hba1c", 40, 365), "in time");
        american().fires(aMan(60).measured("hba1c", 40, 366));
    }

    private static Judgement american() {
        return new Judgement(new PrediabetesRecallRule(
                RuleDefinitions.variants(PrediabetesRecallRule.ID).get("ada")));
    }

    @Test
    void shows_the_value_as_it_was_reported() {
        assertThat(judgement.fires(inPercent(6.2)).summary()).contains("Last HbA1c 6.2 % on 2025-10-20");
    }

    /** From 24 November 2026: a year ago is 365 days, five years are 1826. */
    @ParameterizedTest(name = "{0} days ago: {1}")
    @CsvSource({"0, false", "100, false", "365, false", "366, true", "1826, true", "1827, false"})
    void after_a_year_and_before_five(int daysAgo, boolean fires) {
        assertThat(judgement.of(aMan(60).measured("hba1c", 44, daysAgo)))
                .isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @Test
    void the_last_one_counts() {
        judgement.staysQuiet(hba1c(44).measured("hba1c", 44, 365), "in time");
        judgement.staysQuiet(hba1c(44).measured("hba1c", 38, 10), "in time");
        judgement.staysQuiet(aMan(60).measured("hba1c", 38, 400).measured("hba1c", 47, 900), "below");
        assertThat(judgement.fires(hba1c(44).measured("hba1c", 38, 900)).summary())
                .contains("44 mmol/mol on 2025-10-20");
    }

    @Test
    void after_a_value_in_the_diabetes_range_a_lower_one_is_repeated_too_however_low() {
        Proposal proposal = judgement.fires(hba1c(38).measured("hba1c", 48, 900));

        assertThat(proposal.summary()).contains("38 mmol/mol on 2025-10-20, after one in the diabetes range");
        assertThat(judgement.fires(hba1c(45).measuredIn("%", "hba1c", 6.5, 900)).summary())
                .contains("after one in the diabetes range");
        judgement.staysQuiet(hba1c(38).measuredIn("%", "hba1c", 6.4, 900), "below");
        judgement.staysQuiet(hba1c(38).measured("hba1c", 48, 390), "diabetes range");
    }

    @Test
    void stays_quiet_with_diabetes_on_record_or_without_any_hba1c() {
        judgement.staysQuiet(hba1c(44).problem("diabetes", true, 900), "on record");
        judgement.staysQuiet(hba1c(44).problem("diabetes", false, 900), "on record");
        judgement.staysQuiet(aMan(60), "no HbA1c");
        judgement.staysQuiet(aMan(60).born(Optional.empty()), "no HbA1c");
    }

    @Test
    void is_for_adults_who_are_not_pregnant_and_needs_no_sex() {
        judgement.staysQuiet(hba1c(44).aged(17), "for adults");
        judgement.fires(hba1c(44).aged(18).sex(Sex.UNKNOWN));
        SnapshotFixture woman = aWoman(30).measured("hba1c", 44, 400);
        judgement.fires(woman);
        judgement.staysQuiet(woman.problem("pregnancy", true, 100), "pregnancy");
    }

    @Test
    void misses_what_it_can_not_read() {
        assertThat(judgement.misses(hba1c(44).unmapped("hba1c")))
                .containsExactly("HbA1c (this dictionary has no concept for it)");
        assertThat(judgement.misses(hba1c(44).unmapped("diabetes")))
                .containsExactly("Diabetes mellitus (this dictionary has no concept for it)");
        assertThat(judgement.misses(hba1c(44).born(Optional.empty()))).containsExactly("birth date");
    }

    @Test
    void a_result_that_could_not_be_used_is_not_taken_for_none() {
        assertThat(judgement.misses(hba1c(44).unusable("hba1c")))
                .containsExactly("HbA1c (some of what is recorded could not be used)");
        judgement.staysQuiet(hba1c(38).unusable("hba1c"), "below");
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_last_one_and_the_diabetic_one_before_it() {
        assertThat(cited(judgement.fires(hba1c(44).measured("hba1c", 43, 900)), FOR))
                .containsExactly("HbA1c, 44 mmol/mol, 2025-10-20");
        Proposal fallen = judgement.fires(hba1c(44).measured("hba1c", 50, 900).measured("hba1c", 60, 1200));
        assertThat(cited(fallen, FOR))
                .containsExactly("HbA1c, 44 mmol/mol, 2025-10-20", "HbA1c, 50 mmol/mol, 2024-06-07");
        assertThat(cited(fallen, AGAINST)).isEmpty();
    }

    @Test
    @Tag("S3")
    void names_its_source_and_what_it_did_not_read() {
        Proposal proposal = judgement.fires(hba1c(44));

        assertThat(proposal.source().citation()).contains("PH38", "2012", "2017");
        assertThat(proposal.detail()).contains("risk score");
        assertThat(proposal.limits()).contains("questionnaire", "glucose tests", "five years", "haemoglobin variants");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(hba1c(44).build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
