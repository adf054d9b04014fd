/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.AGAINST;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.FOR;
import static org.openmrs.module.aisupport.engine.guidelines.Judgement.cited;
import static org.openmrs.module.aisupport.engine.guidelines.SecondEgfr.creatinineFor;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.RecordLink;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** EMA 2016 and the product information: contraindicated below 30, at most 1000 mg a day at 30–44; eGFR rounded first (KDIGO 2024). */
@Tag("E2")
class MetforminRenalRuleTest {

    private final Rule rule = new MetforminRenalRule(RuleDefinitions.load(MetforminRenalRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture onMetformin(SnapshotFixture record) {
        return record.medication("metformin", 400, null);
    }

    private static SnapshotFixture aManWithEgfr(double egfr) {
        return onMetformin(aMan(60).measured("creatinine", creatinineFor(egfr, 60, Sex.MALE), 0));
    }

    @ParameterizedTest(name = "eGFR {0}, reported as {1}: review")
    @CsvSource({"44.49, 44", "44, 44", "37, 37", "30, 30", "29.9, 30", "29.51, 30"})
    void asks_to_review_the_dose_at_30_to_44(double egfr, String reported) {
        Proposal proposal = judgement.fires(aManWithEgfr(egfr));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.MEDICATION);
        assertThat(proposal.summary()).contains("eGFR " + reported + ":", "review the dose", "1000 mg a day");
    }

    @ParameterizedTest(name = "eGFR {0}, reported as {1}: contraindicated")
    @CsvSource({"29.49, 29", "29, 29", "15, 15", "4.6, 5"})
    void says_that_metformin_is_contraindicated_below_30(double egfr, String reported) {
        Proposal proposal = judgement.fires(aManWithEgfr(egfr));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.MEDICATION);
        assertThat(proposal.summary()).contains("eGFR " + reported + ":", "contraindicated");
    }

    @ParameterizedTest(name = "eGFR {0}")
    @CsvSource({"44.51", "45", "59", "90", "120"})
    void stays_quiet_from_45_on(double egfr) {
        judgement.staysQuiet(aManWithEgfr(egfr), "not below the threshold");
    }

    @ParameterizedTest
    @EnumSource(names = {"FEMALE", "MALE"})
    void judges_women_and_men_each_by_their_own_formula(Sex sex) {
        SnapshotFixture just = onMetformin(aMan(70).sex(sex).measured("creatinine", creatinineFor(44.4, 70, sex), 0));
        SnapshotFixture not = onMetformin(aMan(70).sex(sex).measured("creatinine", creatinineFor(44.6, 70, sex), 0));

        judgement.fires(just);
        judgement.staysQuiet(not, "not below the threshold");
    }

    @ParameterizedTest(name = "{0} of 55 years, 1.8 mg/dL: eGFR {1}")
    @CsvSource({"MALE, 44", "FEMALE, 33"})
    void reads_creatinine_in_milligrams_and_shows_it_as_recorded(Sex sex, String egfr) {
        Proposal proposal = judgement.fires(onMetformin(aMan(55).sex(sex).measuredIn("mg/dL", "creatinine", 1.8, 3)));

        assertThat(proposal.summary()).contains("eGFR " + egfr);
        assertThat(cited(proposal, FOR)).contains("Serum creatinine, 1.8 mg/dL, 2026-11-21");
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_creatinine_the_eGFR_and_the_order() {
        Proposal proposal =
                judgement.fires(aMan(60).measured("creatinine", 200, 3).medication("metformin", 100, null));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Serum creatinine, 200 µmol/L, 2026-11-21",
                        "eGFR (CKD-EPI 2021), 33 mL/min/1.73 m², 2026-11-21",
                        "Metformin, 2026-08-16");
        assertThat(cited(proposal, AGAINST)).isEmpty();
        assertThat(proposal.evidence())
                .extracting(item -> item.record().map(RecordLink::type))
                .containsExactly(
                        Optional.of(RecordLink.Type.OBS), Optional.empty(), Optional.of(RecordLink.Type.ORDER));
        assertThat(proposal.detail()).contains("2026-11-21", "33 mL/min/1.73 m²");
    }

    @Test
    @Tag("S3")
    void trust22_cites_what_speaks_against_it_when_the_creatinine_before_was_good() {
        Proposal proposal = judgement.fires(onMetformin(aMan(60).measured("creatinine", 200, 3)
                .measured("creatinine", 90, 40)
                .measured("creatinine", 85, 200)));

        assertThat(cited(proposal, AGAINST))
                .containsExactly(
                        "Serum creatinine, 90 µmol/L, 2026-10-15",
                        "eGFR (CKD-EPI 2021), 85 mL/min/1.73 m², 2026-10-15");
    }

    @Test
    @Tag("S3")
    void a_creatinine_before_that_was_bad_too_does_not_speak_against_it() {
        Proposal proposal = judgement.fires(
                onMetformin(aMan(60).measured("creatinine", 200, 3).measured("creatinine", 190, 40)));

        assertThat(cited(proposal, AGAINST)).isEmpty();
    }

    @Test
    void the_latest_creatinine_counts_however_bad_an_earlier_one_was() {
        judgement.staysQuiet(
                onMetformin(aMan(60).measured("creatinine", 400, 40).measured("creatinine", 90, 2)),
                "not below the threshold");
    }

    @Test
    void every_active_order_of_metformin_is_cited() {
        Proposal proposal = judgement.fires(aMan(60).measured("creatinine", 200, 3)
                .medication("metformin", 100, null)
                .medication("metformin", 10, null)
                .medication("metformin", 500, 300));

        assertThat(cited(proposal, FOR))
                .filteredOn(line -> line.startsWith("Metformin"))
                .hasSize(2);
    }

    @Test
    void stays_quiet_without_an_active_order_whatever_else_is_unknown() {
        SnapshotFixture never = aMan(60).measured("creatinine", 400, 1);
        SnapshotFixture stopped = aMan(60).measured("creatinine", 400, 1).medication("metformin", 100, 0);
        SnapshotFixture planned = aMan(60).measured("creatinine", 400, 1).medication("metformin", -1, null);
        SnapshotFixture unknown = aMan(60).sex(Sex.UNKNOWN).born(Optional.empty());

        judgement.staysQuiet(never, "no active order");
        judgement.staysQuiet(stopped, "no active order");
        judgement.staysQuiet(planned, "no active order");
        judgement.staysQuiet(unknown, "no active order");
    }

    @Test
    void misses_what_the_dictionary_has_no_concept_for() {
        assertThat(judgement.misses(aManWithEgfr(20).unmapped("creatinine")))
                .containsExactly("Serum creatinine (this dictionary has no concept for it)");
        assertThat(judgement.misses(aManWithEgfr(20).unmapped("metformin")))
                .containsExactly("Metformin (this dictionary has no concept for it)");
        assertThat(judgement.misses(aMan(60).unmapped("metformin").unmapped("creatinine")))
                .hasSize(2);
    }

    @Test
    @Tag("C10")
    void trust11_says_of_a_sensitive_topic_that_it_was_not_read_and_not_that_the_dictionary_lacks_it() {
        assertThat(judgement.misses(aManWithEgfr(20).leftOut("creatinine")))
                .containsExactly("Serum creatinine (held to be a sensitive topic here, and not read)");
    }

    @Test
    void misses_the_sex_and_the_birth_date_that_the_formula_needs() {
        assertThat(judgement.misses(aManWithEgfr(20).sex(Sex.UNKNOWN)))
                .singleElement()
                .asString()
                .startsWith("sex");
        assertThat(judgement.misses(aManWithEgfr(20).born(Optional.empty()))).containsExactly("birth date");
        assertThat(judgement.misses(aManWithEgfr(20).born(Optional.of(LocalDate.of(2026, 11, 25)))))
                .containsExactly("birth date");
        assertThat(judgement.misses(aManWithEgfr(20).sex(Sex.UNKNOWN).born(Optional.empty())))
                .hasSize(2);
    }

    @Test
    void misses_a_creatinine_that_is_recent_enough() {
        SnapshotFixture none = onMetformin(aMan(60));
        SnapshotFixture tooOld = onMetformin(aMan(60).measured("creatinine", 400, 367));
        SnapshotFixture fiveYearsOld = onMetformin(aMan(60).measured("creatinine", 400, 5 * 365));

        assertThat(judgement.misses(none)).containsExactly("Serum creatinine of the last 12 months");
        assertThat(judgement.misses(tooOld)).containsExactly("Serum creatinine of the last 12 months");
        assertThat(judgement.misses(fiveYearsOld)).containsExactly("Serum creatinine of the last 12 months");
    }

    @Test
    void a_creatinine_of_366_days_ago_still_counts() {
        judgement.fires(onMetformin(aMan(60).measured("creatinine", 400, 366)));
    }

    @Test
    void a_good_creatinine_that_is_too_old_does_not_speak_against_it() {
        Proposal proposal = judgement.fires(
                onMetformin(aMan(60).measured("creatinine", 200, 3).measured("creatinine", 90, 367)));

        assertThat(cited(proposal, AGAINST)).isEmpty();
    }

    @Test
    void is_for_adults() {
        judgement.staysQuiet(onMetformin(aWoman(17).measured("creatinine", 400, 0)), "for adults");
        judgement.fires(onMetformin(aWoman(18).measured("creatinine", 400, 0)));
    }

    /** The formula is reckoned with the age at which the blood was drawn. */
    @Test
    void an_adult_whose_creatinine_was_taken_as_a_child_can_not_be_judged() {
        SnapshotFixture since = onMetformin(aMan(18).measured("creatinine", 400, 1));

        assertThat(judgement.misses(since)).singleElement().asString().contains("from childhood");
    }

    @Test
    @Tag("S8")
    void the_same_content_under_other_uuids_has_the_same_fingerprint() {
        assertThat(judgement.fires(aManWithEgfr(20)).fingerprint())
                .isEqualTo(judgement.fires(aManWithEgfr(20)).fingerprint());
    }

    @Test
    @Tag("S8")
    void a_value_a_date_or_an_order_that_changed_changes_the_fingerprint() {
        SnapshotFixture at3 = aMan(60).measured("creatinine", 200, 3).medication("metformin", 100, null);
        SnapshotFixture higher = aMan(60).measured("creatinine", 201, 3).medication("metformin", 100, null);
        SnapshotFixture earlier = aMan(60).measured("creatinine", 200, 4).medication("metformin", 100, null);
        SnapshotFixture reordered = aMan(60).measured("creatinine", 200, 3).medication("metformin", 10, null);

        assertThat(Stream.of(at3, higher, earlier, reordered)
                        .map(record -> judgement.fires(record).fingerprint()))
                .doesNotHaveDuplicates();
    }

    /** The blood was drawn at 59, and that stays so: a birthday alone must not bring back what a GP rejected. */
    @Test
    @Tag("S8")
    void a_birthday_alone_does_not_change_the_fingerprint() {
        SnapshotFixture record = onMetformin(
                aMan(60).born(Optional.of(LocalDate.of(1966, 11, 25))).measured("creatinine", 200, 3));

        Proposal at59 = judgement.fires(record.takenAt(NOW));
        Proposal at60 = judgement.fires(record.takenAt(NOW.plus(2, DAYS)));

        assertThat(at60.fingerprint()).isEqualTo(at59.fingerprint());
        assertThat(at60.summary()).isEqualTo(at59.summary());
    }

    @Test
    @Tag("S8")
    void a_corrected_birth_date_that_turns_a_review_into_a_stop_changes_the_fingerprint() {
        double creatinine = creatinineFor(30, 60, Sex.MALE);
        Proposal review = judgement.fires(onMetformin(aMan(60).measured("creatinine", creatinine, 0)));
        Proposal stop = judgement.fires(onMetformin(aMan(70).measured("creatinine", creatinine, 0)));

        assertThat(stop.indicator()).isNotEqualTo(review.indicator());
        assertThat(stop.fingerprint()).isNotEqualTo(review.fingerprint());
    }

    @Test
    @Tag("S3")
    void cites_a_source_that_can_be_opened_and_says_its_limits() {
        Proposal proposal = judgement.fires(aManWithEgfr(20));

        assertThat(proposal.source().url()).startsWith("https://www.ema.europa.eu/");
        assertThat(proposal.source().citation())
                .contains("13 October 2016", "section 4.2", "10.1056/NEJMoa2102953")
                .as("a number that was found nowhere")
                .doesNotContain("868987");
        assertThat(proposal.limits()).contains("pregnancy", "muscle mass", "body weight");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        SnapshotFixture record = aManWithEgfr(20);

        assertThat(rule.judge(record.build().only(rule.definition().inputs()))).isInstanceOf(RuleAnswer.Fired.class);
        assertThat(rule.definition().inputs()).containsExactlyInAnyOrder("creatinine", "metformin");
    }

    @Test
    void evidence_carries_the_instant_of_the_record() {
        assertThat(judgement.fires(aManWithEgfr(20)).evidence().get(0))
                .extracting(Evidence::date)
                .isEqualTo(Optional.of(NOW));
    }
}
