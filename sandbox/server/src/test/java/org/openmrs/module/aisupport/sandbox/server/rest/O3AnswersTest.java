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

/** What O3 asks of webservices.rest to show its pages. */
class O3AnswersTest {

    private static final String KAREN = "b0c034ee-1d2d-57fd-9757-aeea1fb826cc";
    private static final String VITAL_SIGNS = "1114AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String DRUG_ORDERS = "131168f4-15f5-102d-96e4-000c29c2a5d7";

    private final Browser anyone = RunningSandbox.browser();
    private final Browser doctor = anyone.asDoctor();

    @Test
    void a_setting_is_found_by_its_name_and_by_its_uuid() {
        JsonNode setting = doctor.rest("systemsetting/visits.enabled").json();

        assertThat(setting.get("value").asText()).isEqualTo("true");
        assertThat(setting.get("display").asText()).isEqualTo("Visits - Enabled = true");
        assertThat(doctor.rest("systemsetting/" + setting.get("uuid").asText() + "?v=custom:(value)")
                        .json())
                .hasToString("{\"value\":\"true\"}");
        assertThat(doctor.rest("systemsetting?q=visits.").json().get("results")).hasSize(2);
        assertThat(doctor.rest("systemsetting/visits.nothing").status()).isEqualTo(404);
        assertThat(anyone.rest("systemsetting/visits.enabled").status()).isEqualTo(401);
    }

    @Test
    void there_are_no_ranges_to_tell_of_anybody_who_exists() {
        assertThat(doctor.rest("conceptreferencerange/?patient=" + KAREN + "&concept=5085&v=full")
                        .json()
                        .get("results"))
                .isEmpty();
        assertThat(doctor.rest("conceptreferencerange?patient=nobody&concept=5085")
                        .status())
                .isEqualTo(404);
        assertThat(doctor.rest("conceptreferencerange").status()).isEqualTo(400);
        assertThat(anyone.rest("conceptreferencerange?patient=" + KAREN + "&concept=5085")
                        .status())
                .isEqualTo(401);
        assertThat(anyone.asClerk()
                        .rest("conceptreferencerange?patient=" + KAREN + "&concept=5085")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_units_of_vital_signs_are_read_off_their_set() {
        JsonNode set = doctor.rest("concept/" + VITAL_SIGNS + "?v=custom:(setMembers:(uuid,display,units))")
                .json();

        assertThat(set.get("setMembers"))
                .extracting(each ->
                        each.get("display").asText() + " " + each.get("units").asText())
                .contains("Systolic blood pressure mmHg", "Weight (kg) kg", "Height (cm) cm");
    }

    @Test
    void a_found_patient_has_what_the_search_shows() {
        JsonNode found = doctor.rest("patient?q=Karen&v=custom:(patientIdentifier:(uuid,identifier),"
                        + "person:(gender,age,personName,addresses,display))&totalCount=true&includeDead=false")
                .json();
        JsonNode karen = found.get("results").get(0);

        assertThat(found.get("totalCount").asInt()).isEqualTo(1);
        assertThat(karen.at("/patientIdentifier/identifier").asText()).isEqualTo("100001");
        assertThat(karen.at("/person/personName/display").asText()).isEqualTo("Karen Holm");
    }

    @Test
    void orders_asked_for_by_type_are_those_that_ended_too() {
        String orders = "order?patient=" + KAREN + "&v=custom:(display)";

        assertThat(doctor.rest(orders).json().get("results")).hasSize(3);
        assertThat(doctor.rest(orders + "&orderTypes=" + DRUG_ORDERS + "&excludeDiscontinueOrders=true")
                        .json()
                        .get("results"))
                .hasSize(4);
        assertThat(doctor.rest(orders + "&orderTypes=" + DRUG_ORDERS + "&excludeCanceledAndExpired=true")
                        .json()
                        .get("results"))
                .hasSize(3);
        assertThat(doctor.rest(orders + "&activatedOnOrBeforeDate=2000-01-01")
                        .json()
                        .get("results"))
                .isEmpty();
        assertThat(doctor.rest(orders + "&orderTypes=unknown").json().get("results"))
                .isEmpty();
    }

    @Test
    void modules_say_no_more_than_what_they_are_asked_for() {
        assertThat(doctor.rest("module?v=custom:(uuid,version)").json().get("results"))
                .extracting(JsonNode::toString)
                .contains("{\"uuid\":\"fhir2\",\"version\":\"4.2.0\"}");
    }

    @Test
    void a_location_has_its_tags() {
        JsonNode location = doctor.rest("location?v=full").json().get("results").get(0);

        assertThat(location.get("tags"))
                .extracting(each -> each.get("display").asText())
                .containsExactly("Login Location", "Visit Location");
        assertThat(doctor.rest("locationtag").json().get("results")).hasSize(2);
    }

    @Test
    void the_home_page_lists_the_visits_that_go_on_at_a_location() {
        String here = doctor.rest("location").json().at("/results/0/uuid").asText();
        String goingOn = "visit?includeInactive=false&includeParentLocations=true&totalCount=true&limit=100&location=";

        assertThat(doctor.rest(goingOn + here + "&v=custom:(stopDatetime)")
                        .json()
                        .get("results"))
                .isNotEmpty()
                .allSatisfy(
                        visit -> assertThat(visit.get("stopDatetime").isNull()).isTrue());
        assertThat(doctor.rest(goingOn + "nowhere").json().get("totalCount").asInt())
                .isZero();
        assertThat(doctor.rest(goingOn + here + "&fromStartDate=2999-01-01")
                        .json()
                        .get("results"))
                .isEmpty();
        assertThat(doctor.rest("visit").status()).isEqualTo(400);
        assertThat(anyone.rest(goingOn + here).status()).isEqualTo(401);
    }

    @Test
    void visits_have_no_attributes() {
        assertThat(doctor.rest("visitattributetype").json().get("results")).isEmpty();
        assertThat(doctor.rest("visitattributetype/" + Creating.UNKNOWN).status())
                .isEqualTo(404);
        assertThat(anyone.rest("visitattributetype").status()).isEqualTo(401);
    }

    @Test
    void the_encounters_of_one_visit_are_no_others() {
        String open = doctor.rest("visit?patient=" + KAREN + "&includeInactive=false")
                .json()
                .at("/results/0/uuid")
                .asText();
        String encounters = "encounter?patient=" + KAREN + "&order=desc&v=custom:(visit:(uuid))";

        assertThat(doctor.rest(encounters + "&visit=" + open).json().get("results"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.at("/visit/uuid").asText()).isEqualTo(open));
        assertThat(doctor.rest(encounters).json().get("results").size()).isGreaterThan(1);
        assertThat(doctor.rest(encounters + "&encounterType=" + Creating.UNKNOWN)
                        .json()
                        .get("results"))
                .isEmpty();
    }
}
