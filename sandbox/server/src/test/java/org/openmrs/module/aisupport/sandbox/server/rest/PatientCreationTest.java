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

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** {@code POST patient} */
class PatientCreationTest {

    private final Browser doctor = RunningSandbox.browser().asDoctor();
    private final Creating creating = new Creating(doctor);

    @Test
    void a_new_patient_is_answered_by_default_representation_and_found_afterwards() {
        String identifier = "new-" + UUID.randomUUID();
        var created = creating.post("patient", creating.patientBody(identifier));

        assertThat(created.status()).isEqualTo(201);
        JsonNode patient = created.json();
        assertThat(patient.get("display").asText()).isEqualTo(identifier + " - Test Made-up");
        assertThat(patient.get("person").get("age").asInt()).isEqualTo(60);
        assertThat(patient.get("person").get("uuid")).isEqualTo(patient.get("uuid"));
        assertThat(doctor.rest("patient?q=" + identifier).json().get("results")).hasSize(1);
        assertThat(RunningSandbox.values(
                        "select i.location.uuid from PatientIdentifier i where i.identifier = :key", identifier))
                .containsExactly(creating.first("location"));
    }

    @Test
    void a_given_uuid_is_kept() {
        String uuid = UUID.randomUUID().toString();
        String body = creating.patientBody(uuid).replace("'gender'", "'uuid':'" + uuid + "','gender'");

        assertThat(creating.created("patient", body)).isEqualTo(uuid);
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        String whole = creating.patientBody("missing");

        var bare = creating.post("patient", "{}");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(message(bare)).isEqualTo("[Some required properties are missing: person, identifiers]");
        assertThat(rejected(creating.post("patient", whole.replace("'gender':'F',", "")), "person.gender"))
                .isEqualTo("Person.gender.required");
        assertThat(message(creating.post("patient", whole.replace("'gender'", "'sex'"))))
                .contains("not allowed to be set: sex");
        var elsewhere = creating.post("patient", whole.replace(creating.first("location"), Creating.UNKNOWN));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(rejected(elsewhere, "identifiers[0].location")).isEqualTo("PatientIdentifier.location.null");
    }

    @Test
    void a_number_is_given_to_one_patient_only_and_a_refused_patient_leaves_nothing_behind() {
        String body = creating.patientBody("only-" + UUID.randomUUID());
        creating.created("patient", body);
        Object before = count();

        var again = creating.post("patient", body);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json()
                        .get("error")
                        .get("globalErrors")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("PatientIdentifier.error.notUnique");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void a_body_that_is_no_object_and_a_resource_that_can_not_be_created_are_refused() {
        assertThat(creating.post("patient", "[]").status()).isEqualTo(400);
        assertThat(creating.post("visittype", "{}").status()).isEqualTo(400);
        assertThat(creating.post("nonsense", "{}").status()).isEqualTo(404);
    }

    @Test
    void the_receptionist_registers_patients_and_nobody_unknown_does() {
        String body = creating.patientBody("clerk-" + UUID.randomUUID());

        assertThat(new Creating(RunningSandbox.browser()).post("patient", body).status())
                .isEqualTo(401);
        assertThat(new Creating(RunningSandbox.browser().asClerk())
                        .post("patient", body)
                        .status())
                .isEqualTo(201);
    }

    private static Object count() {
        return RunningSandbox.values("select count(*) from Person p where p.uuid <> :key", "")
                .get(0);
    }
}
