/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** Who is not shown what, and with which status: fhir2 says 500 where a privilege is missing. */
class FhirRefusalsTest {

    private static final String KAREN = "b0c034ee-1d2d-57fd-9757-aeea1fb826cc";

    private final Browser anyone = RunningSandbox.browser();
    private final Browser clerk = anyone.asClerk();
    private final Browser doctor = anyone.asDoctor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/" + KAREN,
                "Patient?name=h",
                "Location",
                "Observation?patient=" + KAREN,
                "Condition?patient=" + KAREN,
                "AllergyIntolerance?patient=" + KAREN,
                "Nothing"
            })
    void nobody_is_shown_anything_without_logging_in(String path) {
        var answer = fhir(anyone, path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("Karen").doesNotContain("resourceType");
    }

    @Test
    void a_wrong_password_is_none() {
        assertThat(fhir(anyone.as("doctor", "doctor123"), "Location").status()).isEqualTo(401);
    }

    @Test
    void the_receptionist_sees_who_somebody_is_and_nothing_of_the_chart() {
        assertThat(fhir(clerk, "Patient/" + KAREN).status()).isEqualTo(200);
        assertThat(fhir(clerk, "Location").status()).isEqualTo(200);
        refused(fhir(clerk, "Observation?patient=" + KAREN), "Privileges required: Get Observations");
        refused(fhir(clerk, "AllergyIntolerance?patient=" + KAREN), "Privileges required: Get Allergies");
        refused(fhir(clerk, "Condition?patient=" + KAREN), "Privileges required: Get Concepts");
    }

    @Test
    void a_page_of_somebody_elses_search_is_refused_as_the_search_would_be() {
        String link = fhir(doctor, "Observation?patient=" + KAREN + "&_count=1")
                .json()
                .at("/link/1/url")
                .asText();

        refused(clerk.get(link.substring(link.indexOf("ws/fhir2"))), "Privileges required: Get Observations");
    }

    @Test
    void what_is_not_there_is_404_with_an_outcome() {
        var unknown = fhir(doctor, "Patient/unknown");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().at("/resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(unknown.json().at("/issue/0/diagnostics").asText())
                .isEqualTo("Resource of type Patient with ID unknown is not known");
        assertThat(fhir(doctor, "Nothing/1").status()).isEqualTo(404);
    }

    @Test
    void a_parameter_that_is_not_known_is_refused_and_does_not_widen_the_answer() {
        var answer = fhir(doctor, "Observation?patient=" + KAREN + "&status=final");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/issue/0/code").asText()).isEqualTo("not-supported");
        assertThat(fhir(doctor, "Observation?_count=many").status()).isEqualTo(400);
        assertThat(fhir(doctor, "Observation?_summary=text").status()).isEqualTo(400);
    }

    @Test
    void an_order_that_is_not_known_is_passed_over() {
        assertThat(fhir(doctor, "Observation?patient=" + KAREN + "&_sort=nothing")
                        .status())
                .isEqualTo(200);
    }

    private static void refused(Browser.Answer answer, String why) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().at("/issue/0/diagnostics").asText()).isEqualTo(why);
    }

    private static Browser.Answer fhir(Browser who, String path) {
        return who.get("ws/fhir2/R4/" + path);
    }
}
