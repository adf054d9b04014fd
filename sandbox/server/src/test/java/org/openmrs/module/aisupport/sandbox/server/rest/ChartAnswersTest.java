/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** OpenMRS's own REST, in its format. */
class ChartAnswersTest {

    private static final String KAREN = "b0c034ee-1d2d-57fd-9757-aeea1fb826cc";
    private static final String OLE = "3e57a8ba-95f6-5fc7-90d2-a4b50ae78e77";
    private static final String ENCOUNTER = "1af98c89-342c-5c21-8f3c-87d0c6dc07a8";

    private final Browser doctor = RunningSandbox.browser().asDoctor();

    @Test
    void patients_are_found_by_the_beginning_of_names_and_numbers() {
        assertThat(doctor.rest("patient?q=hol%20kar").json().get("results"))
                .extracting(each -> each.get("display").asText())
                .containsExactly("100001 - Karen Holm");
        assertThat(doctor.rest("patient?q=100001").json().get("results")).hasSize(1);
        assertThat(doctor.rest("patient?q=olm").json().get("results")).isEmpty();
    }

    @Test
    void a_reference_is_a_uuid_some_words_and_a_link_to_itself() {
        JsonNode reference =
                doctor.rest("patient?q=100001").json().get("results").get(0);

        assertThat(reference.fieldNames()).toIterable().containsExactly("uuid", "display", "links");
        String uri = reference.get("links").get(0).get("uri").asText();
        assertThat(uri).endsWith("/openmrs/ws/rest/v1/patient/" + KAREN);
    }

    @Test
    void a_full_patient_has_person_and_identifiers() {
        JsonNode patient = doctor.rest("patient/" + KAREN + "?v=full").json();

        assertThat(patient.get("person").get("age").asInt()).isEqualTo(67);
        assertThat(patient.get("person").get("gender").asText()).isEqualTo("F");
        assertThat(patient.get("person").get("attributes").isArray()).isTrue();
        assertThat(patient.get("identifiers").get(0).get("identifier").asText()).isEqualTo("100001");
    }

    @Test
    void a_patient_asked_for_as_a_person_is_shown_as_one() {
        JsonNode person = doctor.rest("person/" + KAREN + "?v=full").json();

        assertThat(person.get("display").asText()).isEqualTo("Karen Holm");
        assertThat(person.get("attributes").isArray()).isTrue();
        assertThat(person.has("identifiers")).isFalse();
        assertThat(person.get("links").get(0).get("uri").asText()).endsWith("/person/" + KAREN);
    }

    @Test
    void a_full_encounter_has_observations_with_concept_and_value_and_who_saw_the_patient() {
        JsonNode encounter = doctor.rest("encounter/" + ENCOUNTER + "?v=full").json();

        assertThat(encounter.get("obs"))
                .extracting(each -> each.get("display").asText())
                .contains("Systolic blood pressure: 158.0", "Smoking status: Former smoker");
        assertThat(encounter.get("obs").get(0).get("value").asDouble()).isEqualTo(158.0);
        assertThat(encounter.get("encounterProviders").get(0).get("display").asText())
                .isEqualTo("Astrid Nygaard: Unknown");
        assertThat(encounter.get("visit").get("stopDatetime").isNull()).isTrue();
        assertThat(encounter.get("encounterDatetime").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000[+-]\\d{4}");
    }

    @Test
    void whoever_names_properties_gets_these_and_no_others() {
        JsonNode encounter = doctor.rest("encounter/" + ENCOUNTER + "?v=custom:(uuid,obs:(value,concept:(units)))")
                .json();

        assertThat(encounter.fieldNames()).toIterable().containsExactly("uuid", "obs");
        assertThat(encounter.get("obs").get(0).toString())
                .isEqualTo("{\"value\":158.0,\"concept\":{\"units\":\"mmHg\"}}");
    }

    @Test
    void long_lists_come_in_pages_that_lead_to_each_other() {
        JsonNode page = doctor.rest("obs?patient=" + OLE + "&limit=2&startIndex=2&totalCount=true")
                .json();

        assertThat(page.get("results")).hasSize(2);
        assertThat(page.get("totalCount").asInt()).isGreaterThanOrEqualTo(2000);
        assertThat(page.get("links"))
                .extracting(each -> each.get("rel").asText())
                .containsExactly("next", "prev");
        assertThat(page.get("links").get(0).get("uri").asText()).contains("startIndex=4");
    }

    @Test
    void no_page_is_longer_than_a_hundred() {
        assertThat(doctor.rest("obs?patient=" + OLE + "&limit=5000").json().get("results"))
                .hasSize(100);
    }

    @Test
    void problems_medicines_and_allergies_are_listed() {
        assertThat(doctor.rest("condition?patientUuid=" + KAREN).json().get("results"))
                .extracting(each -> each.get("display").asText())
                .contains("Diabetes mellitus, type 2");
        assertThat(doctor.rest("order?patient=" + KAREN + "&v=default").json().get("results"))
                .extracting(each -> each.get("display").asText())
                .contains("(NEW) Metformin: 1000 mg twice daily with meals")
                .noneMatch(words -> words.contains("Ibuprofen"));
        JsonNode allergy = doctor.rest("patient/" + KAREN + "/allergy?v=default")
                .json()
                .get("results")
                .get(0);
        assertThat(allergy.get("display").asText()).isEqualTo("Penicillins");
        assertThat(allergy.get("reactions")
                        .get(0)
                        .get("reaction")
                        .get("display")
                        .asText())
                .isEqualTo("Rash");
    }

    @Test
    void what_is_not_there_is_a_404_in_openmrs_error_body() {
        var answer = doctor.rest("encounter/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("error").get("message").asText())
                .startsWith("Object with given uuid doesn't exist");
        assertThat(doctor.rest("nonsense").status()).isEqualTo(404);
    }

    @Test
    void whoever_may_not_is_refused_with_403_and_whoever_is_nobody_with_401() {
        var refused = RunningSandbox.browser().asClerk().rest("encounter/" + ENCOUNTER);
        var unknown = RunningSandbox.browser().rest("encounter/" + ENCOUNTER);
        var unknownToAScript =
                RunningSandbox.browser().get("ws/rest/v1/patient?q=a", "Disable-WWW-Authenticate", "true");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("error").get("message").asText()).contains("Get Encounters");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(unknownToAScript.status()).isEqualTo(401);
        assertThat(unknownToAScript.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void the_receptionist_sees_patients_but_no_record() {
        Browser clerk = RunningSandbox.browser().asClerk();

        assertThat(clerk.rest("patient/" + KAREN).status()).isEqualTo(200);
        for (String path :
                new String[] {"encounter?patient=", "obs?patient=", "condition?patientUuid=", "order?patient="}) {
            assertThat(clerk.rest(path + KAREN).status()).as(path).isEqualTo(403);
        }
        assertThat(clerk.rest("patient/" + KAREN + "/allergy").status()).isEqualTo(403);
    }

    @Test
    void providers_are_found_by_the_beginning_of_their_number_or_names() {
        String gp = doctor.rest("provider?q=gp-1")
                .json()
                .get("results")
                .get(0)
                .get("display")
                .asText();

        assertThat(gp).isEqualTo("GP-1 - Astrid Nygaard");
        assertThat(doctor.rest("provider?q=nyg").json().get("results"))
                .extracting(each -> each.get("display").asText())
                .containsExactly(gp);
        assertThat(doctor.rest("provider?q=nobody").json().get("results")).isEmpty();
    }

    @Test
    void modules_are_listed_for_those_who_are_logged_in() {
        assertThat(doctor.rest("module?v=full").json().get("results"))
                .extracting(each -> each.get("uuid").asText())
                .containsExactly("probe", "webservices.rest", "fhir2");
        assertThat(RunningSandbox.browser().rest("module").status()).isEqualTo(401);
    }
}
