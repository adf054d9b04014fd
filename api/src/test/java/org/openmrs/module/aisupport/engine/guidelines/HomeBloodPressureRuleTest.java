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
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.ReadingFixture;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** NICE NG136, 1.2.8: hypertension is 140/90 or more in the clinic, and a mean of 135/85 or more at home or by day. */
@Tag("E2")
class HomeBloodPressureRuleTest {

    private final Rule rule = new HomeBloodPressureRule(RuleDefinitions.load(HomeBloodPressureRule.ID));
    private final Judgement judgement = new Judgement(rule);

    /** Raised in the clinic six weeks ago: longer than the clinic rule looks back. */
    private static SnapshotFixture clinic(double systolic, double diastolic) {
        return aWoman(60).bloodPressure(systolic, diastolic, 42, 0, "clinic");
    }

    private static SnapshotFixture raised() {
        return clinic(150, 95).homeMean(142, 88, 10);
    }

    @Test
    void a_raised_mean_after_a_raised_reading_confirms_hypertension() {
        Proposal proposal = judgement.fires(raised());

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.DIAGNOSIS);
        assertThat(proposal.summary()).contains("Clinic 150/95", "mean 142/88 mmHg", "hypertension");
        assertThat(proposal.detail()).contains("2026-10-13", "2026-11-14", "140/90", "135/85", "14 or more", "4 days");
        assertThat(proposal.problem().orElseThrow())
                .extracting(ProposedProblem::text)
                .isEqualTo("Hypertension");
        assertThat(proposal.problem().orElseThrow().codes())
                .containsExactly(
                        new ProposedProblem.Coding("CIEL", "117399"),
                        new ProposedProblem.Coding("SNOMED CT", "38341003"));
    }

    @ParameterizedTest(name = "{0}/{1}: {2}")
    @CsvSource({
        "134, 84, false",
        "134.9, 84.9, false",
        "135, 84, true",
        "134, 85, true",
        "120, 85, true",
        "135, 60, true"
    })
    void the_mean_is_raised_from_135_or_from_85_on(double systolic, double diastolic, boolean fires) {
        assertThat(judgement.of(clinic(150, 95).homeMean(systolic, diastolic, 10)))
                .isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
        assertThat(judgement.of(aWoman(60).homeMean(systolic, diastolic, 10)))
                .isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @ParameterizedTest(name = "{0}/{1}: {2}")
    @CsvSource({"139, 89, false", "139.9, 89.9, false", "140, 89, true", "139, 90, true", "200, 125, true"})
    void the_clinic_is_raised_from_140_or_from_90_on(double systolic, double diastolic, boolean fires) {
        assertThat(judgement.of(clinic(systolic, diastolic).homeMean(142, 88, 10)))
                .isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @Test
    void of_a_visit_the_lower_of_the_last_two_readings_counts() {
        SnapshotFixture good = aWoman(60)
                .bloodPressure(150, 95, 42, 10, "clinic")
                .bloodPressure(138, 88, 42, 5, "clinic")
                .homeMean(142, 88, 10);
        SnapshotFixture bad = aWoman(60)
                .bloodPressure(120, 70, 42, 15, "clinic")
                .bloodPressure(150, 95, 42, 10, "clinic")
                .bloodPressure(144, 88, 42, 5, "clinic")
                .homeMean(142, 88, 10);

        judgement.staysQuiet(good, "not raised");
        assertThat(judgement.fires(bad).summary()).contains("Clinic 144/88");
    }

    @Test
    void a_mean_that_is_not_raised_is_no_hypertension_whatever_the_clinic_says() {
        judgement.staysQuiet(clinic(178, 115).homeMean(134, 84, 10), "from home is not raised");
        judgement.staysQuiet(raised().homeMean(130, 80, 3), "from home is not raised");
    }

    @Test
    void the_order_of_mean_and_clinic_is_not_asked() {
        assertThat(judgement
                        .fires(aWoman(60).homeMean(142, 88, 40).bloodPressure(150, 95, 0, 0, "clinic"))
                        .summary())
                .contains("Clinic 150/95");
    }

    @Test
    void without_any_reading_in_the_clinic_it_asks_for_one() {
        Proposal proposal = judgement.fires(aWoman(60).homeMean(142, 88, 10));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.FOLLOW_UP);
        assertThat(proposal.summary()).contains("mean 142/88 mmHg", "measuring in the clinic");
        assertThat(proposal.problem()).isEmpty();
    }

    @Test
    void a_raised_mean_with_a_clinic_that_is_not_raised_is_not_named_by_the_guideline() {
        judgement.staysQuiet(clinic(132, 82).homeMean(142, 88, 10), "in the clinic is not raised");
    }

    @Test
    void both_count_for_a_year() {
        assertThat(judgement
                        .fires(aWoman(60).bloodPressure(150, 95, 366, 0, "c").homeMean(142, 88, 366))
                        .kind())
                .isEqualTo(Proposal.Kind.DIAGNOSIS);
        assertThat(judgement
                        .fires(aWoman(60).bloodPressure(150, 95, 367, 0, "c").homeMean(142, 88, 366))
                        .kind())
                .isEqualTo(Proposal.Kind.FOLLOW_UP);
        judgement.staysQuiet(aWoman(60).bloodPressure(150, 95, 366, 0, "c").homeMean(142, 88, 367), "no recent mean");
    }

    @Test
    void a_reading_that_is_dated_in_the_future_does_not_count() {
        assertThat(judgement
                        .fires(aWoman(60).bloodPressure(150, 95, -2, 0, "c").homeMean(142, 88, 3))
                        .kind())
                .isEqualTo(Proposal.Kind.FOLLOW_UP);
        judgement.staysQuiet(clinic(150, 95).homeMean(142, 88, -2), "no recent mean");
    }

    @Test
    void stays_quiet_without_a_mean_and_with_hypertension_on_record_active_or_not() {
        judgement.staysQuiet(clinic(150, 95), "no recent mean");
        judgement.staysQuiet(clinic(150, 95).born(Optional.empty()), "no recent mean");
        judgement.staysQuiet(raised().problem("hypertension", true, 5), "on record");
        judgement.staysQuiet(raised().problem("hypertension", false, 900), "on record");
    }

    @Test
    void is_for_adults_who_are_not_pregnant_and_needs_no_sex() {
        judgement.staysQuiet(raised().aged(17), "adults");
        judgement.fires(raised().aged(18).sex(Sex.UNKNOWN));
        judgement.staysQuiet(raised().aged(30).problem("pregnancy", true, 100), "pregnancy");
        judgement.staysQuiet(raised().aged(30).answer("pregnancy-status", true, 100), "pregnancy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"home-systolic-bp", "home-diastolic-bp"})
    void a_mean_without_its_other_half_is_none_and_the_older_one_can_not_stand_in(String half) {
        assertThat(judgement.misses(clinic(150, 95).measured(half, 120, 5)))
                .singleElement()
                .asString()
                .startsWith("the other half of the newest mean");
        assertThat(judgement.misses(raised().measured(half, 100, 5))).hasSize(1);
        judgement.fires(raised().measured(half, 100, 20));
    }

    @Test
    void halves_of_two_encounters_are_no_mean() {
        assertThat(judgement.misses(clinic(150, 95)
                        .measured("home-systolic-bp", 142, NOW.minus(5, ChronoUnit.DAYS), "a")
                        .measured("home-diastolic-bp", 88, NOW.minus(5, ChronoUnit.DAYS), "b")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"home-systolic-bp", "home-diastolic-bp"})
    void a_mean_that_could_not_be_used_is_not_taken_for_none(String half) {
        assertThat(judgement.misses(clinic(150, 95).unusable(half)))
                .singleElement()
                .asString()
                .endsWith("(some of what is recorded could not be used)");
        judgement.fires(raised().unusable(half));
    }

    @ParameterizedTest(name = "{0}/{1} {2}: {3}")
    @CsvSource({
        "142, 88, mmHg, FIRED",
        "142, 88, mm[Hg], FIRED",
        "18.9, 11.7, kPa, MISSING",
        "301, 88, mmHg, MISSING",
        "142, 19, mmHg, MISSING",
        "142, 201, mmHg, MISSING"
    })
    void reads_means_as_the_mapping_has_them(double systolic, double diastolic, String unit, String answer) {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, "SNOMED CT", "413606001", unit)
                .concept(2, "SNOMED CT", "413605002", unit)
                .concept(3, "CIEL", "5085", "mmHg")
                .concept(4, "CIEL", "5086", "mmHg")
                .concept(5, "CIEL", "117399")
                .number(1, systolic, NOW)
                .number(2, diastolic, NOW)
                .number(3, 150, NOW)
                .number(4, 95, NOW);

        assertThat(rule.judge(reading.read(rule.definition().inputs().toArray(String[]::new))))
                .isInstanceOf(answer.equals("FIRED") ? RuleAnswer.Fired.class : RuleAnswer.Missing.class);
    }

    /** Else it would stand under "could not be judged" with each patient, in most dictionaries. */
    @Test
    void where_the_dictionary_has_no_concept_for_a_mean_it_is_silent() {
        judgement.staysQuiet(clinic(150, 95).unmapped("home-systolic-bp").unmapped("home-diastolic-bp"), "no concept");
    }

    @Test
    void but_says_so_where_only_one_half_is_mapped_or_it_is_held_to_be_sensitive() {
        assertThat(judgement.misses(clinic(150, 95).unmapped("home-diastolic-bp")))
                .containsExactly("Home or ambulatory daytime mean, diastolic (this dictionary has no concept for it)");
        assertThat(judgement.misses(clinic(150, 95).leftOut("home-systolic-bp").leftOut("home-diastolic-bp")))
                .hasSize(2)
                .allSatisfy(why -> assertThat(why).contains("sensitive topic"));
    }

    @ParameterizedTest
    @CsvSource({
        "systolic-bp, Systolic blood pressure",
        "diastolic-bp, Diastolic blood pressure",
        "hypertension, Hypertension"
    })
    void misses_what_the_dictionary_has_no_concept_for_once_there_is_a_mean(String input, String label) {
        assertThat(judgement.misses(raised().unmapped(input)))
                .containsExactly(label + " (this dictionary has no concept for it)");
        assertThat(judgement.misses(raised().born(Optional.empty()))).containsExactly("birth date");
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_mean_and_the_raised_reading() {
        Proposal proposal = judgement.fires(raised().homeMean(150, 95, 100));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Home or ambulatory daytime mean, systolic, 142 mmHg, 2026-11-14",
                        "Home or ambulatory daytime mean, diastolic, 88 mmHg, 2026-11-14",
                        "Systolic blood pressure, 150 mmHg, 2026-10-13",
                        "Diastolic blood pressure, 95 mmHg, 2026-10-13");
        assertThat(cited(proposal, AGAINST)).isEmpty();
    }

    @Test
    @Tag("S3")
    void trust22_a_newer_good_reading_and_the_good_mean_before_speak_against_it() {
        Proposal proposal = judgement.fires(raised().bloodPressure(128, 78, 1, 0, "now")
                .bloodPressure(126, 76, 60, 0, "older")
                .homeMean(130, 80, 100)
                .homeMean(110, 70, 200));

        assertThat(cited(proposal, AGAINST))
                .containsExactly(
                        "Home or ambulatory daytime mean, systolic, 130 mmHg, 2026-08-16",
                        "Home or ambulatory daytime mean, diastolic, 80 mmHg, 2026-08-16",
                        "Systolic blood pressure, 128 mmHg, 2026-11-23",
                        "Diastolic blood pressure, 78 mmHg, 2026-11-23");
        assertThat(proposal.summary()).contains("Clinic 150/95");
    }

    @Test
    void of_several_raised_visits_the_newest_is_told() {
        assertThat(judgement
                        .fires(raised().bloodPressure(170, 100, 90, 0, "older"))
                        .summary())
                .contains("Clinic 150/95");
    }

    @Test
    void of_a_woman_whose_record_can_not_tell_a_pregnancy_it_says_so() {
        SnapshotFixture unreadable = raised().unmapped("pregnancy").unmapped("pregnancy-status");

        assertThat(judgement.fires(unreadable).limits()).contains("no concept for pregnancy");
    }

    @Test
    @Tag("S3")
    void names_its_source_and_its_limits() {
        Proposal proposal = judgement.fires(aMan(60).homeMean(142, 88, 10));

        assertThat(proposal.source().citation()).contains("NG136", "2019", "1.2.8");
        assertThat(proposal.limits()).contains("not read", "this project's choice");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(raised().build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
        assertThat(Stream.of("systolic-bp", "home-systolic-bp", "hypertension"))
                .allMatch(rule.definition().inputs()::contains);
    }
}
