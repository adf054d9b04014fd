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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.ReadingFixture;

/** PHQ-9 from 10 (Kroenke 2001), GAD-7 from 10 (Spitzer 2006), AUDIT-C from 5 (OHID). */
@Tag("E2")
class QuestionnaireRuleTest {

    static Stream<Arguments> questionnaires() {
        return Stream.of(
                Arguments.of(
                        QuestionnaireRule.phq9(RuleDefinitions.load(QuestionnaireRule.PHQ9)),
                        "phq9-total",
                        "depression",
                        10,
                        27,
                        90),
                Arguments.of(
                        QuestionnaireRule.gad7(RuleDefinitions.load(QuestionnaireRule.GAD7)),
                        "gad7-total",
                        "anxiety",
                        10,
                        21,
                        90),
                Arguments.of(
                        QuestionnaireRule.auditC(RuleDefinitions.load(QuestionnaireRule.AUDIT_C)),
                        "audit-c-total",
                        "alcohol-problem",
                        5,
                        12,
                        366));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("questionnaires")
    void fires_from_the_cut_off_on(Rule rule, String total, String problem, int from, int most, int days) {
        Judgement judgement = new Judgement(rule);

        Proposal proposal = judgement.fires(aWoman(40).measured(total, from, days));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.summary()).contains("total " + from + " of " + most);
        judgement.fires(aWoman(40).measured(total, most, 0));
        judgement.staysQuiet(aWoman(40).measured(total, from - 1, 1), "below the cut-off");
        judgement.staysQuiet(aWoman(40).measured(total, from, days + 1), "not filled in of late");
        judgement.staysQuiet(aWoman(40), "not filled in of late");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("questionnaires")
    void the_newest_counts_and_the_one_before_is_shown(Rule rule, String total, String problem, int from) {
        Judgement judgement = new Judgement(rule);

        judgement.staysQuiet(aMan(40).measured(total, from, 20).measured(total, from - 1, 10), "below the cut-off");
        assertThat(cited(judgement.fires(aMan(40).measured(total, 2, 20).measured(total, from, 10)), AGAINST))
                .singleElement()
                .asString()
                .contains(", 2");
        assertThat(cited(judgement.fires(aMan(40).measured(total, from, 20).measured(total, from, 10)), FOR))
                .hasSize(2);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("questionnaires")
    void stays_quiet_where_it_is_known_and_in_children(Rule rule, String total, String problem, int from) {
        Judgement judgement = new Judgement(rule);

        judgement.staysQuiet(aMan(40).measured(total, from, 1).problem(problem, true, 900), "on record");
        judgement.fires(aMan(40).measured(total, from, 1).problem(problem, false, 900));
        judgement.staysQuiet(aMan(17).measured(total, from, 1), "for adults");
        judgement.fires(aMan(18).measured(total, from, 1));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("questionnaires")
    void misses_what_it_can_not_read_and_the_birth_date(Rule rule, String total, String problem, int from) {
        Judgement judgement = new Judgement(rule);

        for (String input : new String[] {total, problem}) {
            assertThat(judgement.misses(aMan(40).measured(total, from, 1).unmapped(input)))
                    .singleElement()
                    .asString()
                    .endsWith("(this dictionary has no concept for it)");
        }
        assertThat(judgement.misses(aMan(40).born(Optional.empty()).measured(total, from, 1)))
                .containsExactly("birth date");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CIEL, 165137, '', phq9-total, 12, Fired",
        "LOINC, 44261-6, {score}, phq9-total, 12, Fired",
        "SNOMED CT, 720433000, score, phq9-total, 12, Fired",
        "LOINC, 44261-6, '', phq9-total, 28, NotFired",
        "LOINC, 44261-6, %, phq9-total, 12, NotFired",
        "LOINC, 70274-6, '', gad7-total, 12, Fired",
        "LOINC, 75626-2, '', audit-c-total, 6, Fired"
    })
    void knows_the_totals_by_their_codes(
            String source, String code, String unit, String total, double value, String judged) {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, source, code, unit)
                .concept(2, "ICD-10", "F32.9")
                .concept(3, "ICD-10", "F41.1")
                .concept(4, "ICD-10", "F10.2")
                .number(1, value, NOW.minus(5, ChronoUnit.DAYS));
        Rule rule = questionnaires()
                .filter(arguments -> arguments.get()[1].equals(total))
                .map(arguments -> (Rule) arguments.get()[0])
                .findFirst()
                .orElseThrow();

        RuleAnswer given = rule.judge(reading.read(rule.definition().inputs().toArray(String[]::new)));

        assertThat(given.getClass().getSimpleName()).isEqualTo(judged);
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        Rule rule = QuestionnaireRule.phq9(RuleDefinitions.load(QuestionnaireRule.PHQ9));

        assertThat(rule.judge(aMan(40).measured("phq9-total", 20, 1)
                        .build()
                        .only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
