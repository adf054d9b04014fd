/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.sandbox.server.rest.Creating.message;
import static org.openmrs.module.aisupport.sandbox.server.rest.Creating.rejected;

import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** {@code POST condition} */
class ConditionCreationTest {

    private final Browser doctor = RunningSandbox.browser().asDoctor();
    private final Creating creating = new Creating(doctor);
    private final String patient = creating.patient();
    private final String diabetes = creating.concept("Diabetes mellitus, type 2".replace(",", "%2C"));
    private final String whole =
            "{'patient':'%s','condition':{'coded':'%s'},'clinicalStatus':'ACTIVE','onsetDate':'2020-03-01T00:00:00'}"
                    .formatted(patient, diabetes);

    @Test
    void a_new_condition_is_answered_and_listed() {
        var created = creating.post("condition", whole);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().get("display").asText()).isEqualTo("Diabetes mellitus, type 2");
        assertThat(created.json().get("onsetDate").asText()).startsWith("2020-03-01T00:00:00");
        assertThat(doctor.rest("condition?patientUuid=" + patient).json().get("results"))
                .hasSize(1);
    }

    @Test
    void a_condition_may_be_in_words() {
        var created = creating.post("condition", whole.replace("'coded':'" + diabetes, "'nonCoded':'Tired of forms"));

        assertThat(created.json().get("display").asText()).isEqualTo("Tired of forms");
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        var bare = creating.post("condition", "{'patient':'" + patient + "'}");

        assertThat(bare.status()).isEqualTo(400);
        assertThat(rejected(bare, "condition")).isEqualTo("Condition.conditionShouldNotBeNull");
        assertThat(rejected(bare, "clinicalStatus")).isEqualTo("Condition.clinicalStatusShouldNotBeNull");
        assertThat(rejected(creating.post("condition", whole.replace(diabetes, Creating.UNKNOWN)), "condition.coded"))
                .isEqualTo("error.null");
        assertThat(message(creating.post("condition", whole.replace("ACTIVE", "LATENT"))))
                .contains("clinicalStatus");
    }

    @Test
    void the_receptionist_may_not() {
        assertThat(new Creating(RunningSandbox.browser().asClerk())
                        .post("condition", whole)
                        .status())
                .isEqualTo(403);
    }
}
