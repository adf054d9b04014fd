/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.AGAINST;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.FOR;
import static org.openmrs.module.aisupport.engine.guidelines.Judgement.cited;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.ReadingFixture;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** ESC 2021: high from 2.5, 5 and 7.5 %, very high from 7.5, 10 and 15 %, below 50, below 70 and from 70 years on. */
@Tag("E2")
class Score2RuleTest {

    private final Judgement judgement = in("low");

    static Judgement in(String region) {
        return new Judgement(
                new Score2Rule(RuleDefinitions.variants(Score2Rule.ID).get(region)));
    }

    private static SnapshotFixture with(
            SnapshotFixture who, double systolic, double total, double hdl, boolean smokes) {
        return who.bloodPressure(systolic, 80, 5, 0, "e")
                .measured("total-cholesterol", total, 20)
                .measured("hdl-cholesterol", hdl, 20)
                .answer("smoking-status", smokes, 30);
    }

    /** The worked example of the abstract: 50 years, smokes, 140 mmHg, 5.5 and 1.3 mmol/L. */
    private static SnapshotFixture aSmoker() {
        return with(aMan(50), 140, 5.5, 1.3, true);
    }

    /** Abstract of SCORE2, and supplementary table 3 of SCORE2-OP. */
    @ParameterizedTest(name = "{0} {1}, {2}: {3} %, {4}")
    @CsvSource({
        "MALE, 50, low, 5.9, high",
        "FEMALE, 50, low, , ",
        "FEMALE, 50, veryhigh, 13.7, very high",
        "MALE, 75, low, 18.6, very high",
        "FEMALE, 75, low, 15.2, very high",
        "MALE, 75, moderate, 23.9, very high",
        "FEMALE, 75, moderate, 20.0, very high"
    })
    void the_published_examples(Sex sex, int age, String region, String percent, String band) {
        SnapshotFixture record = with(aMan(age).sex(sex), 140, 5.5, 1.3, true);
        if (percent == null) {
            in(region).staysQuiet(record, "low to moderate");
            return;
        }
        assertThat(in(region).fires(record).summary()).contains(percent + " % in 10 years (" + band + " at this age)");
    }

    @Test
    void is_calm_information_with_all_that_was_reckoned_from() {
        Proposal proposal = judgement.fires(aSmoker());

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.FOLLOW_UP);
        assertThat(proposal.detail())
                .contains("50 years, male, smoking, 140 mmHg", "5.5 mmol/L", "1.3 mmol/L", "a low-risk region");
        assertThat(proposal.ruleVersion()).isEqualTo("1-low");
        assertThat(proposal.problem()).isEmpty();
    }

    /** At 5.5 and 1.3 mmol/L, the pressures between which a line is crossed; reckoned apart from the module. */
    @ParameterizedTest(name = "{0} {1}, smokes {2}, {3}, {4} mmHg: {5}")
    @CsvSource({
        "MALE, 49, false, low, 117, ",
        "MALE, 49, false, low, 118, high",
        "FEMALE, 49, false, moderate, 146, ",
        "FEMALE, 49, false, moderate, 147, high",
        "MALE, 49, true, low, 162, high",
        "MALE, 49, true, low, 163, very high",
        "MALE, 50, true, low, 125, ",
        "MALE, 50, true, low, 126, high",
        "MALE, 50, true, moderate, 161, high",
        "MALE, 50, true, moderate, 162, very high",
        "FEMALE, 69, false, low, 103, ",
        "FEMALE, 69, false, low, 104, high",
        "FEMALE, 69, true, low, 138, high",
        "FEMALE, 69, true, low, 139, very high",
        "FEMALE, 70, false, low, 149, ",
        "FEMALE, 70, false, low, 150, high",
        "MALE, 70, true, low, 139, high",
        "MALE, 70, true, low, 140, very high",
        "FEMALE, 70, true, high, 99, high",
        "FEMALE, 70, true, high, 100, very high"
    })
    void the_lines_between_the_categories(
            Sex sex, int age, boolean smokes, String region, double systolic, String band) {
        SnapshotFixture record = with(aMan(age).sex(sex), systolic, 5.5, 1.3, smokes);

        if (band == null) {
            in(region).staysQuiet(record, "low to moderate");
        } else {
            assertThat(in(region).fires(record).summary()).contains("(" + band + " at this age)");
        }
    }

    @ParameterizedTest(name = "{0} years: {1}")
    @CsvSource({"39, false", "40, true", "69, true", "70, true", "89, true", "90, false"})
    void from_40_to_89_years(int age, boolean judged) {
        SnapshotFixture record = with(aMan(age), 190, 9, 0.8, true);

        if (judged) {
            assertThat(in("veryhigh").fires(record).summary()).startsWith(age < 70 ? "SCORE2 " : "SCORE2-OP ");
        } else {
            in("veryhigh").staysQuiet(record, "at a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"statin", "lipid-lowering"})
    void stays_quiet_with_a_lipid_lowering_medicine(String medicine) {
        judgement.staysQuiet(aSmoker().medication(medicine, 100, null), "ordered");
        judgement.staysQuiet(aSmoker().medication(medicine, -3, null), "ordered");
    }

    @Test
    @Tag("S3")
    void a_medicine_that_ended_speaks_against_it() {
        Proposal proposal = judgement.fires(aSmoker().medication("statin", 400, 90));

        assertThat(proposal.detail()).endsWith("An earlier order (Statin) ended on 2026-08-26.");
        assertThat(cited(proposal, AGAINST)).containsExactly("Statin, 2025-10-20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arterial-disease",
                "stroke-or-tia",
                "brain-haemorrhage",
                "diabetes",
                "ckd",
                "kidney-failure",
                "familial-hypercholesterolaemia"
            })
    void is_not_for_people_with_such_a_disease_active_or_not(String disease) {
        judgement.staysQuiet(aSmoker().problem(disease, true, 900), "disease");
        judgement.staysQuiet(aSmoker().problem(disease, false, 900), "disease");
    }

    /** Of a man of 50: 127 micromol/L is an eGFR of 60, 128 of 59. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"127, true", "128, false"})
    void is_not_for_a_reduced_egfr(double creatinine, boolean fires) {
        assertThat(judgement.of(aSmoker().measured("creatinine", creatinine, 100)))
                .isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
        judgement.fires(aSmoker().measured("creatinine", creatinine, 367));
    }

    @Test
    void is_not_for_pregnancy() {
        SnapshotFixture woman = with(aWoman(44), 180, 9, 0.8, true);

        judgement.fires(woman);
        judgement.staysQuiet(woman.answer("pregnancy-status", true, 30), "pregnancy");
    }

    @ParameterizedTest
    @CsvSource({
        "systolic-bp, Systolic blood pressure",
        "total-cholesterol, Total cholesterol",
        "hdl-cholesterol, HDL cholesterol",
        "smoking-status, Smoking status",
        "statin, Statin",
        "diabetes, Diabetes mellitus",
        "arterial-disease, Coronary or peripheral arterial disease",
        "stroke-or-tia, Ischaemic stroke or TIA",
        "ckd, Chronic kidney disease"
    })
    void misses_what_the_dictionary_has_no_concept_for(String input, String label) {
        assertThat(judgement.misses(aSmoker().unmapped(input)))
                .singleElement()
                .asString()
                .endsWith("(this dictionary has no concept for it)");
    }

    @Test
    void goes_on_without_the_rest_and_says_so() {
        Proposal proposal = judgement.fires(aSmoker()
                .unmapped("lipid-lowering")
                .unmapped("smoking")
                .unmapped("familial-hypercholesterolaemia")
                .unmapped("brain-haemorrhage")
                .unmapped("kidney-failure")
                .unmapped("creatinine"));

        assertThat(proposal.limits())
                .contains("Could not be read here")
                .contains("Serum creatinine", "Familial hypercholesterolaemia", "other than a statin");
    }

    @Test
    void misses_all_that_is_not_recorded_at_once() {
        assertThat(judgement.misses(aMan(50)))
                .containsExactly(
                        "Systolic blood pressure of the last 12 months",
                        "Total cholesterol and, of the same day, HDL cholesterol of the last 24 months",
                        "Smoking status of the last 24 months");
        assertThat(judgement.misses(aSmoker().sex(Sex.UNKNOWN))).hasSize(1);
        assertThat(judgement.misses(aSmoker().born(Optional.empty()))).containsExactly("birth date");
    }

    @Test
    void a_child_or_a_patient_with_a_disease_misses_nothing() {
        judgement.staysQuiet(aMan(12).unmapped("total-cholesterol"), "higher age");
        judgement.staysQuiet(aMan(50).problem("diabetes", true, 900), "disease");
    }

    @Test
    void values_grow_too_old() {
        SnapshotFixture inTime = aMan(50).bloodPressure(140, 80, 366, 0, "e")
                .measured("total-cholesterol", 5.5, 731)
                .measured("hdl-cholesterol", 1.3, 731)
                .answer("smoking-status", true, 731);
        SnapshotFixture tooOld = aMan(50).bloodPressure(140, 80, 367, 0, "e")
                .measured("total-cholesterol", 5.5, 732)
                .measured("hdl-cholesterol", 1.3, 732)
                .answer("smoking-status", true, 732);

        judgement.fires(inTime);
        assertThat(judgement.misses(tooOld)).hasSize(3);
    }

    @Test
    void the_lipids_are_of_one_day_and_the_newest_that_are() {
        SnapshotFixture apart = aMan(50).bloodPressure(140, 80, 5, 0, "e")
                .measured("total-cholesterol", 5.5, 20)
                .measured("hdl-cholesterol", 1.3, 21)
                .answer("smoking-status", true, 30);

        assertThat(judgement.misses(apart)).hasSize(1);
        assertThat(judgement.fires(apart.measured("total-cholesterol", 7.0, 21)).detail())
                .contains("total cholesterol 7 mmol/L");
    }

    @Test
    void an_HDL_that_is_not_below_the_total_is_a_slip() {
        assertThat(judgement.misses(with(aMan(50), 140, 5.5, 5.5, true))).hasSize(1);
    }

    @Test
    void milligrams_are_converted_and_shown_as_they_were_recorded() {
        SnapshotFixture record = aMan(50).bloodPressure(140, 80, 5, 0, "e")
                .measuredIn("mg/dL", "total-cholesterol", 212.7, 20)
                .measuredIn("mg/dL", "hdl-cholesterol", 50.3, 20)
                .answer("smoking-status", true, 30);

        assertThat(judgement.fires(record).summary()).contains("SCORE2 5.9 %");
        assertThat(judgement.fires(record).detail()).contains("212.7 mg/dL", "50.3 mg/dL");
    }

    @ParameterizedTest(name = "{0} and {1} {2}: {3}")
    @CsvSource({
        "9, 0.9, mmol/L, true",
        "348, 35, mg/dL, true",
        "900, 90, mmol/L, false",
        "26, 0.9, mmol/L, false",
        "9, 0.05, mmol/L, false",
        "3.5, 0.4, g/L, false"
    })
    void reads_lipids_as_the_mapping_has_them(double total, double hdl, String unit, boolean read) {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, "CIEL", "1006", unit)
                .concept(2, "CIEL", "1007", unit)
                .concept(3, "CIEL", "5085", "mmHg")
                .concept(4, "CIEL", "163201")
                .concept(5, "CIEL", "163199")
                .concept(6, "CIEL", "119481")
                .concept(7, "CIEL", "119816")
                .concept(8, "CIEL", "111103")
                .concept(9, "CIEL", "145438")
                .concept(10, "WHOATC", "C10AA05")
                .number(1, total, NOW)
                .number(2, hdl, NOW)
                .number(3, 180, NOW)
                .answer(4, 5, NOW);
        Rule rule = new Score2Rule(RuleDefinitions.variants(Score2Rule.ID).get("veryhigh"));

        assertThat(rule.judge(reading.read(rule.definition().inputs().toArray(String[]::new))))
                .isInstanceOf(read ? RuleAnswer.Fired.class : RuleAnswer.Missing.class);
    }

    @Test
    void a_pressure_that_is_dated_in_the_future_does_not_count() {
        assertThat(judgement.fires(aSmoker().measured("systolic-bp", 200, -2)).detail())
                .contains("140 mmHg");
    }

    @Test
    void the_newest_pressure_counts() {
        assertThat(judgement.fires(aSmoker().bloodPressure(150, 90, 1, 0, "f")).detail())
                .contains("150 mmHg");
    }

    @Test
    void who_does_not_smoke_now_counts_as_not_smoking() {
        Proposal proposal = in("veryhigh").fires(with(aMan(50), 140, 5.5, 1.3, false));

        assertThat(proposal.detail()).contains("male, not smoking");
        assertThat(cited(proposal, FOR)).contains("Smoking status, no, 2026-10-25");
    }

    @Test
    void the_newest_answer_counts_and_not_the_problem_list() {
        SnapshotFixture stopped = aSmoker().answer("smoking-status", false, 10).problem("smoking", true, 900);

        judgement.staysQuiet(stopped, "low to moderate");
    }

    @Test
    void without_an_answer_an_active_smoking_problem_does() {
        SnapshotFixture unasked = aMan(50).bloodPressure(140, 80, 5, 0, "e")
                .measured("total-cholesterol", 5.5, 20)
                .measured("hdl-cholesterol", 1.3, 20);

        assertThat(judgement.misses(unasked)).containsExactly("Smoking status of the last 24 months");
        assertThat(cited(judgement.fires(unasked.problem("smoking", true, 900)), FOR))
                .contains("Smoking, as a problem, 2024-06-07");
    }

    @Test
    void a_smoking_problem_that_is_over_says_nothing_of_today() {
        SnapshotFixture unasked = aMan(50).bloodPressure(140, 80, 5, 0, "e")
                .measured("total-cholesterol", 5.5, 20)
                .measured("hdl-cholesterol", 1.3, 20)
                .problem("smoking", false, 900);

        assertThat(judgement.misses(unasked)).hasSize(1);
    }

    @Test
    @Tag("S3")
    void trust22_cites_each_value() {
        assertThat(cited(judgement.fires(aSmoker()), FOR))
                .containsExactly(
                        "SCORE2, low-risk region, 5.9 %",
                        "Systolic blood pressure, 140 mmHg, 2026-11-19",
                        "Total cholesterol, 5.5 mmol/L, 2026-11-04",
                        "HDL cholesterol, 1.3 mmol/L, 2026-11-04",
                        "Smoking status, yes, 2026-10-25");
        assertThat(cited(in("veryhigh").fires(with(aMan(75), 140, 5.5, 1.3, false)), FOR)
                        .get(0))
                .startsWith("SCORE2-OP, very high-risk region, ");
    }

    @Test
    @Tag("S8")
    void the_same_values_are_the_same_finding_tomorrow() {
        assertThat(judgement
                        .fires(aSmoker().takenAt(NOW.plus(1, ChronoUnit.DAYS)))
                        .fingerprint())
                .isEqualTo(judgement.fires(aSmoker()).fingerprint());
    }

    @Test
    @Tag("S3")
    void names_its_sources_and_its_limits() {
        Proposal proposal = judgement.fires(aSmoker());

        assertThat(proposal.source().citation()).contains("ehab484", "ehab309", "ehab312");
        assertThat(proposal.limits()).contains("not read", "familial hypercholesterolaemia", "this project's choice");
        assertThat(proposal.detail()).contains("No category makes a medicine automatic");
    }

    /** What it says it did not find may be among them. */
    @Test
    @Tag("S3")
    void says_of_how_many_orders_it_could_not_tell_what_they_are_of() {
        assertThat(judgement.fires(aSmoker()).limits()).doesNotContain("no code that could be read");
        assertThat(judgement.fires(aSmoker().unreadOrders(1)).limits())
                .endsWith(" One active order carries no code that could be read; it may be what was not found here.");
        assertThat(judgement.fires(aSmoker().unreadOrders(3)).limits())
                .endsWith(" 3 active orders carry no code that could be read; one of them may be what was not found"
                        + " here.");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        Rule rule = new Score2Rule(RuleDefinitions.variants(Score2Rule.ID).get("low"));

        assertThat(rule.judge(aSmoker().build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }

    @Test
    @Tag("E4")
    void a_site_is_asked_for_its_region_and_the_rule_is_off_until_then() {
        FakeSettings settings = new FakeSettings();
        SiteGuidelines site = SiteGuidelines.load(settings);

        assertThat(told(site)).isEmpty();
        assertThat(site.asSetUp().card().inputs()).doesNotContain("total-cholesterol", "smoking-status");

        settings.set(Setting.RULES_VARIANTS, "score2=veryhigh");
        assertThat(told(site)).singleElement().asString().contains("very high at this age");
        assertThat(site.asSetUp().card().inputs()).contains("total-cholesterol", "smoking-status");
    }

    private static List<String> told(SiteGuidelines site) {
        return site.asSetUp().suggest(aSmoker().build()).proposals().stream()
                .filter(proposal -> proposal.rule().equals("score2"))
                .map(Proposal::summary)
                .toList();
    }

    @Test
    void each_variant_is_a_region() {
        assertThat(RuleDefinitions.variants(Score2Rule.ID).keySet())
                .containsExactly("low", "moderate", "high", "veryhigh")
                .allSatisfy(name -> assertThat(Score2.Region.named(name)).isNotNull());
        assertThatThrownBy(() -> Score2.Region.named("none")).isInstanceOf(IllegalArgumentException.class);
    }
}
