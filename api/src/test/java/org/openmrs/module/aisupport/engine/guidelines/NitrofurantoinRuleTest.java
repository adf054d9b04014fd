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

/** MHRA 2014: contraindicated below 45, but for a short course at 30–44; SPS: below 30 not at all; STOPP version 3, E8. */
@Tag("E2")
class NitrofurantoinRuleTest {

    private final Rule rule = new NitrofurantoinRule(RuleDefinitions.load(NitrofurantoinRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture aWomanOf72(double creatinine) {
        return taking(aWoman(72).measured("creatinine", creatinine, 0));
    }

    private static SnapshotFixture taking(SnapshotFixture record) {
        return record.medication("nitrofurantoin", 1, null);
    }

    @ParameterizedTest(name = "a woman of 72 with {0} µmol/L: eGFR {1}, {2}")
    @CsvSource({"114, 44, WARNING", "159, 30, WARNING", "160, 29, CRITICAL"})
    void answers_on_both_sides_of_30(double creatinine, String egfr, Proposal.Indicator indicator) {
        Proposal proposal = judgement.fires(aWomanOf72(creatinine));

        assertThat(proposal.indicator()).isEqualTo(indicator);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.MEDICATION);
        assertThat(proposal.summary()).startsWith("Nitrofurantoin with eGFR " + egfr + ": contraindicated below");
    }

    @Test
    void stays_quiet_from_45_on() {
        judgement.staysQuiet(aWomanOf72(113), "not below the threshold");
        judgement.staysQuiet(aWomanOf72(60), "not below the threshold");
    }

    @ParameterizedTest(name = "a woman of 80 with eGFR {0}: fires {1}")
    @CsvSource({"40, true", "55, false"})
    void agrees_with_the_row_of_STOPP(double egfr, boolean fires) {
        SnapshotFixture record = taking(aWoman(80).measured("creatinine", creatinineFor(egfr, 80, Sex.FEMALE), 5));

        assertThat(judgement.of(record)).isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @Test
    void says_that_a_short_course_is_the_exception_and_that_its_length_was_not_read() {
        Proposal proposal = judgement.fires(aWomanOf72(120));

        assertThat(proposal.detail()).contains("3 to 7 days", "was not read");
    }

    @Test
    void reads_creatinine_in_milligrams() {
        // 1.3 mg/dL is 114.9 µmol/L
        assertThat(judgement
                        .fires(taking(aWoman(72).measuredIn("mg/dL", "creatinine", 1.3, 5)))
                        .summary())
                .contains("eGFR 44");
    }

    @Test
    @Tag("S3")
    void trust22_cites_creatinine_eGFR_and_order_and_a_good_result_before() {
        Proposal proposal = judgement.fires(aWomanOf72(114).measured("creatinine", 80, 100));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Serum creatinine, 114 µmol/L, 2026-11-24",
                        "eGFR (CKD-EPI 2021), 44 mL/min/1.73 m², 2026-11-24",
                        "Nitrofurantoin, 2026-11-23");
        assertThat(cited(proposal, AGAINST))
                .containsExactly(
                        "Serum creatinine, 80 µmol/L, 2026-08-16",
                        "eGFR (CKD-EPI 2021), 68 mL/min/1.73 m², 2026-08-16");
    }

    @Test
    void stays_quiet_without_an_active_order_whatever_else_is_unknown() {
        judgement.staysQuiet(aWoman(72).measured("creatinine", 300, 1), "no active order");
        judgement.staysQuiet(
                aWoman(72).measured("creatinine", 300, 1).medication("nitrofurantoin", 10, 3), "no active order");
        judgement.staysQuiet(aWoman(72).sex(Sex.UNKNOWN).born(Optional.empty()), "no active order");
    }

    @Test
    void misses_what_it_can_not_read() {
        assertThat(judgement.misses(aWomanOf72(160).unmapped("nitrofurantoin")))
                .containsExactly("Nitrofurantoin (this dictionary has no concept for it)");
        assertThat(judgement.misses(aWoman(72).unmapped("nitrofurantoin").unmapped("creatinine")))
                .hasSize(2);
        assertThat(judgement.misses(aWomanOf72(160).sex(Sex.UNKNOWN)))
                .singleElement()
                .asString()
                .startsWith("sex");
        assertThat(judgement.misses(aWomanOf72(160).born(Optional.empty()))).containsExactly("birth date");
    }

    @Test
    void misses_a_creatinine_of_the_last_12_months() {
        judgement.fires(taking(aWoman(72).measured("creatinine", 160, 366)));
        assertThat(judgement.misses(taking(aWoman(72).measured("creatinine", 160, 367))))
                .containsExactly("Serum creatinine of the last 12 months");
        assertThat(judgement.misses(taking(aWoman(40)))).containsExactly("Serum creatinine of the last 12 months");
    }

    @Test
    void is_for_adults_and_leaves_pregnancy_out() {
        judgement.staysQuiet(taking(aWoman(17).measured("creatinine", 300, 0)), "for adults");
        judgement.fires(taking(aWoman(18).measured("creatinine", 300, 0)));
        assertThat(judgement.misses(taking(aWoman(18).measured("creatinine", 300, 1))))
                .singleElement()
                .asString()
                .contains("from childhood");
        judgement.staysQuiet(
                taking(aWoman(30).measured("creatinine", 300, 0).problem("pregnancy", true, 100)), "pregnancy");
    }

    @Test
    @Tag("S3")
    void says_where_pregnancy_could_not_be_looked_at() {
        SnapshotFixture blind = taking(
                aWoman(30).measured("creatinine", 300, 0).unmapped("pregnancy").unmapped("pregnancy-status"));

        assertThat(judgement.fires(blind).limits()).contains("no concept for pregnancy");
        assertThat(judgement
                        .fires(taking(aMan(70).measured("creatinine", 300, 0)))
                        .limits())
                .doesNotContain("no concept");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(aWomanOf72(160).build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
