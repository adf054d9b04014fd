/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;

/** The attribute of a person can be changed from outside, as any client of OpenMRS can. */
class PersonAttributeTest {

    private static final String PERSON = "56e52d18-04ff-53f7-b462-77025b3cf3f9";
    private static final String ATTRIBUTES = "ws/rest/v1/person/" + PERSON + "/attribute";
    private static final String TYPE = "11111111-2222-3333-4444-555555555555";
    private static final String YES = "1065AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String NO = "1066AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Browser doctor = RunningSandbox.browser().asDoctor();

    @BeforeEach
    void an_attribute_type_that_holds_concepts() {
        PersonAttributeType type = new PersonAttributeType();
        type.setUuid(TYPE);
        type.setName("A coded answer");
        type.setFormat("org.openmrs.Concept");
        CurrentThread.asDaemon(() -> Context.getPersonService().savePersonAttributeType(type));
    }

    @Test
    void a_concepts_uuid_is_stored_as_its_number_and_shown_as_the_concept() {
        var created = doctor.post(ATTRIBUTES, body(YES));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().get("value").get("uuid").asText()).isEqualTo(YES);
        assertThat(created.json().get("display").asText()).isEqualTo("Yes (answer)");
        assertThat((String) stored(uuid(created)).get(0)).matches("\\d+");
    }

    @Test
    void an_edit_overwrites_in_place_and_a_new_one_voids() {
        String first = uuid(doctor.post(ATTRIBUTES, body(YES)));

        doctor.post(ATTRIBUTES + "/" + first, "{\"value\":\"" + NO + "\"}");
        assertThat(active()).containsExactly(first);
        String second = uuid(doctor.post(ATTRIBUTES, body(YES)));

        assertThat(active()).containsExactly(second);
    }

    @Test
    void a_value_that_can_not_be_understood_is_kept_as_it_came() {
        assertThat(stored(uuid(doctor.post(ATTRIBUTES, body("perhaps"))))).containsExactly("perhaps");
    }

    @Test
    void deleting_voids_and_purging_leaves_no_trace() {
        String voided = uuid(doctor.post(ATTRIBUTES, body(YES)));
        assertThat(doctor.delete(ATTRIBUTES + "/" + voided).status()).isEqualTo(204);
        assertThat(active()).isEmpty();
        assertThat(stored(voided)).hasSize(1);

        String purged = uuid(doctor.post(ATTRIBUTES, body(YES)));
        assertThat(doctor.delete(ATTRIBUTES + "/" + purged + "?purge").status()).isEqualTo(204);
        assertThat(stored(purged)).isEmpty();
    }

    @Test
    void an_attribute_of_another_person_and_an_unknown_type_are_refused() {
        String mine = uuid(doctor.post(ATTRIBUTES, body(YES)));

        assertThat(doctor.delete(ATTRIBUTES.replace(PERSON, "d84cbac3-a5fe-58d7-b9ff-f8866d10ba28") + "/" + mine)
                        .status())
                .isEqualTo(404);
        assertThat(doctor.post(ATTRIBUTES, "{\"attributeType\":\"none\",\"value\":\"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_list_below_a_person_shows_types_and_values_unasked() {
        doctor.post(ATTRIBUTES, body(YES));

        assertThat(doctor.get(ATTRIBUTES).json().get("results")).anySatisfy(each -> {
            assertThat(each.get("attributeType").get("uuid").asText()).isEqualTo(TYPE);
            assertThat(each.get("value").get("uuid").asText()).isEqualTo(YES);
        });
    }

    @Test
    void nobody_without_login_changes_anything() {
        assertThat(RunningSandbox.browser().post(ATTRIBUTES, body(YES)).status())
                .isEqualTo(401);
    }

    private static String body(String value) {
        return "{\"attributeType\":\"" + TYPE + "\",\"value\":\"" + value + "\"}";
    }

    private static String uuid(Browser.Answer answer) {
        return answer.json().get("uuid").asText();
    }

    private static List<Object> stored(String uuid) {
        return RunningSandbox.values("select a.value from PersonAttribute a where a.uuid = :key", uuid);
    }

    private static List<Object> active() {
        return RunningSandbox.values(
                "select a.uuid from PersonAttribute a where a.attributeType.uuid = '" + TYPE
                        + "' and a.person.uuid = :key and a.voided = false",
                PERSON);
    }
}
