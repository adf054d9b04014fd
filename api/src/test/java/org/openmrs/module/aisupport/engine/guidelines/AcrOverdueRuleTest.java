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
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** KDIGO 2024, practice point 2.1.1: albuminuria at least once a year in people with chronic kidney disease. */
@Tag("E2")
class AcrOverdueRuleTest {

    private static final String RATIO = "urine-acr-or-pcr";

    private final Rule rule = new AcrOverdueRule(RuleDefinitions.load(AcrOverdueRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture aManWithCkd() {
        return aMan(70).problem("ckd", true, 800);
    }

    @Test
    void fires_where_the_last_is_more_than_12_months_ago() {
        Proposal proposal = judgement.fires(aManWithCkd().measured(RATIO, 12, 366));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.TEST);
        assertThat(proposal.summary()).contains("last urine ACR on 2025-11-23");
        assertThat(proposal.source().label()).contains("KDIGO").doesNotContain("NICE");
        judgement.staysQuiet(aManWithCkd().measured(RATIO, 12, 365), "within a year");
        judgement.staysQuiet(aManWithCkd().measured(RATIO, 12, 364), "within a year");
        judgement.staysQuiet(aManWithCkd().measured(RATIO, 0, 0), "within a year");
    }

    @Test
    void fires_where_there_is_none() {
        assertThat(judgement.fires(aManWithCkd()).summary()).contains("no urine ACR on record");
    }

    @Test
    void the_newest_counts() {
        judgement.staysQuiet(aManWithCkd().measured(RATIO, 12, 900).measured(RATIO, 40, 20), "within a year");
        assertThat(judgement
                        .fires(aManWithCkd().measured(RATIO, 12, 900).measured(RATIO, 40, 400))
                        .summary())
                .contains("2025-10-20");
    }

    @Test
    void one_of_the_future_does_not_count() {
        judgement.fires(aManWithCkd().measured(RATIO, 12, -1));
    }

    /** Else a test that was done, and that the mapping can't turn into a number, would be asked for again. */
    @Test
    void one_that_could_not_be_used_is_not_taken_for_none() {
        assertThat(judgement.misses(aManWithCkd().unusable(RATIO)))
                .containsExactly(
                        "Urine albumin or protein/creatinine ratio (some of what is recorded could not be used)");
        judgement.staysQuiet(aManWithCkd().unusable(RATIO).measured(RATIO, 12, 20), "within a year");
    }

    @ParameterizedTest(name = "LOINC {0} in ''{1}'': {2}")
    @CsvSource({
        "9318-7, mg/g, NotFired",
        "14959-1, mg/g, NotFired",
        "32294-1, mg/mmol, NotFired",
        "2890-2, mg/g, NotFired",
        "9318-7, '', Missing",
        "9318-7, mg/L, Missing",
        "1754-1, mg/L, Missing"
    })
    void knows_the_tests_by_their_codes(String code, String unit, String answer) {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, "CIEL", "145438")
                .concept(2, "LOINC", code, unit)
                .condition(1, true, NOW.minus(900, ChronoUnit.DAYS))
                .number(2, 30, NOW.minus(5, ChronoUnit.DAYS));

        RuleAnswer judged = rule.judge(reading.read(rule.definition().inputs().toArray(String[]::new)));

        assertThat(judged.getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void stays_quiet_without_the_disease() {
        judgement.staysQuiet(aMan(70), "no chronic kidney disease");
        judgement.staysQuiet(aMan(70).problem("ckd", false, 800), "no chronic kidney disease");
    }

    @Test
    void stays_quiet_on_dialysis_after_a_transplant_in_pregnancy_and_in_children() {
        judgement.staysQuiet(aManWithCkd().problem("kidney-failure", true, 100), "dialysis");
        judgement.staysQuiet(aManWithCkd().problem("kidney-failure", false, 3000), "dialysis");
        judgement.staysQuiet(aWoman(30).problem("ckd", true, 800).problem("pregnancy", true, 100), "pregnancy");
        judgement.staysQuiet(aManWithCkd().aged(17), "for adults");
        judgement.fires(aManWithCkd().aged(18));
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_disease_and_the_last_test() {
        assertThat(cited(judgement.fires(aManWithCkd().measured(RATIO, 12, 400)), FOR))
                .containsExactly(
                        "Chronic kidney disease, 2024-09-15",
                        "Urine albumin or protein/creatinine ratio, 12 mg/mmol, 2025-10-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ckd", RATIO})
    void misses_what_it_can_not_read(String input) {
        assertThat(judgement.misses(aManWithCkd().unmapped(input)))
                .singleElement()
                .asString()
                .endsWith("(this dictionary has no concept for it)");
    }

    @Test
    void misses_the_birth_date_and_needs_no_sex() {
        assertThat(judgement.misses(aManWithCkd().born(Optional.empty()))).containsExactly("birth date");
        judgement.fires(aManWithCkd().sex(Sex.UNKNOWN));
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(aManWithCkd().build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
