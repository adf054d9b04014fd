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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** ESC 2024: an anticoagulant is recommended from a CHA2DS2-VA of 2, and to be considered at 1. */
@Tag("E2")
class AfAnticoagulationRuleTest {

    private static final String FIBRILLATION = "atrial-fibrillation";

    private final Rule rule = new AfAnticoagulationRule(RuleDefinitions.load(AfAnticoagulationRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture with(SnapshotFixture person, String problems) {
        person.problem(FIBRILLATION, true, 400);
        Stream.of(problems.split(" "))
                .filter(name -> !name.equals("none"))
                .forEach(name -> person.problem(name, true, 900));
        return person;
    }

    /** The points of ESC 2024, table 10: each item alone, both sides of each age, and all of them. */
    @ParameterizedTest(name = "{0} years, {1}: {2}")
    @CsvSource({
        "50, none, 0",
        "64, none, 0",
        "65, none, 1",
        "74, none, 1",
        "75, none, 2",
        "50, heart-failure, 1",
        "50, hypertension, 1",
        "50, diabetes, 1",
        "50, stroke-or-tia, 2",
        "50, arterial-disease, 1",
        "50, arterial-disease arterial-disease, 1",
        "60, hypertension, 1",
        "66, hypertension, 2",
        "70, hypertension diabetes, 3",
        "80, heart-failure hypertension diabetes stroke-or-tia arterial-disease, 8"
    })
    void counts_as_the_guideline_does_for_both_sexes(int age, String problems, int score) {
        assertThat(StrokeRisk.of(with(aMan(age), problems).build(), 65, 75).score())
                .isEqualTo(score);
        assertThat(StrokeRisk.of(with(aWoman(age), problems).build(), 65, 75).score())
                .isEqualTo(score);
    }

    @Test
    void from_2_on_it_is_a_warning() {
        Proposal proposal = judgement.fires(with(aWoman(66), "hypertension"));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.MEDICATION);
        assertThat(proposal.summary())
                .contains("no anticoagulant found", "CHA2DS2-VA at least 2.", "Consider", "recommended from 2");
        assertThat(proposal.detail())
                .contains("hypertension 1, age 65 to 74 1", "no reason to withhold")
                .doesNotContain("NG196");
    }

    @Test
    void at_1_it_is_an_info_that_says_where_nice_differs_for_women() {
        Proposal proposal = judgement.fires(with(aWoman(60), "hypertension"));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.summary()).contains("CHA2DS2-VA at least 1.", "considered at 1");
        assertThat(proposal.detail()).contains("NG196", "one point more for women");
    }

    @Test
    void at_0_it_stays_quiet_and_at_0_of_what_can_be_read_it_says_what_can_not() {
        judgement.staysQuiet(with(aMan(64), "none"), "below the threshold");
        assertThat(judgement.misses(
                        with(aMan(64), "none").unmapped("heart-failure").unmapped("diabetes")))
                .containsExactly(
                        "Heart failure (this dictionary has no concept for it)",
                        "Diabetes mellitus (this dictionary has no concept for it)");
    }

    @Test
    void with_points_enough_it_goes_on_without_what_it_can_not_read_and_says_so() {
        Proposal proposal =
                judgement.fires(with(aMan(76), "none").unmapped("heart-failure").unmapped("heparin"));

        assertThat(proposal.summary()).contains("at least 2");
        assertThat(proposal.limits()).endsWith("was not looked at: Heart failure, Heparin or fondaparinux.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vitamin-k-antagonist", "doac", "heparin"})
    void stays_quiet_while_an_anticoagulant_is_ordered(String drug) {
        judgement.staysQuiet(with(aMan(80), "none").medication(drug, 300, null), "is ordered");
        judgement.staysQuiet(with(aMan(80), "none").medication(drug, 300, -1), "is ordered");
        judgement.staysQuiet(with(aMan(80), "none").medication(drug, -1, null), "is ordered");
        judgement.fires(with(aMan(80), "none").medication(drug, 300, 0));
        judgement.fires(with(aMan(80), "none").medication(drug, 300, 1));
    }

    /** The trap: where the dictionary knows no such medicine, none can be found, which is not the same as none taken. */
    @ParameterizedTest
    @CsvSource({
        "vitamin-k-antagonist, Warfarin or another vitamin K antagonist",
        "doac, DOAC (direct oral anticoagulant)",
        "atrial-fibrillation, Atrial fibrillation or flutter"
    })
    void what_the_dictionary_has_no_concept_for_is_missing_and_never_taken_for_absent(String input, String label) {
        assertThat(judgement.misses(with(aMan(80), "none").unmapped(input)))
                .containsExactly(label + " (this dictionary has no concept for it)");
    }

    @Test
    void an_anticoagulant_that_is_ordered_counts_even_where_another_kind_can_not_be_read() {
        judgement.staysQuiet(
                with(aMan(80), "none").unmapped("doac").medication("vitamin-k-antagonist", 300, null), "is ordered");
    }

    @Test
    void what_is_held_to_be_sensitive_is_missing_too() {
        assertThat(judgement.misses(with(aMan(80), "none").leftOut("doac")))
                .singleElement()
                .asString()
                .contains("sensitive topic");
    }

    @Test
    void is_about_a_fibrillation_that_is_still_on_the_problem_list() {
        judgement.staysQuiet(aMan(80), "no atrial fibrillation");
        judgement.staysQuiet(aMan(80).problem(FIBRILLATION, false, 900), "no atrial fibrillation");
        judgement.fires(aMan(80).problem(FIBRILLATION, true, null));
        judgement.staysQuiet(aMan(80).born(Optional.empty()).unmapped("doac"), "no atrial fibrillation");
    }

    /** A stroke or a failing heart of long ago counts; a pressure or sugar that is no problem any more does not. */
    @ParameterizedTest
    @CsvSource({
        "heart-failure, true",
        "stroke-or-tia, true",
        "arterial-disease, true",
        "hypertension, false",
        "diabetes, false"
    })
    void what_is_no_longer_active_counts_where_its_harm_lasts(String problem, boolean counts) {
        SnapshotFixture record = with(aMan(50), "none").problem(problem, false, 3000);

        assertThat(judgement.of(record)).isInstanceOf(counts ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @Test
    void a_narrow_mitral_valve_or_a_prosthetic_one_decides_whatever_the_score() {
        Proposal proposal = judgement.fires(with(aMan(50), "mitral-stenosis-or-valve"));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.summary()).contains("whatever the score");
        assertThat(proposal.detail()).contains("vitamin K antagonist, not a DOAC");
        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Atrial fibrillation or flutter, 2025-10-20",
                        "Mitral stenosis or prosthetic heart valve, 2024-06-07");
        assertThat(judgement.fires(with(aMan(80), "mitral-stenosis-or-valve")).summary())
                .contains("whatever the score");
    }

    @Test
    void names_the_bleeding_risks_that_can_be_changed_and_counts_none_of_them_against_it() {
        Proposal proposal = judgement.fires(with(aMan(80), "alcohol-problem")
                .bloodPressure(161, 90, 2, 0, "e")
                .medication("nsaid", 20, null)
                .medication("antiplatelet", 20, null));

        assertThat(proposal.detail())
                .contains("no reason to withhold it: systolic blood pressure 161 on 2026-11-22; order of NSAID;"
                        + " order of Antiplatelet medicine; Alcohol problem.");
        assertThat(cited(proposal, AGAINST)).isEmpty();
    }

    @Test
    void a_bleeding_risk_that_is_not_there_any_more_is_not_named() {
        Proposal proposal = judgement.fires(with(aMan(80), "none")
                .bloodPressure(160, 90, 2, 0, "e")
                .bloodPressure(190, 90, 31, 0, "f")
                .medication("nsaid", 20, 5)
                .problem("alcohol-problem", false, 900));

        assertThat(proposal.detail()).contains("A bleeding score is no reason to withhold it.");
    }

    @Test
    @Tag("S3")
    void trust22_cites_what_counts_and_against_it_the_order_that_ended_last() {
        Proposal proposal = judgement.fires(with(aWoman(76), "hypertension")
                .medication("doac", 800, 100)
                .medication("vitamin-k-antagonist", 900, 700));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Atrial fibrillation or flutter, 2025-10-20",
                        "Hypertension, 2024-06-07",
                        "CHA2DS2-VA, at least, 3 (hypertension 1, age 75 or more 2)");
        assertThat(cited(proposal, AGAINST)).containsExactly("DOAC (direct oral anticoagulant), 2024-09-15");
        assertThat(proposal.detail())
                .contains("An earlier order (DOAC (direct oral anticoagulant)) ended on 2026-08-16.");
    }

    @Test
    @Tag("S8")
    void is_the_same_finding_on_another_day_and_another_one_with_another_score() {
        String fingerprint = judgement.fires(with(aMan(76), "none")).fingerprint();

        assertThat(judgement
                        .fires(with(aMan(76), "none").takenAt(NOW.plus(3, ChronoUnit.DAYS)))
                        .fingerprint())
                .isEqualTo(fingerprint);
        assertThat(judgement.fires(with(aMan(76), "diabetes")).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(judgement.fires(with(aMan(74), "diabetes")).fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void is_for_adults_who_are_not_pregnant_and_needs_no_sex() {
        judgement.staysQuiet(with(aMan(17), "diabetes"), "for adults");
        judgement.fires(with(aMan(18), "diabetes").sex(Sex.UNKNOWN));
        judgement.staysQuiet(with(aWoman(30), "diabetes").problem("pregnancy", true, 100), "pregnancy");
        judgement.staysQuiet(with(aWoman(30), "diabetes").answer("pregnancy-status", true, 20), "pregnancy");
        assertThat(judgement.misses(with(aMan(80), "none").born(Optional.empty())))
                .containsExactly("birth date");
    }

    @Test
    @Tag("S3")
    void names_its_source_and_what_it_did_not_read() {
        Proposal proposal = judgement.fires(with(aMan(80), "none"));

        assertThat(proposal.source().citation())
                .contains("doi:10.1093/eurheartj/ehae176", "recommendation table 6", "NG196");
        assertThat(proposal.limits())
                .contains("lower bound", "appendage", "earlier bleeding", "amyloidosis", "coded drug");
    }

    /** What it says it did not find may be among them. */
    @Test
    @Tag("S3")
    void says_of_how_many_orders_it_could_not_tell_what_they_are_of() {
        assertThat(judgement.fires(with(aMan(80), "none")).limits()).doesNotContain("no code that could be read");
        assertThat(judgement.fires(with(aMan(80), "none").unreadOrders(1)).limits())
                .endsWith(" One active order carries no code that could be read; it may be what was not found here.");
        assertThat(judgement.fires(with(aMan(80), "none").unreadOrders(3)).limits())
                .endsWith(" 3 active orders carry no code that could be read; one of them may be what was not found"
                        + " here.");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(
                        with(aMan(80), "none").build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
