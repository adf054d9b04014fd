/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** What the builder reads of a chart, what it leaves out, and what it refuses. */
@Tag("E1")
class SnapshotBuilderTest {

    private static final int CREATININE = 1;
    private static final int SYSTOLIC = 2;
    private static final int DIABETES = 3;
    private static final int METFORMIN = 4;
    private static final int PREGNANCY_STATUS = 5;
    private static final int YES = 6;
    private static final int NO = 7;

    private final ReadingFixture reading = new ReadingFixture();
    private final FakeChart chart = reading.chart()
            .concept(CREATININE, "CIEL", "790", "umol/L")
            .concept(SYSTOLIC, "CIEL", "5085", "mmHg")
            .concept(DIABETES, "SNOMED CT", "73211009")
            .concept(METFORMIN, "RxNORM", "6809")
            .concept(PREGNANCY_STATUS, "CIEL", "5272")
            .concept(YES, "CIEL", "1065")
            .concept(NO, "CIEL", "1066");

    @Test
    @Tag("C2")
    void trust02_a_permit_of_two_minutes_ago_is_refused_before_anything_is_read() {
        assertThatThrownBy(() -> reading.readWithPermitOf(NOW.minus(120, SECONDS), "creatinine"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Ask the gate again");
        assertThat(chart.calls()).isEmpty();
    }

    @Test
    @Tag("C2")
    void a_permit_that_is_a_second_younger_than_two_minutes_still_holds() {
        assertThat(reading.readWithPermitOf(NOW.minus(119, SECONDS), "creatinine")
                        .canRead("creatinine"))
                .isTrue();
    }

    @Test
    void a_patient_who_is_gone_is_not_read() {
        reading.patients().purge(reading.patient());

        assertThatThrownBy(() -> reading.read("creatinine")).isInstanceOf(NotFoundException.class);
        assertThat(chart.calls()).isEmpty();
    }

    @Test
    void an_input_that_the_mapping_does_not_define_is_an_error_that_names_it() {
        assertThatThrownBy(() -> reading.read("shoe-size"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'shoe-size'");
    }

    @Test
    void the_patient_is_known_by_sex_and_birth_date_and_nothing_that_names_them() {
        assertThat(reading.read("creatinine").patient())
                .isEqualTo(
                        new PatientFacts(reading.patient().uuid(), Sex.FEMALE, Optional.of(LocalDate.of(1960, 1, 1))));
    }

    @Test
    void a_snapshot_carries_the_time_at_which_the_chart_was_read() {
        Snapshot snapshot = reading.read("creatinine");

        assertThat(snapshot.takenAt()).isEqualTo(NOW);
        assertThat(snapshot.today()).isEqualTo("2026-11-24");
    }

    @Test
    @Tag("S3")
    void trust22_each_item_links_to_the_record_it_came_from() {
        chart.number(CREATININE, 88, NOW.minus(3, DAYS))
                .condition(DIABETES, true, NOW.minus(90, DAYS))
                .diagnosis(DIABETES, "encounter-7", NOW.minus(80, DAYS))
                .order(METFORMIN, NOW.minus(70, DAYS), null)
                .answer(PREGNANCY_STATUS, NO, NOW.minus(2, DAYS));

        Snapshot snapshot = reading.read("creatinine", "diabetes", "metformin", "pregnancy-status");

        assertThat(snapshot.all("creatinine")).singleElement().satisfies(item -> {
            assertThat(item.record().type()).isEqualTo(RecordLink.Type.OBS);
            assertThat(item.record().encounterUuid()).contains("encounter-1");
        });
        assertThat(snapshot.problems("diabetes"))
                .extracting(problem -> problem.record().type())
                .containsExactlyInAnyOrder(RecordLink.Type.CONDITION, RecordLink.Type.DIAGNOSIS);
        assertThat(snapshot.activeMedications("metformin"))
                .singleElement()
                .returns(RecordLink.Type.ORDER, order -> order.record().type());
        assertThat(snapshot.latestAnswer("pregnancy-status"))
                .hasValueSatisfying(answer -> assertThat(answer.record().type()).isEqualTo(RecordLink.Type.OBS));
    }

    @Test
    void values_come_newest_first_whatever_the_order_of_the_chart() {
        chart.number(CREATININE, 80, NOW.minus(30, DAYS))
                .number(CREATININE, 95, NOW.minus(1, DAYS))
                .number(CREATININE, 70, NOW.minus(200, DAYS));

        assertThat(reading.read("creatinine").all("creatinine"))
                .extracting(Measurement::value)
                .containsExactly(95.0, 80.0, 70.0);
    }

    @Test
    void two_concepts_for_one_input_are_read_together_each_in_its_own_unit() {
        chart.concept(41, "LOINC", "2160-0", "mg/dL")
                .number(41, 1.0, NOW.minus(1, DAYS))
                .number(CREATININE, 80, NOW.minus(2, DAYS));

        assertThat(reading.read("creatinine").all("creatinine"))
                .extracting(Measurement::value)
                .containsExactly(88.4, 80.0);
    }

    @Test
    void a_condition_that_ended_is_kept_as_inactive() {
        chart.condition(DIABETES, false, NOW.minus(900, DAYS));

        assertThat(reading.read("diabetes").problems("diabetes"))
                .singleElement()
                .returns(false, RecordedProblem::active);
    }

    @Test
    void an_order_is_recognised_by_its_own_concept_or_by_that_of_its_drug_and_counts_once() {
        chart.concept(44, "WHOATC", "A10BA02")
                .order(Set.of(METFORMIN, 99), NOW.minus(3, DAYS), null)
                .order(Set.of(98, METFORMIN), NOW.minus(2, DAYS), null)
                .order(Set.of(44, METFORMIN), NOW.minus(1, DAYS), null)
                .order(Set.of(97, 98), NOW.minus(1, DAYS), null);

        assertThat(reading.read("metformin").activeMedications("metformin")).hasSize(3);
    }

    /** Else "no anticoagulant found" would be said to somebody who is given one under a name of the practice's own. */
    @Test
    void active_orders_without_any_code_that_tells_drugs_are_counted_and_told_once() {
        chart.concept(90, "Local", "W-5").concept(91, "LOINC", "W-6").concept(92, "RxNORM", "161");
        chart.order(90, NOW.minus(9, DAYS), null)
                .order(Set.of(91, 99), NOW.minus(9, DAYS), NOW.plus(1, DAYS))
                .order(90, NOW.minus(9, DAYS), NOW.minus(1, DAYS))
                .order(90, NOW.plus(1, DAYS), null)
                .order(92, NOW.minus(9, DAYS), null)
                .order(Set.of(90, 92), NOW.minus(9, DAYS), null)
                .order(METFORMIN, NOW.minus(9, DAYS), null);

        Snapshot snapshot = reading.read("metformin", "statin", "diabetes");

        assertThat(snapshot.unreadOrders()).isEqualTo(2);
        assertThat(snapshot.qualityNotes())
                .extracting(Snapshot.QualityNote::text)
                .containsExactly(
                        "2 active orders carry no code that the concept mapping reads; of which medicine is not known");
        assertThat(snapshot.only(Set.of("metformin")).unreadOrders()).isEqualTo(2);
        assertThat(snapshot.only(Set.of("diabetes")).unreadOrders()).isZero();
    }

    @Test
    void one_order_without_a_code_is_told_in_the_singular_and_none_not_at_all() {
        assertThat(reading.read("metformin").qualityNotes()).isEmpty();
        chart.order(90, NOW.minus(9, DAYS), null);

        assertThat(reading.read("metformin").qualityNotes()).singleElement().satisfies(note -> assertThat(note.text())
                .startsWith("1 active order carries no code"));
    }

    @Test
    @Tag("C10")
    void trust11_an_order_that_is_left_out_as_sensitive_is_not_counted() {
        chart.set(90).order(90, NOW.minus(9, DAYS), null);
        reading.sensitive(FakeChart.uuidOf(90));

        assertThat(reading.read("metformin").unreadOrders()).isZero();
        assertThat(reading.readWithGrant("metformin").unreadOrders()).isEqualTo(1);
    }

    @Test
    void an_order_that_ended_is_not_active() {
        chart.order(METFORMIN, NOW.minus(100, DAYS), NOW.minus(1, DAYS));

        assertThat(reading.read("metformin").activeMedications("metformin")).isEmpty();
    }

    @Test
    void an_answer_is_yes_only_if_it_is_one_of_the_codes_for_yes() {
        chart.answer(PREGNANCY_STATUS, YES, NOW.minus(20, DAYS)).answer(PREGNANCY_STATUS, NO, NOW.minus(40, DAYS));

        assertThat(reading.read("pregnancy-status").latestAnswer("pregnancy-status"))
                .map(RecordedAnswer::yes)
                .contains(true);

        chart.answer(PREGNANCY_STATUS, NO, NOW.minus(10, DAYS));

        assertThat(reading.read("pregnancy-status").latestAnswer("pregnancy-status"))
                .map(RecordedAnswer::yes)
                .contains(false);
    }

    @Test
    void a_problem_or_a_drug_that_an_observation_only_mentions_is_neither() {
        chart.answer(DIABETES, YES, NOW.minus(1, DAYS)).number(METFORMIN, 500, NOW.minus(1, DAYS));

        Snapshot snapshot = reading.read("creatinine", "diabetes", "metformin");

        assertThat(snapshot.problems("diabetes")).isEmpty();
        assertThat(snapshot.activeMedications("metformin")).isEmpty();
    }

    @Test
    void a_problem_recorded_as_free_text_is_reported_and_never_guessed() {
        chart.freeTextCondition().freeTextCondition();

        Snapshot snapshot = reading.read("diabetes");

        assertThat(snapshot.problems("diabetes")).isEmpty();
        assertThat(snapshot.qualityNotes()).singleElement().satisfies(note -> {
            assertThat(note.input()).contains("diabetes");
            assertThat(note.text())
                    .startsWith("2 problems are recorded as free text")
                    .contains("Diabetes mellitus");
        });
    }

    @Test
    void one_free_text_problem_is_told_in_the_singular() {
        chart.freeTextCondition();

        assertThat(reading.read("diabetes").qualityNotes()).singleElement().satisfies(note -> assertThat(note.text())
                .startsWith("1 problem is recorded as free text"));
    }

    @Test
    void a_chart_with_coded_problems_only_gives_no_note() {
        chart.condition(DIABETES, true, NOW);

        assertThat(reading.read("diabetes").qualityNotes()).isEmpty();
    }

    @Test
    void values_that_are_not_used_are_told_once_each() {
        chart.concept(42, "LOINC", "14682-9", "mmol/L")
                .number(42, 0.08, NOW.minus(1, DAYS))
                .number(42, 0.09, NOW.minus(2, DAYS))
                .number(CREATININE, 4000, NOW.minus(3, DAYS));

        Snapshot snapshot = reading.read("creatinine");

        assertThat(snapshot.all("creatinine")).isEmpty();
        assertThat(snapshot.qualityNotes())
                .extracting(Snapshot.QualityNote::text)
                .containsExactly(
                        "Concept 42 has the unit 'mmol/L', which is not known for it; its values were not used",
                        "Concept 1 4000 umol/L on 2026-11-21 is not plausible and was not used");
    }

    @Test
    @Tag("E6")
    void trust12_nothing_is_read_for_inputs_that_were_not_asked_for() {
        chart.number(SYSTOLIC, 150, NOW).order(METFORMIN, NOW, null).condition(DIABETES, true, NOW);

        Snapshot snapshot = reading.read("creatinine");

        assertThat(chart.observedConcepts()).containsExactly(CREATININE);
        assertThat(chart.calls()).containsExactly("conceptsMappedTo", "observations");
        assertThat(snapshot.canRead("systolic-bp")).isFalse();
        assertThat(snapshot.all("systolic-bp")).isEmpty();
        assertThat(snapshot.problems("diabetes")).isEmpty();
    }

    @Test
    void an_input_that_the_dictionary_lacks_can_not_be_read_but_keeps_its_label() {
        Snapshot snapshot = reading.read("creatinine", "hba1c");

        assertThat(snapshot.canRead("hba1c")).isFalse();
        assertThat(snapshot.labelOf("hba1c")).isEqualTo("HbA1c");
        assertThat(snapshot.canRead("creatinine")).isTrue();
    }

    @Test
    void nothing_is_asked_of_the_chart_when_the_dictionary_knows_none_of_the_inputs() {
        reading.read("hba1c", "hypertension");

        assertThat(chart.calls()).containsExactly("conceptsMappedTo");
    }

    @ParameterizedTest(name = "with {0} observations")
    @ValueSource(ints = {0, 10, 10_000})
    void the_number_of_questions_to_the_chart_does_not_grow_with_it(int observations) {
        for (int i = 0; i < observations; i++) {
            chart.number(i % 2 == 0 ? CREATININE : SYSTOLIC, 100, NOW.minus(i, SECONDS));
        }

        Snapshot snapshot = reading.read("creatinine", "systolic-bp", "diabetes", "metformin", "pregnancy-status");

        assertThat(snapshot.all("creatinine")).hasSize(observations / 2);
        assertThat(chart.calls())
                .containsExactlyInAnyOrder("conceptsMappedTo", "observations", "problems", "medications");
    }
}
