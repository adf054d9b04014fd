/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** What a FHIR question finds in a pseudonymised chart, and which it leaves unanswered; every answer is valid R4. */
@Tag("E3")
@Tag("E6")
class ChartSearchTest {

    private static final Set<PersonalData> PERSON = Set.of(PersonalData.SEX, PersonalData.DATE_OF_BIRTH);
    private static final Set<String> INPUTS = Set.of(
            "creatinine",
            "hba1c",
            "potassium",
            "systolic-bp",
            "diabetes",
            "hypertension",
            "statin",
            "metformin",
            "pregnancy-status");

    @Test
    void trust10_the_patient_is_told_by_sex_and_age_alone() {
        JsonNode patient = answer(aWoman(58), "Patient/{id}");

        assertThat(patient.path("gender").asText()).isEqualTo("female");
        assertThat(patient.at("/extension/0/valueAge/value").asInt()).isEqualTo(58);
        assertThat(patient.at("/extension/0/valueAge").has("comparator")).isFalse();
        assertThat(patient.at("/_birthDate/extension/0/valueCode").asText()).isEqualTo("masked");
        assertThat(names(patient)).containsExactlyInAnyOrder("resourceType", "id", "extension", "gender", "_birthDate");
        R4Rules.assertValid(patient);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 91, 104})
    void trust10_from_90_on_the_age_is_told_as_90_or_more(int age) {
        JsonNode patient = answer(aMan(age), "Patient/{id}");

        assertThat(patient.at("/extension/0/valueAge/value").asInt()).isEqualTo(90);
        assertThat(patient.at("/extension/0/valueAge/comparator").asText()).isEqualTo(">=");
        R4Rules.assertValid(patient);
    }

    @Test
    void trust10_the_age_before_90_is_told_as_it_is() {
        assertThat(answer(aMan(89), "Patient/{id}")
                        .at("/extension/0/valueAge/value")
                        .asInt())
                .isEqualTo(89);
        assertThat(answer(aMan(0), "Patient/{id}")
                        .at("/extension/0/valueAge/value")
                        .asInt())
                .isZero();
    }

    @Test
    void trust12_age_and_sex_leave_only_where_they_are_declared() {
        PseudonymisedChart chart = PseudonymisedChart.of(aWoman(58).build(), new Disclosure(INPUTS, Set.of()));
        JsonNode patient =
                new ChartSearch(chart).answer("Patient/" + chart.patientId()).orElseThrow();

        assertThat(names(patient)).containsExactlyInAnyOrder("resourceType", "id", "_birthDate");
        assertThat(new ChartSearch(chart).answer("Observation?patient=" + chart.patientId() + "&code=30525-0"))
                .isEmpty();
        R4Rules.assertValid(patient);
    }

    @Test
    void an_observation_leaves_with_value_unit_code_and_day() {
        JsonNode bundle = answer(
                aWoman(58).measuredIn("mg/dL", "creatinine", 1.2, 10),
                "Observation?patient={id}&code=http://loinc.org|14682-9");

        JsonNode observation = bundle.at("/entry/0/resource");
        assertThat(observation.at("/valueQuantity/value").decimalValue()).isEqualByComparingTo("106.08");
        assertThat(observation.at("/valueQuantity/code").asText()).isEqualTo("umol/L");
        assertThat(observation.at("/code/coding/0/code").asText()).isEqualTo("14682-9");
        assertThat(observation.at("/category/0/coding/0/code").asText()).isEqualTo("laboratory");
        assertThat(observation.path("effectiveDateTime").asText()).isEqualTo("2026-11-14");
        assertThat(bundle.path("total").asInt()).isEqualTo(1);
        R4Rules.assertValid(bundle);
    }

    @Test
    void a_number_is_written_as_a_number_of_json_without_exponent() {
        JsonNode bundle = answer(aWoman(58).measured("creatinine", 1000, 10), "Observation?patient={id}&code=14682-9");

        assertThat(bundle.toString()).contains("\"value\":1000,");
    }

    @Test
    void problems_medicines_and_answers_leave_as_valid_resources() {
        SnapshotFixture chart = aWoman(58)
                .problem("diabetes", true, 400)
                .problem("hypertension", false, null)
                .medication("statin", 100, null)
                .medication("metformin", 300, 20)
                .medication("metformin", -5, null)
                .answer("pregnancy-status", false, 3)
                .measured("systolic-bp", 148, 2);

        for (String type : List.of("Condition", "MedicationRequest", "MedicationStatement", "Observation")) {
            R4Rules.assertValid(answer(chart, type + "?patient={id}"));
        }
        assertThat(answer(chart, "MedicationRequest?patient={id}&status=active").findValuesAsText("authoredOn"))
                .containsExactly("2026-08-16");
        assertThat(answer(chart, "MedicationRequest?patient={id}&status=completed")
                        .findValuesAsText("end"))
                .contains("2026-11-04");
        assertThat(answer(chart, "Condition?subject=Patient/{id}&clinical-status=inactive")
                        .findValuesAsText("text"))
                .first()
                .isEqualTo("Hypertension");
        assertThat(answer(chart, "Observation?patient={id}&category=vital-signs")
                        .findValues("valueQuantity"))
                .hasSize(1);
        assertThat(answer(chart, "Observation?patient={id}")
                        .findValues("valueBoolean")
                        .toString())
                .isEqualTo("[false]");
    }

    @Test
    void what_was_asked_for_and_is_certainly_absent_is_null() {
        assertThat(answer(aWoman(58), "Condition?patient={id}&code=http://snomed.info/sct|73211009"))
                .isEqualTo(NullNode.getInstance());
    }

    @Test
    void what_cannot_be_read_is_not_told_as_absent() {
        SnapshotFixture unread = aWoman(58).unmapped("diabetes");

        assertThat(maybe(unread, "Condition?patient={id}&code=http://snomed.info/sct|73211009"))
                .isEmpty();
    }

    @Test
    void what_is_only_too_old_or_unread_is_not_told_as_absent() {
        String creatinine = "Observation?patient={id}&code=14682-9";
        String diabetes = "Condition?patient={id}&code=73211009";
        String metformin = "MedicationRequest?patient={id}&code=A10BA02";

        assertThat(answer(aWoman(58), creatinine).isNull()).isTrue();
        assertThat(answer(aWoman(58), metformin).isNull()).isTrue();
        assertSaysPartial(answer(aWoman(58).measured("creatinine", 90, 3_000), creatinine));
        assertSaysPartial(answer(aWoman(58).unusable("diabetes"), diabetes));
        assertSaysPartial(answer(aWoman(58).unreadOrders(1), metformin));
        assertThat(answer(aWoman(58).unreadOrders(1), diabetes).isNull()).isTrue();
    }

    @Test
    void of_a_long_series_the_newest_are_told_and_that_there_are_more() {
        SnapshotFixture chart = aWoman(58);
        for (int day = 1; day <= 21; day++) {
            chart.measured("creatinine", 90 + day, day);
        }

        JsonNode bundle = answer(chart, "Observation?patient={id}&code=14682-9");

        assertThat(bundle.findValuesAsText("effectiveDateTime"))
                .hasSize(20)
                .contains("2026-11-23")
                .doesNotContain("2026-11-03");
        assertSaysPartial(bundle);
    }

    @Test
    void one_order_is_told_once_whatever_inputs_it_stands_for() {
        JsonNode bundle = answer(
                aWoman(58).combination(10, "metformin", "statin"), "MedicationRequest?patient={id}&code=A10BA02");

        assertThat(bundle.path("total").asInt()).isEqualTo(1);
        assertThat(bundle.findValuesAsText("authoredOn")).hasSize(1);
        R4Rules.assertValid(bundle);
    }

    private static void assertSaysPartial(JsonNode bundle) {
        assertThat(bundle.has("total")).isFalse();
        assertThat(bundle.findValuesAsText("severity")).containsExactly("warning");
    }

    @Test
    void an_answer_that_may_lack_something_says_so() {
        for (String url : List.of("Condition?patient={id}", "Condition?patient={id}&code=73211009,195967001")) {
            JsonNode bundle = answer(aWoman(58), url);

            assertThat(bundle.has("total")).isFalse();
            assertThat(bundle.at("/entry/0/search/mode").asText()).isEqualTo("outcome");
            assertThat(bundle.at("/entry/0/resource/issue/0/code").asText()).isEqualTo("suppressed");
            R4Rules.assertValid(bundle);
        }
    }

    @Test
    void trust12_only_declared_inputs_leave() {
        SnapshotFixture chart = aWoman(58)
                .problem("depression", true, 5)
                .measured("phq9-total", 22, 1)
                .medication("lithium", 3, null);

        for (String type : List.of("Condition", "MedicationRequest", "MedicationStatement", "Observation")) {
            assertThat(answer(chart, type + "?patient={id}").toString())
                    .doesNotContain("Depression", "PHQ", "ithium", "35489007", "44261-6", "N05AN01");
        }
    }

    @Test
    void the_newest_come_first_where_that_was_asked_and_no_more_than_asked() {
        SnapshotFixture chart = aWoman(58)
                .measured("creatinine", 90, 30)
                .measured("hba1c", 50, 10)
                .measured("creatinine", 95, 20);

        assertThat(answer(chart, "Observation?patient={id}&_sort=-date&_count=3")
                        .findValuesAsText("effectiveDateTime"))
                .containsExactly("2026-11-24", "2026-11-14", "2026-11-04");
        assertThat(answer(chart, "Observation?patient={id}&code=14682-9&_sort=date")
                        .findValuesAsText("effectiveDateTime"))
                .containsExactly("2026-10-25", "2026-11-04");
    }

    @Test
    void the_age_is_found_among_the_observations() {
        JsonNode bundle = answer(aWoman(58), "Observation?patient={id}&code=http://loinc.org|30525-0");

        assertThat(bundle.at("/entry/0/resource/valueQuantity/value").asInt()).isEqualTo(58);
        R4Rules.assertValid(bundle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Patient",
                "Patient/other",
                "Patient/{id}/_history",
                "Patient?name=Smith",
                "Patient?_id={id}&name=Smith",
                "Patient/{id}?_elements=birthDate",
                "Encounter/{id}",
                "Practitioner/{id}",
                "Observation",
                "Observation?",
                "Observation?code=14682-9",
                "Observation?patient=other",
                "Observation?patient={id}&patient={id}",
                "Observation?patient={id}&subject={id}",
                "Observation?patient={id},other",
                "Observation?patient={id}&code=1234-5",
                "Observation?patient={id}&code:in=http://example.org/vs",
                "Observation?patient={id}&code=",
                "Observation?patient={id}&date=ge2020-01-01",
                "Observation?patient={id}&_include=Observation:subject",
                "Observation?patient={id}&_count=all",
                "Observation?patient={id}&_sort=value",
                "Observation?patient.name=Smith",
                "Condition?patient={id}&onset-date=gt2020",
                "AllergyIntolerance?patient={id}",
                "Immunization?patient={id}",
                "https://example.org/Patient/{id}",
                "$everything",
                "Patient/{id}/$everything",
                "?patient={id}"
            })
    void what_is_not_understood_to_the_last_parameter_is_not_answered(String url) {
        assertThat(maybe(aWoman(58).measured("creatinine", 90, 3), url)).isEmpty();
    }

    @Test
    void an_id_leads_back_to_the_record_for_this_call_alone() {
        PseudonymisedChart first = chart(aWoman(58).measured("creatinine", 90, 3));
        PseudonymisedChart second = chart(aWoman(58).measured("creatinine", 90, 3));
        String id = first.measurements().get(0).id();

        assertThat(first.evidence(id)).map(evidence -> evidence.display()).contains("Serum creatinine");
        assertThat(first.citedIn("See Observation/" + id + ".")).hasSize(1);
        assertThat(second.evidence(id)).isEmpty();
        assertThat(second.patientId()).isNotEqualTo(first.patientId());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode answer(SnapshotFixture fixture, String url) {
        return maybe(fixture, url).orElseThrow();
    }

    private static Optional<JsonNode> maybe(SnapshotFixture fixture, String url) {
        PseudonymisedChart chart = chart(fixture);
        return new ChartSearch(chart).answer(url.replace("{id}", chart.patientId()));
    }

    private static PseudonymisedChart chart(SnapshotFixture fixture) {
        return PseudonymisedChart.of(fixture.build(), new Disclosure(INPUTS, PERSON));
    }
}
