/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.sandbox.server.rest.Creating.message;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;

/** The edit of a person or patient, and what takes a patient's record away, as OpenMRS answers them. */
class PatientEditTest {

    private static final String TYPE = "11111111-2222-3333-4444-666666666666";
    private static final String ONE_OF_TYPE =
            "from PersonAttribute a where a.attributeType.uuid = '" + TYPE + "' and a.person.uuid = :key";

    private final Browser admin = RunningSandbox.browser().asAdmin();
    private final Creating creating = new Creating(admin);
    private String patient;

    @BeforeEach
    void a_patient_and_an_attribute_type() {
        PersonAttributeType type = new PersonAttributeType();
        type.setUuid(TYPE);
        type.setName("A word");
        type.setFormat("java.lang.String");
        CurrentThread.asDaemon(() -> Context.getPersonService().savePersonAttributeType(type));
        patient = creating.patient();
    }

    @Test
    void an_edit_adds_an_attribute_and_the_next_one_overwrites_it_in_place() {
        assertThat(edit("person", "'value':'first'").status()).isEqualTo(200);
        List<Object> first = uuids();

        Browser.Answer answer = edit("patient", "'value':'second'");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("uuid").asText()).isEqualTo(patient);
        assertThat(answer.json().get("person").get("attributes")).hasSize(1);
        assertThat(uuids()).isEqualTo(first).hasSize(1);
        assertThat(values("a.value")).containsExactly("second");
        assertThat(values("a.changedBy.username")).containsExactly("admin");
    }

    @Test
    void listeners_of_the_session_factory_hear_of_an_attribute_once_it_stands() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Heard.by(heard);

        edit("person", "'value':'first'");
        edit("person", "'value':'second'");
        admin.delete("ws/rest/v1/person/" + patient + "/attribute/" + uuids().get(0) + "?purge=true");

        assertThat(heard).containsExactly("inserted first", "updated second", "deleted second");
    }

    @Test
    void an_edit_voids_an_attribute_and_takes_that_back() {
        edit("person", "'value':'here'");
        String uuid = "'uuid':'" + uuids().get(0) + "'";

        edit("patient", uuid + ",'voided':true");
        assertThat(values("a.voided")).containsExactly(true);

        edit("patient", uuid + ",'voided':false");
        assertThat(values("a.voided")).containsExactly(false);
    }

    @Test
    void a_blank_value_is_refused_by_an_edit_and_voids_when_it_is_posted_as_a_new_attribute() {
        edit("person", "'value':'here'");

        assertThat(edit("person", "'value':''").status()).isEqualTo(500);
        assertThat(values("a.value")).containsExactly("here");

        assertThat(creating.post("person/" + patient + "/attribute", "{'attributeType':'" + TYPE + "','value':''}")
                        .status())
                .isEqualTo(201);
        assertThat(values("a.voided")).containsExactly(true);
    }

    @Test
    void neither_attribute_nor_patient_comes_back_by_saying_that_it_is_not_voided() {
        edit("person", "'value':'here'");
        String attribute = "person/" + patient + "/attribute/" + uuids().get(0);
        admin.delete("ws/rest/v1/" + attribute);

        var refused = creating.post(attribute, "{'voided':false}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(message(refused)).isEqualTo("[Some properties are not allowed to be set: voided]");
        assertThat(creating.post("patient/" + patient, "{'voided':false}").status())
                .isEqualTo(400);
        assertThat(values("a.voided")).containsExactly(true);
    }

    @Test
    void a_deleted_patient_is_voided_with_everything_on_the_person() {
        edit("person", "'value':'here'");

        assertThat(delete("").status()).isEqualTo(204);
        assertThat(delete("").status()).isEqualTo(204);

        assertThat(values("a.voidReason")).containsExactly("web service call");
        assertThat(RunningSandbox.values(
                        "select p.uuid from Patient p where p.voided = true and p.personVoided = true and p.uuid = :key",
                        patient))
                .hasSize(1);
        assertThat(RunningSandbox.values(
                        "select n.uuid from PersonName n where n.voided = false and n.person.uuid = :key", patient))
                .isEmpty();
    }

    @Test
    void a_purged_patient_leaves_nothing_unless_something_of_the_record_refers_to_it() {
        edit("person", "'value':'here'");

        assertThat(delete("?purge=true").status()).isEqualTo(204);
        assertThat(uuids()).isEmpty();
        assertThat(admin.rest("patient/" + patient).status()).isEqualTo(404);

        patient = creating.patient();
        edit("person", "'value':'here'");
        creating.visit(patient);
        assertThat(delete("?purge=true").status()).isEqualTo(500);
        assertThat(uuids()).hasSize(1);
    }

    @Test
    void who_may_edit_is_asked_and_what_is_unknown_is_refused() {
        assertThat(RunningSandbox.browser()
                        .asDoctor()
                        .delete("ws/rest/v1/patient/" + patient)
                        .status())
                .isEqualTo(403);
        assertThat(RunningSandbox.browser()
                        .post("ws/rest/v1/person/" + patient, "{}")
                        .status())
                .isEqualTo(401);
        assertThat(creating.post("person/" + UUID.randomUUID(), "{}").status()).isEqualTo(404);
        assertThat(creating.post("person/" + patient, "{'gender':'M'}").status())
                .isEqualTo(400);
    }

    private Browser.Answer edit(String resource, String attribute) {
        String person = "{'attributes':[{'attributeType':'" + TYPE + "'," + attribute + "}]}";
        return creating.post(
                resource + "/" + patient, resource.equals("person") ? person : "{'person':" + person + "}");
    }

    private Browser.Answer delete(String query) {
        return admin.delete("ws/rest/v1/patient/" + patient + query);
    }

    private List<Object> uuids() {
        return values("a.uuid");
    }

    private List<Object> values(String what) {
        return RunningSandbox.values("select " + what + " " + ONE_OF_TYPE, patient);
    }
}
