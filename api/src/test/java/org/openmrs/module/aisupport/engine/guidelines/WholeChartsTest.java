/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.ReadingFixture;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** Harm: a GP who is told something at every encounter no longer looks. All rules on whole charts, as they come through the door. */
@Tag("E2")
class WholeChartsTest {

    private final GuidelineEngine engine = GuidelineEngine.create();

    @ParameterizedTest(name = "{0}")
    @MethodSource("healthy")
    void nothing_is_suggested_for_the_healthy_and_no_rule_breaks(String who, SnapshotFixture chart) {
        EngineAnswer answer = engine.suggest(chart.build());

        assertThat(answer.proposals()).isEmpty();
        assertThat(answer.failures()).isEmpty();
    }

    static Stream<Arguments> healthy() {
        return Stream.of(
                arguments("a newborn", aWoman(0)),
                arguments("a boy of 4 with fever", aMan(4).bloodPressure(96, 60, 0, 0, "e")),
                arguments(
                        "a girl of 9", aWoman(9).measured("creatinine", 41, 20).measured("potassium", 4.3, 20)),
                arguments("a boy of 14", aMan(14).bloodPressure(118, 70, 0, 0, "e")),
                arguments(
                        "a woman of 17 on the pill",
                        aWoman(17).bloodPressure(112, 70, 0, 0, "e").answer("phq9-item-nine", false, 0)),
                arguments("a man of 23", checked(aMan(23), 92, 31, 122, 74)),
                arguments(
                        "a woman of 31, pregnant",
                        checked(aWoman(31), 48, 30, 108, 66).problem("pregnancy", true, 150)),
                arguments("a woman of 38", checked(aWoman(38), 66, 33, 118, 76)),
                arguments("a man of 46", questioned(checked(aMan(46), 85, 36, 128, 82))),
                arguments("a woman of 58", checked(aWoman(58), 70, 38, 132, 80)),
                arguments("a man of 69", checked(aMan(69), 94, 40, 136, 78)),
                arguments("a woman of 84", checked(aWoman(84), 74, 39, 138, 72)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("ordinary")
    void what_is_suggested_for_the_ordinary_is_what_a_GP_would_want_to_hear(
            String who, SnapshotFixture chart, List<String> rules) {
        assertThat(engine.suggest(chart.build()).proposals())
                .extracting(Proposal::rule)
                .containsExactlyInAnyOrderElementsOf(rules);
    }

    /** The number is told in docs/safety.md. */
    @Test
    void among_twelve_ordinary_encounters_four_suggestions_come_up_in_three() {
        List<EngineAnswer> answers = ordinary()
                .map(row -> engine.suggest(((SnapshotFixture) row.get()[1]).build()))
                .toList();

        assertThat(answers.stream()
                        .mapToInt(answer -> answer.proposals().size())
                        .sum())
                .isEqualTo(4);
        assertThat(answers.stream()
                        .filter(answer -> answer.proposals().isEmpty())
                        .count())
                .isEqualTo(9);
    }

    static Stream<Arguments> ordinary() {
        return Stream.of(
                ordinary(
                        "diabetes, well kept",
                        checked(aMan(61), 88, 51, 134, 78)
                                .problem("diabetes", true, 2000)
                                .medication("metformin", 1900, null)),
                ordinary(
                        "hypertension, above its target on treatment",
                        checked(aWoman(66), 71, 40, 148, 88)
                                .bloodPressure(146, 86, 0, 5, "e")
                                .problem("hypertension", true, 900)
                                .medication("ras-blocker", 900, null)),
                ordinary(
                        "kidney disease with its yearly urine test",
                        checked(aMan(74), 131, 41, 132, 74)
                                .problem("ckd", true, 800)
                                .medication("ras-blocker", 800, null)
                                .measured("urine-acr-or-pcr", 4.1, 120)),
                ordinary(
                        "kidney disease, no urine test for two years",
                        checked(aWoman(79), 104, 39, 136, 70)
                                .problem("ckd", true, 1500)
                                .measured("urine-acr-or-pcr", 2.0, 760),
                        "ckd-acr-overdue"),
                ordinary(
                        "a sprained ankle and a week of ibuprofen",
                        checked(aMan(28), 90, 33, 124, 76).medication("nsaid", 2, null)),
                ordinary(
                        "a cystitis and three days of nitrofurantoin",
                        checked(aWoman(44), 68, 34, 116, 72).medication("nitrofurantoin", 1, null)),
                ordinary(
                        "depression, known and treated",
                        checked(aWoman(35), 64, 32, 114, 70)
                                .problem("depression", true, 200)
                                .measured("phq9-total", 13, 0)
                                .answer("phq9-item-nine", false, 0)),
                ordinary(
                        "a bad night, and a questionnaire in the waiting room",
                        checked(aMan(52), 86, 37, 130, 80)
                                .measured("phq9-total", 16, 0)
                                .answer("phq9-item-nine", true, 0),
                        "phq9-total",
                        "phq9-item-nine"),
                ordinary(
                        "lithium for ten years, all in time",
                        checked(aWoman(49), 72, 35, 118, 74)
                                .medication("lithium", 3600, null)
                                .measured("lithium-level", 0.62, 100)
                                .measured("tsh", 2.1, 100)
                                .measured("calcium", 2.34, 100)),
                ordinary(
                        "a health check with a raised pressure",
                        checked(aMan(43), 83, 36, 151, 94).bloodPressure(149, 92, 0, 5, "e"),
                        "clinic-blood-pressure"),
                ordinary(
                        "a white coat, lower at the second reading",
                        checked(aWoman(57), 69, 38, 134, 82).bloodPressure(152, 88, 0, 5, "e")),
                ordinary(
                        "gout, and an acute kidney injury that is over",
                        aMan(70).measured("creatinine", 88, 12)
                                .measured("creatinine", 210, 140)
                                .measured("potassium", 4.6, 12)
                                .problem("acute-kidney-injury", false, 142)
                                .bloodPressure(128, 72, 0, 0, "e")));
    }

    /** What can go wrong between a dictionary and a mapping, all of it in one record. */
    @Test
    void a_badly_mapped_dictionary_makes_no_suggestion_and_each_value_that_is_left_out_is_told() {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, "CIEL", "790", "umol/L")
                .number(1, 2.6, NOW.minus(Duration.ofDays(3))) // mg/dL, entered where µmol/L stands
                .concept(2, "CIEL", "159644", "mmol/L")
                .number(2, 7.9, NOW.minus(Duration.ofDays(3))) // a glucose under the code of HbA1c
                .concept(3, "CIEL", "5085", null)
                .number(3, 192, NOW.minus(Duration.ofDays(1))) // no unit at all
                .concept(4, "CIEL", "5086", "kPa")
                .number(4, 12.4, NOW.minus(Duration.ofDays(1)))
                .concept(5, "CIEL", "1133", "mmol/L")
                .number(5, 67, NOW.minus(Duration.ofDays(2))) // the decimal point lost
                .concept(6, "CIEL", "79651")
                .order(6, NOW.minus(Duration.ofDays(300)), null)
                .concept(7, "LOINC", "44261-6", "%")
                .number(7, 52, NOW.minus(Duration.ofDays(1)));
        Snapshot snapshot = reading.read(engine.card().inputs().toArray(String[]::new));

        EngineAnswer answer = engine.suggest(snapshot);

        assertThat(answer.proposals()).isEmpty();
        assertThat(answer.failures()).isEmpty();
        assertThat(snapshot.qualityNotes())
                .extracting(note -> note.input().orElseThrow())
                .containsExactlyInAnyOrder(
                        "creatinine", "hba1c", "systolic-bp", "diastolic-bp", "potassium", "phq9-total");
        assertThat(answer.missing())
                .extracting(EngineAnswer.Unjudged::rule)
                .contains("metformin-renal", "hba1c-diabetes-range", "clinic-blood-pressure");
    }

    private static Arguments ordinary(String who, SnapshotFixture chart, String... rules) {
        return arguments(who, chart, List.of(rules));
    }

    /** The laboratory of a fortnight ago, and a blood pressure of today. */
    private static SnapshotFixture checked(
            SnapshotFixture person, double creatinine, double hba1c, double systolic, double diastolic) {
        return person.measured("creatinine", creatinine, 14)
                .measured("potassium", 4.2, 14)
                .measured("hba1c", hba1c, 14)
                .bloodPressure(systolic, diastolic, 0, 0, "e");
    }

    private static SnapshotFixture questioned(SnapshotFixture person) {
        return person.measured("phq9-total", 3, 0)
                .answer("phq9-item-nine", false, 0)
                .measured("gad7-total", 4, 0)
                .measured("audit-c-total", 3, 0);
    }
}
