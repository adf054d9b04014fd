/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.ReadingFixture;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** HbA1c does not diagnose in pregnancy, and another guideline holds for blood pressure: both rules stay quiet, and no longer than that. */
@Tag("E2")
class PregnancyTest {

    private static final Rule DIABETES = new DiabetesRangeRule(RuleDefinitions.load(DiabetesRangeRule.ID));
    private static final Rule BLOOD_PRESSURE =
            new ClinicBloodPressureRule(RuleDefinitions.load(ClinicBloodPressureRule.ID));

    static Stream<Rule> rules() {
        return Stream.of(DIABETES, BLOOD_PRESSURE);
    }

    /** A record on which both rules would fire. */
    private static SnapshotFixture aWomanOf30() {
        return aWoman(30).measured("hba1c", 60, 1).bloodPressure(190, 125, 1, 0, "e");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void without_a_record_of_pregnancy_the_rule_fires(Rule rule) {
        new Judgement(rule).fires(aWomanOf30());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_pregnancy_on_the_problem_list_keeps_the_rule_quiet(Rule rule) {
        new Judgement(rule).staysQuiet(aWomanOf30().problem("pregnancy", true, 100), "pregnancy");
        new Judgement(rule).staysQuiet(aWomanOf30().problem("pregnancy", true, 299), "pregnancy");
        new Judgement(rule).staysQuiet(aWomanOf30().problem("pregnancy", true, null), "pregnancy");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_pregnancy_that_ended_or_began_too_long_ago_no_longer_keeps_the_rule_quiet(Rule rule) {
        new Judgement(rule).fires(aWomanOf30().problem("pregnancy", false, 100));
        new Judgement(rule).fires(aWomanOf30().problem("pregnancy", true, 301));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_answer_yes_keeps_the_rule_quiet_for_300_days(Rule rule) {
        new Judgement(rule).staysQuiet(aWomanOf30().answer("pregnancy-status", true, 0), "pregnancy");
        new Judgement(rule).staysQuiet(aWomanOf30().answer("pregnancy-status", true, 300), "pregnancy");
        new Judgement(rule).fires(aWomanOf30().answer("pregnancy-status", true, 301));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_later_no_ends_it_and_an_earlier_no_does_not(Rule rule) {
        SnapshotFixture laterNo =
                aWomanOf30().answer("pregnancy-status", true, 100).answer("pregnancy-status", false, 10);
        SnapshotFixture earlierNo =
                aWomanOf30().answer("pregnancy-status", false, 100).answer("pregnancy-status", true, 10);

        new Judgement(rule).fires(laterNo);
        new Judgement(rule).staysQuiet(earlierNo, "pregnancy");
    }

    /** What the answer can't be read for, the problem list may still say; and a site need not have either. */
    @ParameterizedTest
    @MethodSource("rules")
    void a_dictionary_without_pregnancy_status_still_knows_pregnancy_as_a_problem(Rule rule) {
        SnapshotFixture pregnant = aWomanOf30().unmapped("pregnancy-status").problem("pregnancy", true, 100);

        new Judgement(rule).staysQuiet(pregnant, "pregnancy");
        new Judgement(rule).fires(aWomanOf30().unmapped("pregnancy-status").unmapped("pregnancy"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    @Tag("S3")
    void a_dictionary_that_knows_no_pregnancy_at_all_is_told_as_a_limit_except_for_a_man(Rule rule) {
        SnapshotFixture blind = aWomanOf30().unmapped("pregnancy-status").unmapped("pregnancy");
        String limit = "no concept for pregnancy";

        assertThat(new Judgement(rule).fires(blind).limits()).contains(limit);
        assertThat(new Judgement(rule).fires(blind.sex(Sex.UNKNOWN)).limits()).contains(limit);
        assertThat(new Judgement(rule).fires(blind.sex(Sex.MALE)).limits()).doesNotContain(limit);
        assertThat(new Judgement(rule).fires(aWomanOf30()).limits()).doesNotContain(limit);
        assertThat(new Judgement(rule)
                        .fires(aWomanOf30().unmapped("pregnancy-status"))
                        .limits())
                .doesNotContain(limit);
    }

    /** "Unknown" is an answer of its own: it does not take back the yes of last month. */
    @Test
    void a_later_unknown_does_not_end_it() {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, "CIEL", "159644", "%")
                .concept(2, "CIEL", "119481")
                .concept(3, "CIEL", "5272")
                .concept(4, "CIEL", "1065")
                .concept(5, "CIEL", "1067")
                .number(1, 7.5, NOW.minus(1, DAYS))
                .answer(3, 4, NOW.minus(30, DAYS))
                .answer(3, 5, NOW.minus(1, DAYS));

        RuleAnswer answer = DIABETES.judge(reading.read("hba1c", "diabetes", "pregnancy", "pregnancy-status"));

        assertThat(answer).isInstanceOf(RuleAnswer.NotFired.class);
    }

    @Test
    void pregnancy_does_not_keep_the_metformin_rule_quiet() {
        Rule metformin = new MetforminRenalRule(RuleDefinitions.load(MetforminRenalRule.ID));

        new Judgement(metformin)
                .fires(aWomanOf30()
                        .problem("pregnancy", true, 100)
                        .measured("creatinine", 300, 1)
                        .medication("metformin", 100, null));
    }
}
