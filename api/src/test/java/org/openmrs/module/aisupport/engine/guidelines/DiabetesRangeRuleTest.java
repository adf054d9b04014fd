/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.AGAINST;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.FOR;
import static org.openmrs.module.aisupport.engine.guidelines.Judgement.cited;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.ReadingFixture;
import org.openmrs.module.aisupport.snapshot.RecordLink;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** WHO 2011: from 48 mmol/mol (6.5 %) on; repeated where there are no symptoms. Each value is held against the limit in its own unit. */
@Tag("E2")
class DiabetesRangeRuleTest {

    private final Rule rule = new DiabetesRangeRule(RuleDefinitions.load(DiabetesRangeRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture hba1c(double value) {
        return aMan(60).measured("hba1c", value, 5);
    }

    @ParameterizedTest(name = "{0} mmol/mol")
    @CsvSource({"48", "49", "53", "120", "200"})
    void fires_from_48_mmol_per_mol_on(double value) {
        Proposal proposal = judgement.fires(hba1c(value));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.DIAGNOSIS);
        assertThat(proposal.summary()).contains(Math.round(value) + " mmol/mol", "no diabetes is recorded");
    }

    @ParameterizedTest(name = "{0} mmol/mol")
    @CsvSource({"47", "42", "35", "47.4"})
    void stays_quiet_below_48_mmol_per_mol(double value) {
        judgement.staysQuiet(hba1c(value), "below the diagnostic range");
    }

    @ParameterizedTest(name = "{0} mmol/mol")
    @CsvSource({"47.5", "47.9"})
    void does_not_round_a_value_in_mmol_per_mol_up_to_the_limit(double value) {
        judgement.staysQuiet(hba1c(value), "below the diagnostic range");
    }

    @ParameterizedTest(name = "{0} %")
    @CsvSource({"6.5", "6.6", "7.0", "12"})
    void fires_from_6_5_percent_on(double percent) {
        judgement.fires(aMan(60).measuredIn("%", "hba1c", percent, 5));
    }

    @ParameterizedTest(name = "{0} %")
    @CsvSource({"6.4", "6.45", "6.49", "5.4"})
    void stays_quiet_below_6_5_percent(double percent) {
        judgement.staysQuiet(aMan(60).measuredIn("%", "hba1c", percent, 5), "below the diagnostic range");
    }

    @Test
    void does_not_round_a_percentage_up_to_the_limit() {
        judgement.staysQuiet(aMan(60).measuredIn("%", "hba1c", 6.499, 5), "below the diagnostic range");
    }

    /** A site may add a name to the mapping's units: what the dictionary calls it must not move the limit. */
    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"%", "% (NGSP)", "percent"})
    void holds_a_percentage_against_6_5_under_whatever_name_the_site_gave_to_the_unit(
            String unit, @TempDir Path directory) throws IOException {
        assertThat(answerFor(6.5, unit, directory)).isInstanceOf(RuleAnswer.Fired.class);
        assertThat(answerFor(6.4, unit, directory)).isInstanceOf(RuleAnswer.NotFired.class);
    }

    private RuleAnswer answerFor(double percent, String unit, Path directory) throws IOException {
        try (InputStream own =
                ConceptMappings.class.getResourceAsStream("/org/openmrs/module/aisupport/concept-mapping.json")) {
            String mapping = new String(own.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(mapping).contains("[\"%\"]");
            Files.writeString(directory.resolve("site.json"), mapping.replace("[\"%\"]", "[\"" + unit + "\"]"));
        }
        FakeSettings settings = new FakeSettings();
        settings.set(Setting.MAPPING_FILE, "site.json");
        ReadingFixture reading = new ReadingFixture(new ConceptMappings(settings, () -> directory));
        reading.chart()
                .concept(1, "CIEL", "159644", unit)
                .concept(2, "CIEL", "119481")
                .number(1, percent, NOW.minus(1, DAYS));
        return rule.judge(reading.read("hba1c", "diabetes", "pregnancy", "pregnancy-status"));
    }

    @Test
    void asks_to_repeat_a_single_value_and_never_diagnoses() {
        Proposal proposal = judgement.fires(hba1c(60));

        assertThat(proposal.summary()).contains("Repeat it if there are no symptoms");
        assertThat(proposal.detail()).contains("second laboratory value", "two weeks", "2026-11-19");
        assertThat(proposal.summary()).doesNotContain("has diabetes").doesNotContain("diagnose");
    }

    @Test
    void two_values_in_a_row_are_told_as_two() {
        Proposal proposal = judgement.fires(hba1c(50).measured("hba1c", 48, 20));

        assertThat(proposal.summary()).startsWith("Two HbA1c values in a row").contains("latest 50 mmol/mol");
        assertThat(cited(proposal, FOR))
                .containsExactly("HbA1c, 50 mmol/mol, 2026-11-19", "HbA1c, 48 mmol/mol, 2026-11-04");
        assertThat(cited(proposal, AGAINST)).isEmpty();
    }

    @Test
    void a_second_value_of_the_same_day_confirms_nothing() {
        SnapshotFixture sameBlood =
                hba1c(50).measured("hba1c", 51, NOW.minus(5, DAYS).minus(1, HOURS), "e");
        SnapshotFixture enteredTwice = hba1c(50).measured("hba1c", 50, 5);

        assertThat(judgement.fires(sameBlood).summary()).contains("Repeat it");
        assertThat(judgement.fires(enteredTwice).summary()).contains("Repeat it");
    }

    @Test
    void a_value_in_percent_confirms_one_in_mmol_per_mol() {
        Proposal proposal = judgement.fires(hba1c(50).measuredIn("%", "hba1c", 6.5, 20));

        assertThat(proposal.summary()).startsWith("Two HbA1c values in a row");
        assertThat(cited(proposal, FOR)).contains("HbA1c, 6.5 %, 2026-11-04");
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_value_and_the_one_before_it_that_speaks_against_it() {
        Proposal proposal = judgement.fires(hba1c(48).measured("hba1c", 47, 20).measured("hba1c", 60, 100));

        assertThat(proposal.summary()).contains("Repeat it");
        assertThat(cited(proposal, FOR)).containsExactly("HbA1c, 48 mmol/mol, 2026-11-19");
        assertThat(cited(proposal, AGAINST)).containsExactly("HbA1c, 47 mmol/mol, 2026-11-04");
        assertThat(proposal.evidence())
                .extracting(item -> item.record().map(RecordLink::type))
                .containsOnly(Optional.of(RecordLink.Type.OBS));
    }

    @Test
    void the_latest_value_counts_however_high_an_earlier_one_was() {
        judgement.staysQuiet(hba1c(47).measured("hba1c", 80, 20), "below the diagnostic range");
    }

    @Test
    void an_earlier_value_that_is_too_old_neither_confirms_nor_speaks_against() {
        assertThat(judgement.fires(hba1c(50).measured("hba1c", 60, 367)).evidence())
                .hasSize(1);
        assertThat(judgement.fires(hba1c(50).measured("hba1c", 40, 367)).evidence())
                .hasSize(1);
    }

    @Test
    void stays_quiet_when_diabetes_is_known_active_or_not() {
        judgement.staysQuiet(hba1c(80).problem("diabetes", true, 900), "on record");
        judgement.staysQuiet(hba1c(80).problem("diabetes", false, 900), "on record");
        judgement.staysQuiet(hba1c(80).problem("diabetes", true, null), "on record");
    }

    @Test
    void another_problem_is_no_diabetes() {
        judgement.fires(hba1c(80).problem("hypertension", true, 900));
    }

    @Test
    void is_for_adults() {
        judgement.staysQuiet(hba1c(80).aged(17), "children");
        judgement.fires(hba1c(80).aged(18));
    }

    @Test
    void needs_no_sex() {
        judgement.fires(hba1c(80).sex(Sex.UNKNOWN));
    }

    @Test
    void misses_what_the_dictionary_has_no_concept_for() {
        assertThat(judgement.misses(hba1c(80).unmapped("hba1c")))
                .containsExactly("HbA1c (this dictionary has no concept for it)");
        assertThat(judgement.misses(hba1c(80).unmapped("diabetes")))
                .as("else no diabetes would be read as no diabetes recorded")
                .containsExactly("Diabetes mellitus (this dictionary has no concept for it)");
    }

    @Test
    void misses_the_birth_date_along_with_the_rest() {
        assertThat(judgement.misses(hba1c(80).born(Optional.empty()))).containsExactly("birth date");
        assertThat(judgement.misses(hba1c(80).born(Optional.empty()).unmapped("diabetes")))
                .containsExactly("Diabetes mellitus (this dictionary has no concept for it)", "birth date");
    }

    @Test
    void misses_a_value_that_is_recent_enough() {
        assertThat(judgement.misses(aMan(60))).containsExactly("HbA1c of the last 12 months");
        assertThat(judgement.misses(aMan(60).measured("hba1c", 80, 367)))
                .containsExactly("HbA1c of the last 12 months");
        judgement.fires(aMan(60).measured("hba1c", 80, 366));
    }

    @Test
    @Tag("S8")
    void the_fingerprint_follows_values_and_dates_and_neither_uuids_nor_age() {
        String fingerprint = judgement.fires(hba1c(50)).fingerprint();

        assertThat(judgement.fires(hba1c(50)).fingerprint()).isEqualTo(fingerprint);
        assertThat(judgement.fires(hba1c(50).aged(75)).fingerprint()).isEqualTo(fingerprint);
        assertThat(Stream.of(
                                hba1c(50),
                                hba1c(51),
                                aMan(60).measured("hba1c", 50, 6),
                                hba1c(50).measured("hba1c", 50, 20),
                                hba1c(50).measured("hba1c", 40, 20))
                        .map(record -> judgement.fires(record).fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("S3")
    void cites_a_source_that_can_be_opened_and_says_where_the_test_is_not_valid() {
        Proposal proposal = judgement.fires(hba1c(50));

        assertThat(proposal.source().citation())
                .contains("WHO/NMH/CHP/CPM/11.1", "doi:10.1111/j.1464-5491.2012.03762.x");
        assertThat(proposal.source().url()).startsWith("https://");
        assertThat(proposal.limits())
                .contains("pregnancy", "two months after", "children", "type 1", "acute illness", "steroids")
                .contains("antipsychotics", "pancrea", "kidney failure", "HIV", "haemoglobin", "anaemia");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(hba1c(80).build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
        assertThat(rule.definition().inputs())
                .containsExactlyInAnyOrder("hba1c", "diabetes", "pregnancy", "pregnancy-status");
    }

    @Test
    void a_woman_who_is_not_pregnant_is_judged_like_a_man() {
        judgement.fires(aWoman(30).measured("hba1c", 60, 5));
    }
}
