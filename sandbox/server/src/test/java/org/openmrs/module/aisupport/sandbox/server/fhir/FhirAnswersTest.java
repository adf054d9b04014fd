/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** What O3's screens read as FHIR, in the form in which a fhir2 4.2.0 was seen to answer. */
class FhirAnswersTest {

    private static final String KAREN = "b0c034ee-1d2d-57fd-9757-aeea1fb826cc";
    private static final String SYSTOLIC = "5085AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String DIASTOLIC = "5086AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Browser doctor = RunningSandbox.browser().asDoctor();

    @Test
    void a_patient_has_a_name_a_number_and_a_birth_date() {
        var answer = fhir("Patient/" + KAREN);
        JsonNode patient = answer.json();

        assertThat(answer.header("Content-Type")).isEqualTo("application/fhir+json;charset=UTF-8");
        assertThat(patient.at("/resourceType").asText()).isEqualTo("Patient");
        assertThat(patient.at("/name/0/text").asText()).isEqualTo("Karen Holm");
        assertThat(patient.at("/name/0/given/0").asText()).isEqualTo("Karen");
        assertThat(patient.at("/identifier/0/value").asText()).isEqualTo("100001");
        assertThat(patient.at("/identifier/0/use").asText()).isEqualTo("official");
        assertThat(patient.at("/identifier/0/extension/0/valueReference/display")
                        .asText())
                .isEqualTo("Nordengen Practice (made up)");
        assertThat(patient.at("/gender").asText()).isEqualTo("female");
        assertThat(patient.at("/birthDate").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(patient.at("/deceasedBoolean").isBoolean()).isTrue();
        assertThat(patient.at("/meta/lastUpdated").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000[+-]\\d\\d:\\d\\d|.*Z");
    }

    @Test
    void whoever_asks_for_the_data_alone_is_told_that_it_is_not_the_whole() {
        assertThat(fhir("Patient/" + KAREN + "?_summary=data")
                        .json()
                        .at("/meta/tag/0/code")
                        .asText())
                .isEqualTo("SUBSETTED");
        assertThat(fhir("Patient/" + KAREN).json().at("/meta").has("tag")).isFalse();
    }

    @Test
    void patients_are_found_by_the_beginning_of_a_name_and_by_a_number() {
        assertThat(fhir("Patient?name=hol").json().at("/entry/0/resource/id").asText())
                .isEqualTo(KAREN);
        assertThat(fhir("Patient?identifier=100001").json().at("/total").asInt())
                .isEqualTo(1);
        assertThat(fhir("Patient?name=nobody").json().has("entry")).isFalse();
    }

    @Test
    void one_may_log_in_at_the_places_that_are_tagged_so() {
        JsonNode found = fhir("Location?_tag=Login%20Location&_summary=data").json();

        assertThat(found.at("/total").asInt()).isEqualTo(1);
        assertThat(found.at("/entry/0/resource/name").asText()).isEqualTo("Nordengen Practice (made up)");
        assertThat(found.at("/entry/0/resource/meta/tag"))
                .extracting(each -> each.get("code").asText())
                .containsExactly("Login Location", "Visit Location", "SUBSETTED");
        assertThat(fhir("Location?_tag=Nowhere").json().at("/total").asInt()).isZero();
    }

    @Test
    void blood_pressures_are_found_by_their_concepts_the_newest_first() {
        JsonNode found = vitals("&_sort=-date&_count=2").json();
        JsonNode newest = found.at("/entry/0/resource");

        assertThat(found.at("/total").asInt()).isGreaterThan(2);
        assertThat(found.at("/entry")).hasSize(2);
        assertThat(newest.at("/code/coding/0/code").asText()).isIn(SYSTOLIC, DIASTOLIC);
        assertThat(newest.at("/valueQuantity/unit").asText()).isEqualTo("mmHg");
        assertThat(newest.at("/encounter/reference").asText()).startsWith("Encounter/");
        assertThat(newest.at("/category/0/coding/0/code").asText()).isEqualTo("exam");
        assertThat(newest.at("/status").asText()).isEqualTo("final");
        assertThat(newest.at("/effectiveDateTime").asText())
                .isGreaterThanOrEqualTo(
                        found.at("/entry/1/resource/effectiveDateTime").asText());
    }

    @Test
    void further_pages_are_found_by_the_link_and_by_the_offset() {
        JsonNode first = vitals("&_sort=-date&_count=1").json();
        String link = first.at("/link/1/url").asText();
        String next = link.substring(link.indexOf("ws/fhir2"));

        assertThat(first.at("/link/1/relation").asText()).isEqualTo("next");
        JsonNode byLink = doctor.get(next).json();
        JsonNode byOffset = vitals("&_sort=-date&_count=1&_getpagesoffset=1").json();

        assertThat(byLink.at("/entry/0/resource/id")).isEqualTo(byOffset.at("/entry/0/resource/id"));
        assertThat(byLink.at("/entry/0/resource/id")).isNotEqualTo(first.at("/entry/0/resource/id"));
        assertThat(byLink.at("/id")).isEqualTo(first.at("/id"));
        assertThat(doctor.get("ws/fhir2/R4?_getpages=unknown").status()).isEqualTo(410);
    }

    @Test
    void a_count_alone_has_no_entries() {
        JsonNode found = vitals("&_summary=count").json();

        assertThat(found.at("/total").asInt()).isPositive();
        assertThat(found.has("entry")).isFalse();
    }

    @Test
    void the_problem_list_says_what_is_active_and_since_when() {
        JsonNode found = fhir("Condition?patient=" + KAREN
                        + "&category=http%3A%2F%2Fterminology.hl7.org%2FCodeSystem%2Fcondition-category%7Cproblem-list-item")
                .json();

        assertThat(found.at("/entry"))
                .extracting(each -> each.at("/resource/code/text").asText())
                .contains("Diabetes mellitus, type 2", "Hyperlipidemia");
        assertThat(found.at("/entry/0/resource/clinicalStatus/coding/0/code").asText())
                .isEqualTo("active");
        assertThat(found.at("/entry/0/resource/onsetDateTime").asText()).contains("T00:00:00");
        assertThat(found.at("/entry/0/resource/subject/reference").asText()).isEqualTo("Patient/" + KAREN);
        assertThat(fhir("Condition?patient=" + KAREN + "&category=encounter-diagnosis")
                        .json()
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void an_allergy_says_what_it_does_and_how_badly() {
        JsonNode allergy = fhir("AllergyIntolerance?patient=" + KAREN).json().at("/entry/0/resource");

        assertThat(allergy.at("/code/text").asText()).isEqualTo("Penicillins");
        assertThat(allergy.at("/category/0").asText()).isEqualTo("medication");
        assertThat(allergy.at("/criticality").asText()).isEqualTo("low");
        assertThat(allergy.at("/reaction/0/manifestation/0/text").asText()).isEqualTo("Rash");
        assertThat(allergy.at("/reaction/0/severity").asText()).isEqualTo("mild");
    }

    private Browser.Answer vitals(String more) {
        return fhir("Observation?subject:Patient=" + KAREN + "&code=" + SYSTOLIC + "," + DIASTOLIC + more);
    }

    private Browser.Answer fhir(String path) {
        return doctor.get("ws/fhir2/R4/" + path);
    }
}
