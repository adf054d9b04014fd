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
import static org.openmrs.module.aisupport.engine.guidelines.SecondEgfr.creatinineFor;
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

/** STOPP version 3, E4: an eGFR below 50 from 65 years on; severe kidney failure: product information; yearly: NICE NG203 1.1.20. */
@Tag("E2")
class NsaidRenalRuleTest {

    private final Rule rule = new NsaidRenalRule(RuleDefinitions.load(NsaidRenalRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture taking(SnapshotFixture record) {
        return record.medication("nsaid", 30, null);
    }

    private static SnapshotFixture aManWithEgfr(int age, double egfr) {
        return taking(aMan(age).measured("creatinine", creatinineFor(egfr, age, Sex.MALE), 0));
    }

    @Test
    void agrees_with_the_rows_that_were_reckoned_from_the_sources() {
        Proposal aWomanOf80 = judgement.fires(taking(aWoman(80).measured("creatinine", 100, 0)));
        Proposal aManOf68 = judgement.fires(taking(aMan(68).measured("creatinine", 208, 0)));

        assertThat(aWomanOf80.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(aWomanOf80.summary()).startsWith("NSAID at 80 years with eGFR 49:");
        assertThat(aManOf68.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        judgement.staysQuiet(taking(aWoman(80).measured("creatinine", 99, 0)), "for this age");
        judgement.staysQuiet(aManWithEgfr(60, 45), "for this age");
    }

    @ParameterizedTest(name = "{0} years, eGFR {1}: {2}")
    @CsvSource({
        "65, 49.4, WARNING",
        "65, 30, WARNING",
        "65, 29.6, WARNING",
        "65, 29.4, CRITICAL",
        "64, 29.4, CRITICAL",
        "18, 29, CRITICAL",
        "90, 5, CRITICAL"
    })
    void fires_below_50_from_65_years_on_and_below_30_at_any_age(int age, double egfr, Proposal.Indicator indicator) {
        Proposal proposal = judgement.fires(aManWithEgfr(age, egfr));

        assertThat(proposal.indicator()).isEqualTo(indicator);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.MEDICATION);
    }

    @ParameterizedTest(name = "{0} years, eGFR {1}")
    @CsvSource({"65, 49.6", "65, 50", "80, 55", "64, 49", "64, 30", "64, 29.6", "40, 45"})
    void stays_quiet_otherwise(int age, double egfr) {
        judgement.staysQuiet(aManWithEgfr(age, egfr), "for this age");
    }

    /** The blood was drawn at 64, but the NSAID is taken at 65. */
    @Test
    void counts_the_age_of_today() {
        judgement.fires(taking(aMan(65).measured("creatinine", creatinineFor(45, 64, Sex.MALE), 300)));
    }

    @Test
    void asks_for_a_creatinine_where_the_kidneys_are_known_to_be_weak_and_none_is_recent() {
        Proposal proposal =
                judgement.fires(taking(aMan(50).measured("creatinine", 150, 367).problem("ckd", true, 700)));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.TEST);
        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "NSAID, 2026-10-25",
                        "Chronic kidney disease, 2024-12-24",
                        "Serum creatinine, 150 µmol/L, 2025-11-22");
        judgement.fires(taking(aMan(50).problem("ckd", true, 700)));
    }

    @Test
    void is_silent_on_that_where_it_was_measured_within_the_year() {
        judgement.staysQuiet(
                taking(aMan(50).measured("creatinine", 150, 366).problem("ckd", true, 700)), "for this age");
    }

    @Test
    void without_a_recent_creatinine_and_without_known_disease_it_can_not_be_judged() {
        String creatinine = "Serum creatinine of the last 12 months";

        assertThat(judgement.misses(taking(aMan(70)))).containsExactly(creatinine);
        assertThat(judgement.misses(taking(aMan(70).measured("creatinine", 400, 367))))
                .containsExactly(creatinine);
        assertThat(judgement.misses(taking(aMan(70).problem("ckd", false, 700))))
                .containsExactly(creatinine);
        assertThat(judgement.misses(taking(aMan(70).unmapped("ckd")))).containsExactly(creatinine);
        assertThat(judgement.misses(taking(aMan(70).problem("ckd", true, 700).problem("kidney-failure", true, 100))))
                .containsExactly(creatinine);
    }

    @Test
    void a_creatinine_that_could_not_be_used_is_not_taken_for_none() {
        assertThat(judgement.misses(taking(aMan(50).problem("ckd", true, 700).unusable("creatinine"))))
                .containsExactly("Serum creatinine of the last 12 months");
    }

    @Test
    @Tag("S3")
    void trust22_cites_creatinine_eGFR_and_order_and_a_good_result_before() {
        Proposal proposal =
                judgement.fires(taking(aWoman(80).measured("creatinine", 100, 3).measured("creatinine", 70, 200)));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Serum creatinine, 100 µmol/L, 2026-11-21",
                        "eGFR (CKD-EPI 2021), 49 mL/min/1.73 m², 2026-11-21",
                        "NSAID, 2026-10-25");
        assertThat(cited(proposal, AGAINST)).hasSize(2).first().isEqualTo("Serum creatinine, 70 µmol/L, 2026-05-08");
    }

    @Test
    void stays_quiet_without_an_active_order_whatever_else_is_unknown() {
        judgement.staysQuiet(aMan(80).measured("creatinine", 400, 1), "no active order");
        judgement.staysQuiet(aMan(80).measured("creatinine", 400, 1).medication("nsaid", 20, 6), "no active order");
        judgement.staysQuiet(aMan(80).sex(Sex.UNKNOWN).born(Optional.empty()), "no active order");
    }

    @Test
    void misses_what_it_can_not_read() {
        assertThat(judgement.misses(aManWithEgfr(70, 20).unmapped("nsaid")))
                .containsExactly("NSAID (this dictionary has no concept for it)");
        assertThat(judgement.misses(aManWithEgfr(70, 20).unmapped("creatinine")))
                .hasSize(1);
        assertThat(judgement.misses(aManWithEgfr(70, 20).sex(Sex.UNKNOWN).born(Optional.empty())))
                .hasSize(2);
    }

    @Test
    void is_for_adults() {
        judgement.staysQuiet(taking(aMan(17).measured("creatinine", 400, 0)), "for adults");
        assertThat(judgement.misses(taking(aMan(18).measured("creatinine", 400, 1))))
                .singleElement()
                .asString()
                .contains("from childhood");
    }

    @Test
    void stays_in_pregnancy_and_says_that_the_eGFR_is_less_certain_there() {
        Proposal proposal =
                judgement.fires(taking(aWoman(30).measured("creatinine", 300, 0).problem("pregnancy", true, 100)));

        assertThat(proposal.limits()).contains("in pregnancy");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(
                        aManWithEgfr(70, 20).build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
