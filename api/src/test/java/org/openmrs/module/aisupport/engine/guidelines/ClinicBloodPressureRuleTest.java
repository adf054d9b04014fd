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
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** NICE NG136: raised from 140/90, severe from 180/120, either half alone; the lower of the last two readings counts. */
@Tag("E2")
class ClinicBloodPressureRuleTest {

    private final Rule rule = new ClinicBloodPressureRule(RuleDefinitions.load(ClinicBloodPressureRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture once(double systolic, double diastolic) {
        return aWoman(60).bloodPressure(systolic, diastolic, 0, 10, "today");
    }

    /** Two readings of today, five minutes apart, the newer one last. */
    private static SnapshotFixture twice(double systolic1, double diastolic1, double systolic2, double diastolic2) {
        return aWoman(60)
                .bloodPressure(systolic1, diastolic1, 0, 10, "today")
                .bloodPressure(systolic2, diastolic2, 0, 5, "today");
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"139, 89", "139.9, 89.9", "120, 80", "95, 55"})
    void stays_quiet_below_140_over_90(double systolic, double diastolic) {
        judgement.staysQuiet(once(systolic, diastolic), "not raised");
        judgement.staysQuiet(twice(systolic, diastolic, systolic, diastolic), "not raised");
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"140, 89", "139, 90", "140, 90", "179, 119", "140, 40", "125, 119"})
    void is_raised_from_140_or_from_90_on(double systolic, double diastolic) {
        Proposal proposal = judgement.fires(twice(systolic, diastolic, systolic, diastolic));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.FOLLOW_UP);
        assertThat(proposal.summary())
                .contains(Math.round(systolic) + "/" + Math.round(diastolic) + " mmHg", "ambulatory or home");
        assertThat(proposal.detail()).contains("135/85", "2026-11-24");
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"180, 119", "179, 120", "180, 120", "240, 130", "180, 60", "130, 120"})
    void is_severe_from_180_or_from_120_on(double systolic, double diastolic) {
        for (SnapshotFixture record :
                new SnapshotFixture[] {once(systolic, diastolic), twice(systolic, diastolic, systolic, diastolic)}) {
            Proposal proposal = judgement.fires(record);

            assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
            assertThat(proposal.summary())
                    .contains(Math.round(systolic) + "/" + Math.round(diastolic) + " mmHg", "severe");
        }
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"140, 89", "139, 90", "179, 119"})
    void a_single_raised_reading_asks_for_a_second(double systolic, double diastolic) {
        Proposal proposal = judgement.fires(once(systolic, diastolic));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.summary()).contains("measured once", "measure again");
        assertThat(proposal.detail()).contains("lower of the last two");
    }

    @Test
    void a_severe_reading_names_the_signs_that_need_a_specialist_and_does_not_refer_on_the_number_alone() {
        Proposal proposal = judgement.fires(once(200, 125));

        assertThat(proposal.detail())
                .contains("retinal haemorrhage", "papilloedema", "confusion", "chest pain", "heart failure")
                .contains("acute kidney injury", "phaeochromocytoma", "within 7 days", "organ damage")
                .contains("if there is");
        assertThat(proposal.summary()).contains("look for signs").doesNotContain("hypertension");
    }

    @Test
    void a_severe_reading_asks_first_to_measure_again_at_once() {
        Proposal proposal = judgement.fires(once(200, 125));

        assertThat(withoutSentencesOn("7 days", proposal)).containsIgnoringCase("again");
    }

    private static String withoutSentencesOn(String what, Proposal proposal) {
        return Arrays.stream((proposal.summary() + ". " + proposal.detail()).split("(?<=\\.) "))
                .filter(sentence -> !sentence.contains(what))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}/{1} then {2}/{3}: {4}")
    @CsvSource({"150, 95, 144, 91, 144/91", "144, 91, 150, 95, 144/91", "185, 110, 160, 100, 160/100"})
    void the_lower_of_the_last_two_counts(double s1, double d1, double s2, double d2, String counts) {
        Proposal proposal = judgement.fires(twice(s1, d1, s2, d2));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.summary()).contains(counts + " mmHg");
    }

    @ParameterizedTest(name = "{0}/{1} then {2}/{3}")
    @CsvSource({"150, 95, 138, 88", "138, 88, 150, 95", "190, 125, 130, 80", "138, 88, 130, 92", "130, 92, 138, 88"})
    void one_good_reading_of_two_is_enough_to_stay_quiet(double s1, double d1, double s2, double d2) {
        judgement.staysQuiet(twice(s1, d1, s2, d2), "not raised");
    }

    /** A patient who is severe now is not made safe by the reading before. */
    @Test
    void a_newest_reading_that_is_severe_is_told_whatever_the_one_before_said() {
        Proposal proposal = judgement.fires(twice(130, 80, 190, 125));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        assertThat(proposal.summary()).contains("190/125");
    }

    @Test
    void with_a_third_reading_the_first_no_longer_counts() {
        SnapshotFixture goodFirst = twice(150, 95, 146, 92).bloodPressure(120, 70, 0, 20, "today");
        SnapshotFixture severeFirst = twice(150, 95, 146, 92).bloodPressure(210, 130, 0, 20, "today");
        SnapshotFixture goodLast = twice(150, 95, 146, 92).bloodPressure(138, 85, 0, 1, "today");

        assertThat(judgement.fires(goodFirst).summary()).contains("146/92");
        assertThat(judgement.fires(severeFirst).summary()).contains("146/92");
        judgement.staysQuiet(goodLast, "not raised");
    }

    @Test
    void readings_of_another_encounter_do_not_count_as_the_second_even_on_the_same_day() {
        Proposal proposal = judgement.fires(once(150, 95).bloodPressure(120, 70, 0, 120, "this morning"));

        assertThat(proposal.summary()).contains("150/95", "measured once");
    }

    @Test
    void readings_without_an_encounter_belong_together_by_day() {
        SnapshotFixture sameDay = aWoman(60).bloodPressure(150, 95, 0, 10, null).bloodPressure(145, 92, 0, 5, null);
        SnapshotFixture otherDay =
                aWoman(60).bloodPressure(150, 95, 0, 10, null).bloodPressure(120, 70, 1, 5, null);

        assertThat(judgement.fires(sameDay).summary()).contains("145/92").doesNotContain("once");
        assertThat(judgement.fires(otherDay).summary()).contains("150/95", "measured once");
    }

    @Test
    void readings_of_another_day_do_not_count_as_the_second() {
        Proposal proposal = judgement.fires(once(150, 95).bloodPressure(155, 96, 3, 0, "before"));

        assertThat(proposal.summary()).contains("150/95", "measured once");
        judgement.fires(once(150, 95).bloodPressure(120, 70, 3, 0, "before"));
        judgement.staysQuiet(once(120, 70).bloodPressure(190, 125, 3, 0, "before"), "not raised");
    }

    @Test
    @Tag("S3")
    void trust22_cites_both_halves_of_both_readings() {
        Proposal proposal = judgement.fires(twice(150, 95, 144, 91));

        assertThat(cited(proposal, FOR))
                .containsExactlyInAnyOrder(
                        "Systolic blood pressure, 150 mmHg, 2026-11-24",
                        "Diastolic blood pressure, 95 mmHg, 2026-11-24",
                        "Systolic blood pressure, 144 mmHg, 2026-11-24",
                        "Diastolic blood pressure, 91 mmHg, 2026-11-24");
        assertThat(cited(proposal, AGAINST)).isEmpty();
        assertThat(proposal.evidence()).allSatisfy(item -> assertThat(item.record())
                .hasValueSatisfying(record -> assertThat(record.encounterUuid()).contains("today")));
    }

    @Test
    @Tag("S3")
    void trust22_cites_a_good_reading_of_the_visit_before_as_speaking_against_it() {
        Proposal proposal = judgement.fires(
                twice(150, 95, 144, 91).bloodPressure(125, 75, 20, 0, "before").bloodPressure(118, 72, 25, 0, "older"));

        assertThat(cited(proposal, AGAINST))
                .containsExactly(
                        "Systolic blood pressure, 125 mmHg, 2026-11-04",
                        "Diastolic blood pressure, 75 mmHg, 2026-11-04");
    }

    @Test
    @Tag("S3")
    void a_raised_reading_of_the_visit_before_does_not_speak_against_it() {
        Proposal proposal = judgement.fires(twice(150, 95, 144, 91).bloodPressure(150, 75, 20, 0, "before"));

        assertThat(cited(proposal, AGAINST)).isEmpty();
    }

    @Test
    @Tag("S3")
    void a_reading_that_is_no_longer_among_the_last_two_is_not_cited() {
        Proposal proposal = judgement.fires(twice(150, 95, 146, 92).bloodPressure(120, 70, 0, 20, "today"));

        assertThat(proposal.evidence()).hasSize(4);
    }

    @Test
    void hypertension_on_record_keeps_it_quiet_active_or_not() {
        judgement.staysQuiet(twice(150, 95, 150, 95).problem("hypertension", true, 900), "on record");
        judgement.staysQuiet(twice(150, 95, 150, 95).problem("hypertension", false, 900), "on record");
        judgement.staysQuiet(once(150, 95).problem("hypertension", true, null), "on record");
    }

    @Test
    void a_severe_reading_is_told_even_when_hypertension_is_known() {
        Proposal proposal = judgement.fires(once(185, 100).problem("hypertension", true, 900));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        assertThat(cited(proposal, FOR)).contains("Hypertension, 2024-06-07");
    }

    @Test
    void is_for_adults() {
        judgement.staysQuiet(once(200, 125).aged(17), "adults");
        judgement.fires(once(200, 125).aged(18));
    }

    @Test
    void needs_no_sex() {
        judgement.fires(once(150, 95).sex(Sex.UNKNOWN));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "systolic-bp, Systolic blood pressure",
        "diastolic-bp, Diastolic blood pressure",
        "hypertension, Hypertension"
    })
    void misses_what_the_dictionary_has_no_concept_for(String input, String label) {
        assertThat(judgement.misses(once(150, 95).unmapped(input)))
                .containsExactly(label + " (this dictionary has no concept for it)");
    }

    @Test
    void misses_the_birth_date_along_with_the_rest() {
        assertThat(judgement.misses(once(150, 95).born(Optional.empty()))).containsExactly("birth date");
        assertThat(judgement.misses(once(150, 95).born(Optional.empty()).unmapped("hypertension")))
                .hasSize(2);
    }

    @Test
    void misses_a_reading_that_is_recent_enough() {
        String lacking = "Systolic blood pressure of the last 30 days, with the diastolic measured at the same time";

        assertThat(judgement.misses(aWoman(60))).containsExactly(lacking);
        assertThat(judgement.misses(aWoman(60).bloodPressure(200, 125, 31, 0, "old")))
                .containsExactly(lacking);
        judgement.fires(aWoman(60).bloodPressure(200, 125, 30, 0, "old"));
    }

    @Test
    void a_half_without_the_other_is_no_blood_pressure() {
        judgement.misses(aWoman(60).measured("systolic-bp", 200, NOW, "today"));
        judgement.misses(aWoman(60).measured("diastolic-bp", 125, NOW, "today"));
        judgement.misses(aWoman(60)
                .measured("systolic-bp", 200, NOW, "today")
                .measured("diastolic-bp", 125, NOW, "another encounter"));
        judgement.misses(aWoman(60)
                .measured("systolic-bp", 200, NOW, "today")
                .measured("diastolic-bp", 125, NOW.minus(2, ChronoUnit.MINUTES), "today"));
    }

    @Test
    void a_systolic_that_is_not_above_its_diastolic_is_a_slip_and_no_blood_pressure() {
        judgement.misses(once(95, 150));
        judgement.misses(once(120, 120));
    }

    @Test
    void halves_that_were_saved_within_a_minute_of_each_other_belong_together() {
        SnapshotFixture record = aWoman(60)
                .measured("systolic-bp", 150, NOW, "today")
                .measured("diastolic-bp", 95, NOW.minus(60, ChronoUnit.SECONDS), "today");

        assertThat(judgement.fires(record).summary()).contains("150/95");
    }

    /** Unknown is never shown as safe: today's reading is incomplete, and an older one can't stand in for it. */
    @Test
    void a_severe_systolic_of_today_without_its_diastolic_is_not_hidden_by_a_good_reading_of_last_week() {
        SnapshotFixture record =
                aWoman(60).bloodPressure(125, 75, 7, 0, "before").measured("systolic-bp", 195, NOW, "today");

        assertThat(judgement.of(record)).isNotInstanceOf(RuleAnswer.NotFired.class);
    }

    @Test
    void a_severe_systolic_without_its_diastolic_is_not_hidden_by_a_good_reading_earlier_that_day() {
        SnapshotFixture record = aWoman(60)
                .bloodPressure(125, 75, 0, 180, "this morning")
                .measured("systolic-bp", 195, NOW, "this afternoon");

        assertThat(judgement.of(record)).isNotInstanceOf(RuleAnswer.NotFired.class);
    }

    @Test
    void a_slip_of_the_keyboard_today_is_not_hidden_by_a_good_reading_of_last_week() {
        SnapshotFixture record = once(95, 195).bloodPressure(125, 75, 7, 0, "before");

        assertThat(judgement.of(record)).isNotInstanceOf(RuleAnswer.NotFired.class);
    }

    @Test
    void a_lone_half_of_an_earlier_day_does_not_stand_in_the_way_of_a_newer_reading() {
        judgement.staysQuiet(once(125, 75).measured("systolic-bp", 195, 7), "not raised");
        judgement.fires(once(150, 95).measured("diastolic-bp", 70, 7));
    }

    /** It was offered and done. What came of it is for the rule on home blood pressure to tell. */
    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"128, 80", "134.9, 84.9", "135, 80", "128, 85", "150, 95"})
    void once_measured_at_home_it_is_not_offered_again(double systolic, double diastolic) {
        judgement.staysQuiet(twice(150, 95, 150, 95).homeMean(systolic, diastolic, 0), "home or ambulatory");
        judgement.staysQuiet(
                aWoman(60).bloodPressure(150, 95, 20, 0, "before").homeMean(systolic, diastolic, 3),
                "home or ambulatory");
    }

    @Test
    @Tag("S3")
    void a_good_mean_from_before_the_reading_speaks_against_it_and_does_not_silence_it() {
        Proposal proposal = judgement.fires(once(150, 95).homeMean(134, 84, 1).homeMean(150, 95, 40));

        assertThat(cited(proposal, AGAINST))
                .containsExactly(
                        "Home or ambulatory daytime mean, systolic, 134 mmHg, 2026-11-23",
                        "Home or ambulatory daytime mean, diastolic, 84 mmHg, 2026-11-23");
        assertThat(cited(judgement.fires(once(150, 95).homeMean(120, 70, 366)), AGAINST))
                .hasSize(2);
        assertThat(cited(judgement.fires(once(150, 95).homeMean(120, 70, 367)), AGAINST))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"135, 70", "120, 85"})
    void a_raised_mean_of_the_last_year_ends_the_offer_too(double systolic, double diastolic) {
        judgement.staysQuiet(once(150, 95).homeMean(systolic, diastolic, 366), "home or ambulatory");
        judgement.fires(once(150, 95).homeMean(systolic, diastolic, 367));
    }

    @Test
    void a_severe_reading_is_told_whatever_was_measured_at_home() {
        Proposal proposal = judgement.fires(once(185, 100).homeMean(120, 70, 0));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        assertThat(cited(proposal, AGAINST)).hasSize(2);
        assertThat(cited(judgement.fires(once(185, 100).homeMean(150, 95, 0)), AGAINST))
                .isEmpty();
    }

    @Test
    void half_a_mean_from_home_answers_nothing() {
        judgement.fires(once(150, 95).measured("home-systolic-bp", 120, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"home-systolic-bp", "home-diastolic-bp"})
    void needs_no_concept_for_a_mean_from_home(String input) {
        judgement.fires(once(150, 95).unmapped(input));
        judgement.fires(once(150, 95).leftOut(input));
    }

    @Test
    @Tag("S8")
    void the_fingerprint_follows_values_and_times_and_neither_uuids_nor_age() {
        String fingerprint = judgement.fires(twice(150, 95, 144, 91)).fingerprint();

        assertThat(judgement.fires(twice(150, 95, 144, 91)).fingerprint()).isEqualTo(fingerprint);
        assertThat(judgement.fires(twice(150, 95, 144, 91).aged(75)).fingerprint())
                .isEqualTo(fingerprint);
        assertThat(Stream.of(
                                twice(150, 95, 144, 91),
                                twice(150, 95, 144, 92),
                                twice(151, 95, 144, 91),
                                once(150, 95),
                                aWoman(60).bloodPressure(150, 95, 1, 10, "today"),
                                aWoman(60).bloodPressure(150, 95, 0, 11, "today"))
                        .map(record -> judgement.fires(record).fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("S3")
    void cites_a_source_that_can_be_opened_and_says_its_limits() {
        Proposal proposal = judgement.fires(once(150, 95));

        assertThat(proposal.source().citation()).contains("NG136", "2019", "1.2.2");
        assertThat(proposal.source().url()).isEqualTo("https://www.nice.org.uk/guidance/ng136");
        assertThat(proposal.limits()).contains("taken for one in the clinic", "free-text");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(once(150, 95).build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
        assertThat(rule.definition().inputs())
                .containsExactlyInAnyOrder(
                        "systolic-bp",
                        "diastolic-bp",
                        "home-systolic-bp",
                        "home-diastolic-bp",
                        "hypertension",
                        "pregnancy",
                        "pregnancy-status");
    }

    @Test
    void a_severe_reading_is_not_silenced_by_a_later_half() {
        SnapshotFixture record =
                aWoman(60).bloodPressure(200, 125, 0, 30, "today").measured("diastolic-bp", 80, NOW, "today");

        assertThat(judgement.fires(record).indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
    }
}
