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
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.ReadingFixture;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** UK Kidney Association 2023: mild 5.5–5.9, moderate 6.0–6.4, severe from 6.5; NICE NG203 1.6.19: stop a RAS blocker from 6.0. */
@Tag("E2")
class PotassiumRuleTest {

    private final Rule rule = new PotassiumRule(RuleDefinitions.load(PotassiumRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture aManWith(double potassium) {
        return aMan(70).measured("potassium", potassium, 3);
    }

    private static SnapshotFixture onRamipril(double potassium) {
        return aManWith(potassium).medication("ras-blocker", 400, null);
    }

    @ParameterizedTest(name = "{0} mmol/L with a RAS blocker: {1}")
    @CsvSource({
        "5.5, WARNING, causes and repeating",
        "5.9, WARNING, causes and repeating",
        "5.99, WARNING, causes and repeating",
        "6.0, CRITICAL, which medicines to stop",
        "6.4, CRITICAL, which medicines to stop",
        "6.49, CRITICAL, which medicines to stop",
        "6.5, CRITICAL, is severe",
        "8.2, CRITICAL, is severe"
    })
    void answers_by_the_bands_of_the_source(double potassium, Proposal.Indicator indicator, String words) {
        Proposal proposal = judgement.fires(onRamipril(potassium));

        assertThat(proposal.indicator()).isEqualTo(indicator);
        assertThat(proposal.summary()).contains(words, "2026-11-21");
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.5, 4.1, 5.0, 5.1, 5.4, 5.49})
    void stays_quiet_below_5_5(double potassium) {
        judgement.staysQuiet(onRamipril(potassium), "not raised");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ras-blocker", "mra"})
    void counts_either_class_of_drugs(String drugs) {
        assertThat(judgement.fires(aManWith(6.0).medication(drugs, 10, null)).indicator())
                .isEqualTo(Proposal.Indicator.CRITICAL);
    }

    @Test
    void is_severe_from_6_5_whatever_is_ordered() {
        Proposal proposal = judgement.fires(aManWith(6.5));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.FOLLOW_UP);
        assertThat(cited(proposal, FOR)).containsExactly("Serum potassium, 6.5 mmol/L, 2026-11-21");
    }

    @Test
    void stays_quiet_below_6_5_without_such_a_drug() {
        judgement.staysQuiet(aManWith(6.49), "no active order");
        judgement.staysQuiet(aManWith(6.0).medication("ras-blocker", 300, 1), "no active order");
        judgement.staysQuiet(aManWith(6.0).medication("mra", -1, null), "no active order");
        judgement.staysQuiet(aManWith(6.0).medication("metformin", 10, null), "no active order");
    }

    @Test
    void a_later_result_that_is_good_ends_it() {
        judgement.staysQuiet(onRamipril(6.8).measured("potassium", 5.0, 1), "not raised");
    }

    @Test
    void a_milliequivalent_of_potassium_is_a_millimole_and_is_shown_as_recorded() {
        Proposal proposal = judgement.fires(
                aMan(70).measuredIn("mEq/L", "potassium", 6.1, 3).medication("mra", 30, null));

        assertThat(proposal.summary()).startsWith("Potassium 6.1 mEq/L on 2026-11-21 with");
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_result_the_orders_and_a_good_result_before_it() {
        Proposal proposal = judgement.fires(onRamipril(6.1)
                .combination(20, "ras-blocker", "diuretic")
                .medication("mra", 50, null)
                .measured("potassium", 4.4, 200)
                .measured("potassium", 4.2, 300));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Serum potassium, 6.1 mmol/L, 2026-11-21",
                        "Combination, 2026-11-04",
                        "ACE inhibitor or ARB, 2025-10-20",
                        "Mineralocorticoid receptor antagonist (MRA), 2026-10-05");
        assertThat(cited(proposal, AGAINST)).containsExactly("Serum potassium, 4.4 mmol/L, 2026-05-08");
        assertThat(proposal.evidence())
                .allSatisfy(item -> assertThat(item.record()).isPresent());
    }

    @ParameterizedTest(name = "{0} mmol/L {1} days ago")
    @CsvSource({"5.5, 100", "5.8, 10", "4.4, 367"})
    void a_result_before_it_that_was_raised_too_or_is_old_does_not_speak_against_it(double before, int daysAgo) {
        Proposal proposal = judgement.fires(onRamipril(6.1).measured("potassium", before, daysAgo));

        assertThat(cited(proposal, AGAINST)).isEmpty();
    }

    @Test
    void a_result_is_used_for_30_days() {
        judgement.fires(aMan(70).measured("potassium", 6.6, 30));
        judgement.staysQuiet(aMan(70).measured("potassium", 6.6, 31), "no active order");
        assertThat(judgement.misses(aMan(70).measured("potassium", 6.6, 31).medication("mra", 40, null)))
                .containsExactly("Serum potassium of the last 30 days");
    }

    @Test
    void without_a_result_it_is_told_only_where_a_drug_may_raise_it() {
        judgement.staysQuiet(aMan(70), "no active order");
        assertThat(judgement.misses(aMan(70).medication("ras-blocker", 10, null)))
                .containsExactly("Serum potassium of the last 30 days");
    }

    @Test
    void drugs_that_the_dictionary_can_not_name_are_unknown_and_not_absent() {
        assertThat(judgement.misses(aManWith(6.0).unmapped("ras-blocker")))
                .containsExactly("ACE inhibitor or ARB (this dictionary has no concept for it)");
        assertThat(judgement.misses(aManWith(5.5).unmapped("mra").unmapped("ras-blocker")))
                .hasSize(2);
        assertThat(judgement.misses(aMan(70).unmapped("mra"))).hasSize(1);
        judgement.staysQuiet(aManWith(5.4).unmapped("mra").unmapped("ras-blocker"), "not raised");
    }

    @Test
    @Tag("S3")
    void what_is_certain_without_them_is_said_and_that_they_were_not_looked_at() {
        Proposal severe = judgement.fires(aManWith(6.5).unmapped("ras-blocker").unmapped("mra"));
        Proposal high = judgement.fires(onRamipril(6.0).unmapped("mra"));

        assertThat(severe.limits())
                .endsWith("Could not be read here, and was not looked at: ACE inhibitor or ARB,"
                        + " Mineralocorticoid receptor antagonist (MRA).");
        assertThat(high.limits()).endsWith("not looked at: Mineralocorticoid receptor antagonist (MRA).");
        assertThat(judgement.fires(onRamipril(6.0)).limits()).doesNotContain("not be read here");
    }

    @Test
    void misses_potassium_and_the_birth_date() {
        assertThat(judgement.misses(onRamipril(6.5).unmapped("potassium")))
                .containsExactly("Serum potassium (this dictionary has no concept for it)");
        assertThat(judgement.misses(onRamipril(6.5).born(Optional.empty()))).containsExactly("birth date");
    }

    @Test
    void needs_no_sex_and_stays_in_pregnancy() {
        judgement.fires(onRamipril(6.5).sex(Sex.UNKNOWN));
        judgement.fires(aWoman(30).measured("potassium", 6.5, 1).problem("pregnancy", true, 100));
    }

    @Test
    void is_for_adults() {
        judgement.staysQuiet(aMan(17).measured("potassium", 7, 1), "for adults");
        judgement.fires(aMan(18).measured("potassium", 7, 1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"66, mmol/L", "0.9, mmol/L", "25.4, mg/dL", "6.5, ''"})
    void a_value_that_is_not_plausible_or_in_an_unknown_unit_is_not_used(double number, String unit) {
        ReadingFixture reading = new ReadingFixture();
        reading.chart().concept(1, "LOINC", "2823-3", unit).number(1, number, NOW.minus(1, ChronoUnit.DAYS));

        Snapshot snapshot = reading.read("potassium", "ras-blocker", "mra");

        assertThat(rule.judge(snapshot)).isNotInstanceOf(RuleAnswer.Fired.class);
        assertThat(snapshot.qualityNotes()).hasSize(1);
    }

    @Test
    @Tag("S3")
    void names_its_sources_and_its_choices() {
        Proposal proposal = judgement.fires(aManWith(7));

        assertThat(proposal.source().citation()).contains("2023", "NG203", "1.6.19");
        assertThat(proposal.limits()).contains("30 days", "choice");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(onRamipril(6.2).build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
