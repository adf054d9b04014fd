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

/** What O3's form for vital signs posts: an encounter with neither a time nor a visit, and its values put right later. */
class VitalsFormTest {

    private static final String VITALS = "67a71486-1a54-468f-ac3e-7091a9a79584";
    private static final String SYSTOLIC = "5085AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Browser doctor = RunningSandbox.browser().asDoctor();
    private final Creating creating = new Creating(doctor);
    private final String patient = creating.patient();

    @Test
    void what_was_measured_is_in_the_visit_that_goes_on_and_among_the_vitals() {
        String visit = creating.visit(patient);

        String encounter = creating.created("encounter", body(151));

        assertThat(visitOf(encounter).get("uuid").asText()).isEqualTo(visit);
        assertThat(systolic().at("/entry/0/resource/valueQuantity/value").asDouble())
                .isEqualTo(151);
        assertThat(systolic().at("/entry/0/resource/encounter/reference").asText())
                .isEqualTo("Encounter/" + encounter);
    }

    @Test
    void a_visit_that_is_over_or_takes_place_elsewhere_is_not_it() {
        String visit = creating.visit(patient);
        creating.post("visit/" + visit, "{'stopDatetime':'" + Creating.minutesAgo(1) + "'}");
        assertThat(visitOf(creating.created("encounter", body(151))).isNull()).isTrue();

        creating.post("visit/" + visit, "{'stopDatetime':null}");
        String nowhere = creating.created("encounter", body(151).replaceFirst(",'location':'[^']+'", ""));
        assertThat(visitOf(nowhere).isNull()).isTrue();
    }

    @Test
    void a_value_put_right_takes_the_place_of_the_one_before() {
        String encounter = creating.created("encounter", body(251));
        String wrong = systolic().at("/entry/0/resource/id").asText();

        var edited = creating.post(
                "encounter/" + encounter,
                "{'patient':'%s','obs':[{'concept':'%s','value':152},{'uuid':'%s','voided':true}]}"
                        .formatted(patient, SYSTOLIC, wrong));

        assertThat(edited.status()).isEqualTo(200);
        assertThat(systolic().get("total").asInt()).isEqualTo(1);
        assertThat(systolic().at("/entry/0/resource/valueQuantity/value").asDouble())
                .isEqualTo(152);
        assertThat(doctor.get("ws/fhir2/R4/Observation/" + wrong).status()).isEqualTo(410);
    }

    @Test
    void only_an_encounters_own_observations_are_voided_and_only_by_those_who_may() {
        String encounter = creating.created("encounter", body(151));
        String voiding = "{'obs':[{'uuid':'18d3ba90-2c0b-519c-a88a-5357a0c8afe9','voided':true}]}";

        assertThat(creating.post("encounter/" + encounter, voiding).status()).isEqualTo(400);
        assertThat(doctor.get("ws/fhir2/R4/Observation/18d3ba90-2c0b-519c-a88a-5357a0c8afe9")
                        .status())
                .isEqualTo(200);
        assertThat(creating.post("encounter/" + Creating.UNKNOWN, voiding).status())
                .isEqualTo(404);
        assertThat(new Creating(RunningSandbox.browser().asClerk())
                        .post("encounter/" + encounter, voiding)
                        .status())
                .isEqualTo(403);
    }

    private String body(int systolic) {
        return "{'patient':'%s','encounterType':'%s','location':'%s','obs':[{'concept':'%s','value':%d}]}"
                .formatted(patient, VITALS, creating.first("location"), SYSTOLIC, systolic);
    }

    private JsonNode visitOf(String encounter) {
        return doctor.rest("encounter/" + encounter).json().get("visit");
    }

    private JsonNode systolic() {
        return doctor.get("ws/fhir2/R4/Observation?patient=" + patient + "&code=" + SYSTOLIC)
                .json();
    }
}
