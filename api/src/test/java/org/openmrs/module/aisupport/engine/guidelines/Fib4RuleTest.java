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

import java.time.LocalDate;
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

/** EASL, EASD and EASO 2024, with McPherson 2017 from 65 years on: above 1.3, or 2.0, another test; AASLD 2023: high above 2.67. */
@Tag("E2")
class Fib4RuleTest {

    private static final String RISK = "fatty-liver-or-type-2-diabetes";

    private final Rule rule = new Fib4Rule(RuleDefinitions.load(Fib4Rule.ID));
    private final Judgement judgement = new Judgement(rule);

    /** With the last birthday three months ago, so that the age was the same when the blood was drawn. */
    private static SnapshotFixture aged(int age) {
        return aMan(age).born(Optional.of(LocalDate.of(2026 - age, 8, 24))).problem(RISK, true, 900);
    }

    private static SnapshotFixture tested(SnapshotFixture person, double ast, double alt, double platelets, int ago) {
        return person.measured("ast", ast, ago).measured("alt", alt, ago).measured("platelets", platelets, ago);
    }

    private static SnapshotFixture raised() {
        return tested(aged(50), 40, 40, 200, 20);
    }

    /** 50 years, 40, 40, 200 give the 1.58 of a published worked example; the others follow Sterling's formula. */
    @ParameterizedTest(name = "{0} years, AST {1}, ALT {2}, platelets {3}: {4}")
    @CsvSource({
        "50, 40, 40, 200, 1.58",
        "45, 30, 36, 250, 0.90",
        "66, 35, 30, 210, 2.01",
        "64, 40, 49, 250, 1.46",
        "60, 80, 60, 110, 5.63",
        "35, 25, 25, 250, 0.70"
    })
    void reckons_as_the_formula_does(int age, double ast, double alt, double platelets, String score) {
        assertThat(Fib4.reckon(age, ast, alt, platelets)).isEqualTo(score);
    }

    @Test
    void above_1_3_it_asks_for_another_test() {
        Proposal proposal = judgement.fires(raised());

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.TEST);
        assertThat(proposal.summary())
                .startsWith("FIB-4 1.58 of 2026-11-04, above 1.3:")
                .contains("not ruled out", "Consider the next test, such as elastography");
        assertThat(proposal.detail()).contains("age of 50", "no diagnosis");
    }

    /** With ALT 25 and platelets 200 the score is the age times AST through 1000. */
    @ParameterizedTest(name = "{0} years, AST {1}: {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "50, 26, none", // 1.30
                "50, 26.09, none", // 1.3045 is 1.30
                "50, 26.2, above 1.3:", // 1.31
                "64, 20.4, above 1.3:", // 1.31
                "65, 20.4, none", // 1.33
                "65, 30.8, none", // 2.00
                "65, 31, above 2:", // 2.02
                "80, 25, none", // 2.00
                "80, 25.2, above 2:", // 2.02
                "50, 53.4, above 1.3:", // 2.67
                "50, 53.6, above 2.67:", // 2.68
                "80, 33.4, above 2:", // 2.67
                "80, 33.6, above 2.67:" // 2.69
            })
    void both_sides_of_each_limit(int age, double ast, String above) {
        SnapshotFixture record = tested(aged(age), ast, 25, 200, 20);

        if (above == null) {
            judgement.staysQuiet(record, "not raised");
        } else {
            assertThat(judgement.fires(record).summary()).contains(above);
        }
    }

    @Test
    void above_2_67_it_speaks_of_advanced_fibrosis_and_of_advice() {
        Proposal proposal = judgement.fires(tested(aged(60), 80, 60, 110, 20));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.summary()).contains("5.63", "above 2.67", "specialist's advice");
    }

    @Test
    void is_for_those_in_whom_a_guideline_asks_for_it() {
        judgement.staysQuiet(tested(aMan(50), 80, 60, 110, 20), "neither fatty liver");
        judgement.staysQuiet(tested(aMan(50).problem("diabetes", true, 900), 80, 60, 110, 20), "neither fatty liver");
        judgement.staysQuiet(tested(aMan(50).problem(RISK, false, 900), 80, 60, 110, 20), "neither fatty liver");
        judgement.staysQuiet(aMan(50).unmapped("ast").born(Optional.empty()), "neither fatty liver");
    }

    @Test
    void stays_quiet_where_fibrosis_is_known_in_pregnancy_and_before_36() {
        judgement.staysQuiet(raised().problem("cirrhosis", true, 900), "on record");
        judgement.staysQuiet(raised().problem("cirrhosis", false, 900), "on record");
        judgement.staysQuiet(tested(aged(35), 80, 60, 110, 20), "younger");
        SnapshotFixture sinceToday = aged(36).born(Optional.of(LocalDate.of(1990, 11, 24)));
        judgement.staysQuiet(tested(sinceToday, 80, 60, 110, 20), "younger");
        judgement.fires(tested(sinceToday, 80, 60, 110, 0).sex(Sex.UNKNOWN));
        judgement.staysQuiet(
                tested(aWoman(40).problem(RISK, true, 900), 80, 60, 110, 20).problem("pregnancy", true, 90),
                "pregnancy");
    }

    @Test
    void reckons_only_with_the_three_of_one_day() {
        String missing = "AST, ALT, Platelets of one day in the last 12 months";
        assertThat(judgement.misses(
                        aged(50).measured("ast", 80, 20).measured("alt", 60, 20).measured("platelets", 110, 21)))
                .containsExactly(missing);
        judgement.fires(tested(aged(50), 80, 60, 110, 366));
    }

    /** Else it would stand under "could not be judged" with everybody who has type 2 diabetes, where AST is no routine test. */
    @Test
    void stays_quiet_where_the_tests_were_not_all_done_in_the_last_year() {
        judgement.staysQuiet(aged(50), "not all done");
        judgement.staysQuiet(aged(50).measured("alt", 60, 20).measured("platelets", 110, 20), "not all done");
        judgement.staysQuiet(tested(aged(50), 80, 60, 110, 367), "not all done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ast", "alt", "platelets"})
    void a_test_that_was_done_but_can_not_be_used_is_not_taken_for_one_that_was_not(String test) {
        assertThat(judgement.misses(aged(50).unusable(test)))
                .singleElement()
                .asString()
                .endsWith("(some of what is recorded could not be used)");
    }

    @Test
    void an_older_day_counts_where_the_newest_has_not_all_three() {
        assertThat(judgement.fires(raised().measured("ast", 20, 3)).summary()).contains("of 2026-11-04");
    }

    @Test
    void the_newest_day_counts() {
        judgement.staysQuiet(tested(raised(), 20, 30, 300, 3), "not raised");
    }

    @Test
    void misses_what_it_can_not_read() {
        assertThat(judgement.misses(raised().unmapped(RISK)))
                .containsExactly("Fatty liver or type 2 diabetes (this dictionary has no concept for it)");
        assertThat(judgement.misses(raised().born(Optional.empty()))).containsExactly("birth date");
        assertThat(judgement.fires(raised().unmapped("cirrhosis")).limits())
                .endsWith("not looked at: Liver fibrosis or cirrhosis.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ast", "alt", "platelets"})
    void misses_each_test_that_the_dictionary_has_no_concept_for(String test) {
        assertThat(judgement.misses(raised().unmapped(test)))
                .singleElement()
                .asString()
                .contains("no concept for it");
    }

    /** Dictionaries call the unit of platelets 10^3/mL where they mean 10^9/L: a literal conversion would be wrong by a thousand. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "200, 10^3/mL, true",
        "200, 10^3/uL, true",
        "200000, 10^3/mL, false",
        "0.2, 10^3/mL, false",
        "200, g/L, false"
    })
    void takes_platelets_as_they_are_meant_and_leaves_out_what_can_not_be(double value, String unit, boolean read) {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, "CIEL", "653", "IU/L")
                .concept(2, "CIEL", "654", "IU/L")
                .concept(3, "CIEL", "729", unit)
                .concept(4, "ICD-10-WHO", "K76.0")
                .number(1, 400, NOW)
                .number(2, 40, NOW)
                .number(3, value, NOW)
                .condition(4, true, NOW);

        RuleAnswer answer = rule.judge(reading.read(rule.definition().inputs().toArray(String[]::new)));

        assertThat(answer).isInstanceOf(read ? RuleAnswer.Fired.class : RuleAnswer.Missing.class);
    }

    @Test
    @Tag("S3")
    void trust22_cites_what_it_reckoned_with_and_against_it_the_day_before_if_that_was_good() {
        Proposal proposal = judgement.fires(tested(raised(), 20, 30, 300, 200));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "AST, 40 U/L, 2026-11-04",
                        "ALT, 40 U/L, 2026-11-04",
                        "Platelets, 200 10^9/L, 2026-11-04",
                        "FIB-4, 1.58, 2026-11-04",
                        "Fatty liver or type 2 diabetes, 2024-06-07");
        assertThat(cited(proposal, AGAINST)).contains("FIB-4, 0.60, 2026-05-08");
        assertThat(cited(judgement.fires(tested(raised(), 50, 30, 200, 200)), AGAINST))
                .isEmpty();
    }

    @Test
    @Tag("S3")
    void names_its_sources_and_what_it_did_not_read() {
        Proposal proposal = judgement.fires(raised());

        assertThat(proposal.source().citation())
                .contains("doi:10.1159/000539371", "doi:10.1038/ajg.2016.453", "doi:10.1002/hep.21178")
                .doesNotContain("NG49");
        assertThat(proposal.limits()).contains("does not rule", "acute hepatitis", "Alcohol", "elastography");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(raised().build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
