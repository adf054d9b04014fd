/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.snapshot.FakeChart.uuidOf;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.validation.MisconfiguredException;

/** What a practice holds to be sensitive is left out of a snapshot, and leaves no trace in it, unless the grant includes it. */
@Tag("C10")
class SensitiveTopicsTest {

    private static final int CREATININE = 1;
    private static final int DIABETES = 3;
    private static final int METFORMIN = 4;
    private static final int PREGNANCY_STATUS = 5;
    private static final int YES = 6;
    private static final int NO = 7;
    private static final int METFORMIN_TABLET = 8;
    private static final int PANEL = 9;
    private static final int OUTER_PANEL = 10;
    private static final int TOPICS = 100;
    private static final int INNER_TOPICS = 101;
    private static final int INNERMOST_TOPICS = 102;

    private static final String[] INPUTS = {"creatinine", "diabetes", "metformin", "pregnancy-status"};

    private final ReadingFixture reading = new ReadingFixture();
    private final FakeChart chart = reading.chart()
            .concept(CREATININE, "CIEL", "790", "umol/L")
            .concept(DIABETES, "SNOMED CT", "73211009")
            .concept(METFORMIN, "RxNORM", "6809")
            .concept(PREGNANCY_STATUS, "CIEL", "5272")
            .concept(YES, "CIEL", "1065")
            .concept(NO, "CIEL", "1066");

    /** Each way in which a record can touch a topic: the concept that makes it sensitive, and the record. */
    static Stream<Arguments> records() {
        return Stream.of(
                record("question", CREATININE, chart -> chart.number(CREATININE, 90, NOW)),
                record(
                        "question of a coded answer",
                        PREGNANCY_STATUS,
                        chart -> chart.answer(PREGNANCY_STATUS, YES, NOW)),
                record("answer", YES, chart -> chart.answer(PREGNANCY_STATUS, YES, NOW)),
                record("group", PANEL, chart -> chart.numberIn(Set.of(PANEL), CREATININE, 90, NOW)),
                record(
                        "group around the group",
                        OUTER_PANEL,
                        chart -> chart.numberIn(Set.of(PANEL, OUTER_PANEL), CREATININE, 90, NOW)),
                record("condition", DIABETES, chart -> chart.condition(DIABETES, true, NOW)),
                record("diagnosis", DIABETES, chart -> chart.diagnosis(DIABETES, "encounter-1", NOW)),
                record("order", METFORMIN, chart -> chart.order(Set.of(METFORMIN, METFORMIN_TABLET), NOW, null)),
                record("drug", METFORMIN_TABLET, chart -> chart.order(Set.of(METFORMIN, METFORMIN_TABLET), NOW, null)));
    }

    private static Arguments record(String by, int sensitive, Consumer<FakeChart> record) {
        return Arguments.of(by, sensitive, record);
    }

    @ParameterizedTest(name = "by its {0}")
    @MethodSource("records")
    void trust11_a_record_of_a_sensitive_topic_leaves_no_trace_without_the_grant(
            String by, int sensitive, Consumer<FakeChart> record) {
        makeSensitive(sensitive);
        Snapshot without = reading.read(INPUTS);

        record.accept(chart);

        assertThat(traces(reading.read(INPUTS))).isEqualTo(traces(without));
        assertThat(reading.read(INPUTS).recordUuids()).isEmpty();
    }

    @ParameterizedTest(name = "by its {0}")
    @MethodSource("records")
    void trust11_with_the_grant_it_is_read(String by, int sensitive, Consumer<FakeChart> record) {
        makeSensitive(sensitive);

        record.accept(chart);

        assertThat(reading.readWithGrant(INPUTS).recordUuids()).hasSize(1);
        assertThat(reading.readWithGrant(INPUTS).qualityNotes()).isEmpty();
    }

    @ParameterizedTest(name = "by its {0}")
    @MethodSource("records")
    void trust11_the_same_holds_three_sets_deep(String by, int sensitive, Consumer<FakeChart> record) {
        makeSensitive(sensitive);
        chart.set(TOPICS, 55, INNER_TOPICS).set(INNER_TOPICS, INNERMOST_TOPICS).set(INNERMOST_TOPICS, sensitive, 56);
        reading.sensitive(uuidOf(TOPICS));

        record.accept(chart);

        assertThat(reading.read(INPUTS).recordUuids()).isEmpty();
        assertThat(reading.readWithGrant(INPUTS).recordUuids()).hasSize(1);
    }

    @Test
    void trust11_records_of_other_topics_are_still_read() {
        makeSensitive(DIABETES);
        chart.number(CREATININE, 90, NOW)
                .order(METFORMIN, NOW, null)
                .answer(PREGNANCY_STATUS, NO, NOW)
                .condition(DIABETES, true, NOW);

        assertThat(reading.read(INPUTS).recordUuids()).hasSize(3);
    }

    @Test
    void trust11_a_value_that_would_be_noted_as_unusable_is_not_noted_if_it_is_sensitive() {
        makeSensitive(CREATININE);
        chart.number(CREATININE, 4000, NOW).number(CREATININE, 0.001, NOW);

        assertThat(reading.read(INPUTS).qualityNotes())
                .extracting(Snapshot.QualityNote::text)
                .containsExactly(SnapshotBuilder.TOPICS_LEFT_OUT);
        assertThat(reading.readWithGrant(INPUTS).qualityNotes()).hasSize(2);
    }

    @Test
    void trust11_the_count_of_problems_in_free_text_is_the_same_with_and_without_sensitive_ones() {
        chart.concept(31, "SNOMED CT", "38341003").set(PANEL);
        reading.sensitive(uuidOf(PANEL));
        chart.freeTextCondition();
        List<String> before = notes(reading.read("diabetes", "hypertension"));

        chart.condition(PANEL, true, NOW);

        assertThat(notes(reading.read("diabetes", "hypertension")))
                .isEqualTo(before)
                .filteredOn(note -> note.startsWith("1 problem is recorded as free text"))
                .hasSize(2);
    }

    /** A "no" of last year must not become the newest answer because the "yes" of today is sensitive. */
    @Test
    @Tag("E1")
    void trust11_an_input_with_a_sensitive_answer_is_unknown_and_not_what_an_older_answer_says() {
        makeSensitive(YES);
        chart.answer(PREGNANCY_STATUS, NO, NOW.minus(3, DAYS)).answer(PREGNANCY_STATUS, YES, NOW);

        Snapshot snapshot = reading.read(INPUTS);

        assertThat(snapshot.canRead("pregnancy-status")).isFalse();
        assertThat(snapshot.isLeftOut("pregnancy-status")).isTrue();
        assertThat(snapshot.only(Set.of("pregnancy-status")).isLeftOut("pregnancy-status"))
                .isTrue();
        assertThat(snapshot.only(Set.of("creatinine")).isLeftOut("pregnancy-status"))
                .isFalse();
        assertThat(snapshot.isLeftOut("creatinine")).isFalse();
        assertThat(snapshot.labelOf("pregnancy-status")).isNotEqualTo("pregnancy-status");
        assertThat(reading.readWithGrant(INPUTS).latestAnswer("pregnancy-status"))
                .map(RecordedAnswer::yes)
                .contains(true);
    }

    @Test
    @Tag("E1")
    void trust11_an_input_of_which_one_concept_is_sensitive_is_unknown_and_not_absent() {
        chart.concept(32, "ICD-10-WHO", "E11.9").condition(DIABETES, true, NOW);
        makeSensitive(32);

        assertThat(reading.read(INPUTS).canRead("diabetes")).isFalse();
        assertThat(reading.read(INPUTS).problems("diabetes")).isEmpty();
        assertThat(reading.readWithGrant(INPUTS).problems("diabetes")).hasSize(1);
    }

    @Test
    void trust11_sensitive_questions_are_not_even_asked_of_the_chart() {
        makeSensitive(CREATININE);

        reading.read(INPUTS);

        assertThat(chart.observedConcepts()).containsExactly(PREGNANCY_STATUS);
    }

    @Test
    void the_general_note_stands_once_whatever_the_engine_reads_and_whoever_the_patient_is() {
        makeSensitive(DIABETES);

        assertThat(notes(reading.read(INPUTS))).containsExactly(SnapshotBuilder.TOPICS_LEFT_OUT);
        assertThat(notes(reading.read(INPUTS).only(Set.of()))).containsExactly(SnapshotBuilder.TOPICS_LEFT_OUT);
    }

    @Test
    void a_practice_that_names_no_topic_reads_everything_and_says_nothing() {
        chart.number(CREATININE, 90, NOW);

        assertThat(reading.read(INPUTS).recordUuids()).hasSize(1);
        assertThat(reading.read(INPUTS).qualityNotes()).isEmpty();
        assertThat(reading.topics().problem()).isEmpty();
        assertThat(chart.calls()).doesNotContain("conceptIds", "membersOf");
    }

    @Test
    void sets_that_contain_each_other_or_themselves_come_to_an_end_after_one_question_a_level() {
        chart.set(TOPICS, INNER_TOPICS).set(INNER_TOPICS, TOPICS, INNER_TOPICS, CREATININE);
        reading.sensitive(uuidOf(TOPICS));
        chart.number(CREATININE, 90, NOW);

        assertThat(reading.read(INPUTS).recordUuids()).isEmpty();
        assertThat(chart.calls())
                .filteredOn(call -> call.equals("conceptIds") || call.equals("membersOf"))
                .containsExactly("conceptIds", "membersOf", "membersOf", "membersOf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "concept-1,concept-3",
                "  concept-1 , concept-3\n",
                "concept-1\tconcept-3",
                ",concept-1\n,concept-3,"
            })
    void uuids_are_separated_by_commas_or_whitespace(String setting) {
        reading.sensitive(setting);
        chart.number(CREATININE, 90, NOW).condition(DIABETES, true, NOW).order(METFORMIN, NOW, null);

        assertThat(reading.topics().problem()).isEmpty();
        assertThat(reading.read(INPUTS).recordUuids()).hasSize(1);
    }

    @Test
    void a_uuid_is_known_in_capitals_too() {
        reading.sensitive("CONCEPT-1");
        chart.number(CREATININE, 90, NOW);

        assertThat(reading.topics().problem()).isEmpty();
        assertThat(reading.read(INPUTS).recordUuids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"concept-404", "concept-1, concept-404", "concept-1;concept-3", "[\"concept-1\"]", ",", "none"})
    @Tag("C2")
    void trust11_a_setting_that_can_not_be_read_for_certain_lets_nothing_be_read(String setting) {
        reading.sensitive(setting);
        chart.number(CREATININE, 90, NOW);

        assertThatThrownBy(() -> reading.read(INPUTS))
                .isInstanceOf(MisconfiguredException.class)
                .hasMessage(
                        "Which topics this practice holds to be sensitive can't be told for certain, so nothing was read.");
        assertThat(chart.calls()).doesNotContain("observations", "problems", "medications");
        assertThat(reading.readWithGrant(INPUTS).recordUuids()).hasSize(1);
    }

    @Test
    @Tag("O2")
    void the_administrator_is_told_which_uuid_the_dictionary_lacks() {
        reading.sensitive("concept-405 concept-1 concept-404");

        assertThat(reading.topics().problem()).hasValueSatisfying(text -> assertThat(text)
                .contains("aisupport.consent.sensitiveConcepts")
                .contains("concept-404, concept-405")
                .doesNotContain("concept-1"));

        reading.sensitive(" , ");
        assertThat(reading.topics().problem())
                .hasValueSatisfying(text -> assertThat(text).contains("names no concept"));
    }

    private void makeSensitive(int concept) {
        chart.set(concept);
        reading.sensitive(uuidOf(concept));
    }

    /** All that anybody could learn from a snapshot. */
    private static List<Object> traces(Snapshot snapshot) {
        return List.of(
                new String(snapshot.canonical(), StandardCharsets.UTF_8),
                snapshot.qualityNotes(),
                snapshot.recordUuids(),
                Stream.of(INPUTS).map(snapshot::canRead).toList(),
                Stream.of(INPUTS).map(snapshot::labelOf).toList());
    }

    private static List<String> notes(Snapshot snapshot) {
        return snapshot.qualityNotes().stream().map(Snapshot.QualityNote::text).toList();
    }
}
