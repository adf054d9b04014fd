/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** The words of every outcome, with the longest and oddest values that the mapping lets through. */
@Tag("S3")
class WordingTest {

    private static final Rule METFORMIN = rule(MetforminRenalRule.ID);
    private static final Rule DIABETES = rule(DiabetesRangeRule.ID);
    private static final Rule BLOOD_PRESSURE = rule(ClinicBloodPressureRule.ID);
    private static final Rule POTASSIUM = rule(PotassiumRule.ID);
    private static final Rule NITROFURANTOIN = rule(NitrofurantoinRule.ID);
    private static final Rule TRIPLE_WHAMMY = rule(TripleWhammyRule.ID);
    private static final Rule NSAID = rule(NsaidRenalRule.ID);
    private static final Rule UNRECORDED_CKD = rule(UnrecordedCkdRule.ID);
    private static final Rule ACR = rule(AcrOverdueRule.ID);
    private static final Rule FIBRILLATION = rule(AfAnticoagulationRule.ID);
    private static final Rule STATIN = rule(StatinAfterCvdRule.ID);
    private static final Rule DOAC = rule(DoacRenalRule.ID);
    private static final Rule LITHIUM = rule(LithiumRule.ID);

    private static Rule rule(String id) {
        return GuidelineEngine.all().stream()
                .filter(rule -> rule.definition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Stream<RuleDefinition> definitions() {
        return GuidelineEngine.all().stream().map(Rule::definition);
    }

    static Stream<Arguments> extremes() {
        return Stream.of(
                Arguments.of(METFORMIN, Named.of("stop, eGFR near nothing", metformin(110, 3000))),
                Arguments.of(METFORMIN, Named.of("stop, young", metformin(18, 3000))),
                Arguments.of(METFORMIN, Named.of("review", metformin(60, 165))),
                Arguments.of(DIABETES, Named.of("single", aMan(110).measured("hba1c", 200, 0))),
                Arguments.of(
                        DIABETES,
                        Named.of("confirmed", aMan(18).measured("hba1c", 200, 0).measured("hba1c", 199.49, 366))),
                Arguments.of(BLOOD_PRESSURE, Named.of("raised once", bloodPressure(179, 119))),
                Arguments.of(BLOOD_PRESSURE, Named.of("raised once, fractions", bloodPressure(179.99, 119.99))),
                Arguments.of(
                        BLOOD_PRESSURE,
                        Named.of("raised", bloodPressure(179, 119).bloodPressure(179, 119, 30, 5, "e"))),
                Arguments.of(BLOOD_PRESSURE, Named.of("severe", bloodPressure(300, 200))),
                Arguments.of(
                        rule(HomeBloodPressureRule.ID),
                        Named.of("confirmed", bloodPressure(299.99, 199.99).homeMean(299.99, 199.99, 366))),
                Arguments.of(
                        rule(HomeBloodPressureRule.ID),
                        Named.of("alone", aMan(110).homeMean(299.99, 199.99, 0))),
                Arguments.of(score2("veryhigh"), Named.of("high", atRisk(aMan(49), 4.5, 1.2))),
                Arguments.of(score2("veryhigh"), Named.of("very high", atRisk(aMan(69), 25, 0.1))),
                Arguments.of(score2("high"), Named.of("older, high", atRisk(aWoman(70), 4, 1.2))),
                Arguments.of(score2("veryhigh"), Named.of("older, very high", atRisk(aMan(89), 25, 0.1))),
                Arguments.of(rule(PhqItemNineRule.ID), Named.of("item", aMan(40).answer("phq9-item-nine", true, 10))),
                Arguments.of(rule(QuestionnaireRule.PHQ9), Named.of("total", aMan(40).measured("phq9-total", 27, 10))),
                Arguments.of(rule(QuestionnaireRule.GAD7), Named.of("total", aMan(40).measured("gad7-total", 21, 10))),
                Arguments.of(
                        rule(QuestionnaireRule.AUDIT_C), Named.of("total", aMan(40).measured("audit-c-total", 12, 10))),
                Arguments.of(FIBRILLATION, Named.of("recommend", inNeedOfAnAnticoagulant())),
                Arguments.of(FIBRILLATION, Named.of("consider", aMan(65).problem("atrial-fibrillation", true, null))),
                Arguments.of(
                        FIBRILLATION,
                        Named.of("valve", inNeedOfAnAnticoagulant().problem("mitral-stenosis-or-valve", true, null))),
                Arguments.of(STATIN, Named.of("none", aMan(110).problem("stroke-or-tia", true, null))),
                Arguments.of(
                        STATIN,
                        Named.of(
                                "kidneys",
                                aMan(18).problem("arterial-disease", true, null)
                                        .problem("ckd", true, null)
                                        .medication("statin", 900, 1))),
                Arguments.of(rule(PrediabetesRecallRule.ID), Named.of("due", aMan(60).measured("hba1c", 47.99, 400))),
                Arguments.of(
                        rule(PrediabetesRecallRule.ID),
                        Named.of(
                                "fallen", aMan(60).measured("hba1c", 47.99, 400).measured("hba1c", 200, 900))),
                Arguments.of(american(), Named.of("due, American", aMan(60).measured("hba1c", 47.99, 400))),
                Arguments.of(
                        american(),
                        Named.of(
                                "fallen, American",
                                aMan(60).measured("hba1c", 47.99, 400).measured("hba1c", 200, 900))),
                Arguments.of(DOAC, Named.of("contraindicated", on("dabigatran", 60, 3000))),
                Arguments.of(DOAC, Named.of("outside", on("rivaroxaban", 110, 3000))),
                Arguments.of(DOAC, Named.of("apixaban, clearance", on("apixaban", 70, 200))),
                Arguments.of(DOAC, Named.of("apixaban, by its own criteria", on("apixaban", 100, 133))),
                Arguments.of(DOAC, Named.of("rivaroxaban", on("rivaroxaban", 100, 120))),
                Arguments.of(DOAC, Named.of("edoxaban", on("edoxaban", 100, 120.55))),
                Arguments.of(DOAC, Named.of("dabigatran", on("dabigatran", 100, 55.55))),
                Arguments.of(
                        rule(MethotrexateRule.ID), Named.of("overdue", aMan(60).medication("methotrexate", 900, null))),
                Arguments.of(rule(Fib4Rule.ID), Named.of("raised", liver(60, 60, 39))),
                Arguments.of(rule(Fib4Rule.ID), Named.of("high", liver(110, 20000, 1))),
                Arguments.of(
                        rule(AnaemiaFerritinRule.ID),
                        Named.of("anaemia", aMan(60).measuredIn("gm/dL", "haemoglobin", 12.99, 0))),
                Arguments.of(
                        rule(AnaemiaFerritinRule.ID), Named.of("severe", aMan(60).measured("haemoglobin", 79.99, 0))),
                Arguments.of(LITHIUM, Named.of("high", onLithium().measuredIn("mEq/L", "lithium-level", 9.99, 30))),
                Arguments.of(LITHIUM, Named.of("quarterly", onLithium().medication("nsaid", 1, null))),
                Arguments.of(LITHIUM, Named.of("half-yearly", onLithium())),
                Arguments.of(LITHIUM, Named.of("tests", onLithium().measured("lithium-level", 0.6, 0))),
                Arguments.of(
                        ACR,
                        Named.of(
                                "overdue",
                                aMan(60).problem("ckd", true, null).measured("urine-acr-or-pcr", 10000, 9000))),
                Arguments.of(ACR, Named.of("never", aMan(60).problem("ckd", true, null))),
                Arguments.of(UNRECORDED_CKD, Named.of("first", aWoman(60).measured("creatinine", 100, 0))),
                Arguments.of(
                        UNRECORDED_CKD,
                        Named.of(
                                "chronic",
                                aWoman(60).measured("creatinine", 100, 0).measured("creatinine", 3000, 2000))),
                Arguments.of(
                        NSAID,
                        Named.of(
                                "unchecked",
                                aMan(60).medication("nsaid", 1, null).problem("ckd", true, 900))),
                Arguments.of(
                        NSAID,
                        Named.of(
                                "review",
                                aWoman(110).measured("creatinine", 90, 0).medication("nsaid", 1, null))),
                Arguments.of(
                        NSAID,
                        Named.of(
                                "stop",
                                aWoman(110).measured("creatinine", 3000, 0).medication("nsaid", 1, null))),
                Arguments.of(
                        TRIPLE_WHAMMY,
                        Named.of(
                                "together",
                                aMan(60).medication("nsaid", 1, null).combination(1, "ras-blocker", "diuretic"))),
                Arguments.of(
                        NITROFURANTOIN,
                        Named.of(
                                "review",
                                aWoman(72).measured("creatinine", 120, 0).medication("nitrofurantoin", 1, null))),
                Arguments.of(
                        NITROFURANTOIN,
                        Named.of(
                                "stop, eGFR near nothing",
                                aWoman(110).measured("creatinine", 3000, 0).medication("nitrofurantoin", 1, null))),
                Arguments.of(
                        POTASSIUM,
                        Named.of(
                                "raised",
                                aMan(110)
                                        .measuredIn("mEq/L", "potassium", 5.99, 30)
                                        .medication("mra", 1, null))),
                Arguments.of(
                        POTASSIUM,
                        Named.of(
                                "high",
                                aMan(18).measuredIn("mmol/L", "potassium", 6.49, 0)
                                        .medication("ras-blocker", 1, null))),
                Arguments.of(POTASSIUM, Named.of("severe", aMan(60).measuredIn("mEq/L", "potassium", 11.99, 1))));
    }

    private static SnapshotFixture metformin(int age, double creatinine) {
        return aWoman(age).measured("creatinine", creatinine, 0).medication("metformin", 1, null);
    }

    private static SnapshotFixture inNeedOfAnAnticoagulant() {
        SnapshotFixture record = aMan(110)
                .problem("atrial-fibrillation", true, null)
                .bloodPressure(299.99, 100, 1, 0, "e")
                .medication("nsaid", 1, null)
                .medication("antiplatelet", 1, null)
                .problem("alcohol-problem", true, null)
                .medication("vitamin-k-antagonist", 900, 1);
        StrokeRisk.ITEMS.forEach(item -> record.problem(item, true, null));
        return record;
    }

    private static SnapshotFixture on(String doac, int age, double creatinine) {
        return aMan(age)
                .combination(1, "doac", doac)
                .problem("atrial-fibrillation", true, null)
                .measured("creatinine", creatinine, 0)
                .measuredIn("lb", "weight", 132.15, 300);
    }

    private static SnapshotFixture liver(int age, double ast, double alt) {
        return aMan(age)
                .problem("fatty-liver-or-type-2-diabetes", true, null)
                .measured("ast", ast, 0)
                .measured("alt", alt, 0)
                .measured("platelets", 250, 0);
    }

    private static SnapshotFixture onLithium() {
        return aMan(60).medication("lithium", 900, null);
    }

    private static Rule american() {
        return new PrediabetesRecallRule(
                RuleDefinitions.variants(PrediabetesRecallRule.ID).get("ada"));
    }

    private static Rule score2(String region) {
        return new Score2Rule(RuleDefinitions.variants(Score2Rule.ID).get(region));
    }

    private static SnapshotFixture atRisk(SnapshotFixture who, double cholesterol, double hdl) {
        return who.measuredIn("mm[Hg]", "systolic-bp", cholesterol > 5 ? 299.99 : 120, 366)
                .measured("total-cholesterol", cholesterol, 731)
                .measured("hdl-cholesterol", hdl, 731)
                .answer("smoking-status", cholesterol > 5, 731)
                .medication("lipid-lowering", 900, 1);
    }

    private static SnapshotFixture bloodPressure(double systolic, double diastolic) {
        return aWoman(60).bloodPressure(systolic, diastolic, 30, 0, "e");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("extremes")
    void a_summary_has_at_most_140_characters_and_no_place_is_left_unfilled(Rule rule, SnapshotFixture record) {
        Proposal proposal = new Judgement(rule).fires(record);

        assertThat(proposal.summary()).hasSizeLessThanOrEqualTo(140);
        assertThat(proposal.summary() + proposal.detail() + proposal.limits()).doesNotContain("{", "}", "null", "NaN");
        assertThat(proposal.evidence()).isNotEmpty();
    }

    /** Else an outcome could be added to a file without ever being worded with extreme values above. */
    @Test
    void the_extremes_above_reach_every_outcome_of_every_rule() {
        Set<String> reached = new HashSet<>();
        extremes().map(Arguments::get).forEach(arguments -> {
            Rule rule = (Rule) arguments[0];
            SnapshotFixture record = (SnapshotFixture) ((Named<?>) arguments[1]).getPayload();
            Proposal proposal = new Judgement(rule).fires(record);
            rule.definition().outcomes().forEach((name, outcome) -> {
                if (isWordedAs(proposal, outcome)) {
                    reached.add(rule.definition().id() + " " + name);
                }
            });
        });

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(definitions()
                        .flatMap(definition ->
                                definition.outcomes().keySet().stream().map(name -> definition.id() + " " + name))
                        .toList());
    }

    private static boolean isWordedAs(Proposal proposal, RuleDefinition.Outcome outcome) {
        return Stream.of(outcome.summary().split("\\{[a-z]+}"))
                .allMatch(part -> proposal.summary().contains(part));
    }

    /** A displayed reading must not look like the next class: 179.6 is below 180, and 180 mmHg would be severe. */
    @Test
    void a_reading_just_below_a_threshold_is_not_shown_as_one_that_reaches_it() {
        Proposal proposal = new Judgement(BLOOD_PRESSURE).fires(bloodPressure(179.6, 100));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.summary()).doesNotContain("180/100");
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_rule_names_its_author_its_source_and_the_day_by_which_it_is_read_again(RuleDefinition definition) {
        assertThat(List.of(
                        definition.version(),
                        definition.label(),
                        definition.author(),
                        definition.limits(),
                        definition.source().label(),
                        definition.source().citation()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(definition.source().url()).startsWith("https://");
        assertThat(definition.reviewDate()).isAfter("2026-11-24");
        assertThat(definition.inputs()).containsAll(definition.required());
    }

    @Test
    void a_threshold_or_an_outcome_that_the_file_lacks_is_an_error_that_names_it() {
        RuleDefinition definition = RuleDefinitions.load(DiabetesRangeRule.ID);

        assertThatThrownBy(() -> definition.threshold("minWeight"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'minWeight'");
        assertThatThrownBy(() -> definition.propose("maybe", Map.of(), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'maybe'");
    }

    @Test
    void a_place_that_no_value_fills_is_an_error_and_never_shown() {
        RuleDefinition definition = RuleDefinitions.load(DiabetesRangeRule.ID);

        assertThatThrownBy(() -> definition.propose("single", Map.of("value", "50"), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{date}");
    }
}
