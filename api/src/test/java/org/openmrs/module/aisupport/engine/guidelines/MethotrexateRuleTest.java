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
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** BSR and BHPR 2017: blood count, kidney function and liver enzymes at least every 12 weeks, once stable. */
@Tag("E2")
class MethotrexateRuleTest {

    private final Rule rule = new MethotrexateRule(RuleDefinitions.load(MethotrexateRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture treated() {
        return aWoman(50).medication("methotrexate", 800, null);
    }

    private static SnapshotFixture tested(int cells, int creatinine, int alt) {
        return treated()
                .measured("white-blood-cells", 6, cells)
                .measured("creatinine", 70, creatinine)
                .measured("alt", 30, alt);
    }

    @Test
    void names_each_test_that_was_not_found() {
        Proposal proposal = judgement.fires(treated());

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.TEST);
        assertThat(proposal.summary())
                .contains(": Blood count (white cells), Serum creatinine, ALT or AST.", "every 12 weeks");
    }

    /** Twelve weeks and two of grace are 98 days. */
    @ParameterizedTest(name = "{0}, {1} and {2} days ago: {3}")
    @CsvSource(
            nullValues = "none",
            value = {
                "98, 98, 98, none",
                "99, 98, 98, Blood count (white cells)",
                "98, 99, 98, Serum creatinine",
                "98, 98, 99, ALT or AST",
                "0, 0, 300, ALT or AST"
            })
    void each_test_has_14_weeks(int cells, int creatinine, int alt, String overdue) {
        RuleAnswer answer = judgement.of(tested(cells, creatinine, alt));

        if (overdue == null) {
            assertThat(answer).isInstanceOf(RuleAnswer.NotFired.class);
        } else {
            assertThat(judgement.fires(tested(cells, creatinine, alt)).summary())
                    .contains(": " + overdue + ".");
        }
    }

    @Test
    void either_liver_enzyme_will_do() {
        judgement.staysQuiet(tested(20, 20, 300).measured("ast", 30, 98), "in time");
        judgement.fires(tested(20, 20, 300).measured("ast", 30, 99));
        judgement.staysQuiet(tested(20, 20, 98).unmapped("ast"), "in time");
    }

    @Test
    void stays_quiet_in_the_first_14_weeks_when_other_intervals_hold() {
        judgement.staysQuiet(aWoman(50).medication("methotrexate", 98, null), "short a time");
        judgement.fires(aWoman(50).medication("methotrexate", 99, null));
        judgement.fires(aWoman(50).medication("methotrexate", 300, 20).medication("methotrexate", 20, null));
    }

    @Test
    void stays_quiet_without_an_active_order_whatever_else_is_unknown() {
        judgement.staysQuiet(aMan(50), "no active order");
        judgement.staysQuiet(aMan(50).medication("methotrexate", 800, 1), "no active order");
        judgement.staysQuiet(aMan(50).born(Optional.empty()), "no active order");
    }

    @Test
    void leaves_cancer_treatment_alone_while_the_cancer_is_active() {
        judgement.staysQuiet(treated().problem("cancer", true, 300), "cancer");
        judgement.fires(treated().problem("cancer", false, 3000));
        assertThat(judgement.fires(treated().unmapped("cancer")).limits()).endsWith("not looked at: Cancer.");
    }

    @Test
    void is_for_adults_who_are_not_pregnant_and_needs_no_sex() {
        judgement.staysQuiet(treated().aged(17), "for adults");
        judgement.fires(treated().aged(18).sex(Sex.UNKNOWN));
        judgement.staysQuiet(treated().answer("pregnancy-status", true, 20), "pregnancy");
        assertThat(judgement.misses(treated().born(Optional.empty()))).containsExactly("birth date");
    }

    @Test
    void misses_what_it_can_not_read() {
        assertThat(judgement.misses(treated().unmapped("methotrexate")))
                .containsExactly("Methotrexate (this dictionary has no concept for it)");
    }

    @Test
    void a_test_that_can_not_be_read_is_not_asked_for_and_that_is_said() {
        Proposal proposal = judgement.fires(treated()
                .measured("creatinine", 70, 300)
                .measured("alt", 30, 20)
                .unmapped("white-blood-cells"));

        assertThat(proposal.summary()).contains(": Serum creatinine.");
        assertThat(proposal.limits()).endsWith("not looked at: Blood count (white cells).");
    }

    @Test
    void where_the_others_were_measured_in_time_a_test_that_can_not_be_read_is_told() {
        assertThat(judgement.misses(tested(20, 20, 20).unmapped("white-blood-cells")))
                .containsExactly("Blood count (white cells) (this dictionary has no concept for it)");
        assertThat(judgement.misses(tested(20, 20, 20).unmapped("alt").unmapped("ast")))
                .containsExactly(
                        "ALT (this dictionary has no concept for it)", "AST (this dictionary has no concept for it)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"white-blood-cells", "creatinine", "alt", "ast"})
    void results_that_could_not_be_used_are_not_taken_for_none(String test) {
        assertThat(judgement.misses(treated().unusable(test)))
                .singleElement()
                .asString()
                .contains("could not be used");
        judgement.staysQuiet(tested(20, 20, 20).unusable(test), "in time");
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_order_and_the_last_result_of_what_is_overdue() {
        Proposal proposal = judgement.fires(tested(150, 20, 200).measured("ast", 25, 120));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Methotrexate, 2024-09-15",
                        "Blood count (white cells), 6 10^9/L, 2026-06-27",
                        "AST, 25 U/L, 2026-07-27");
        assertThat(proposal.source().citation()).contains("BSR and BHPR", "2017;56:865-868");
        assertThat(proposal.limits()).contains("first 14 weeks", "shared-care", "coded drug");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(treated().build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
