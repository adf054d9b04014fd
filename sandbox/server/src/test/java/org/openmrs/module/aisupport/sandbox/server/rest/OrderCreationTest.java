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

/** {@code POST order} */
class OrderCreationTest {

    private final Browser doctor = RunningSandbox.browser().asDoctor();
    private final Creating creating = new Creating(doctor);
    private final String patient = creating.patient();
    private final String metformin = creating.concept("Metformin");
    private final String whole =
            ("{'type':'drugorder','patient':'%s','encounter':'%s','concept':'%s','careSetting':'%s',"
                            + "'orderer':'%s','dosingType':'org.openmrs.FreeTextDosingInstructions',"
                            + "'dosingInstructions':'500 mg twice daily'}")
                    .formatted(
                            patient,
                            creating.encounter(patient),
                            metformin,
                            Creating.OUTPATIENT,
                            creating.first("provider?q=GP-1"));

    @Test
    void a_new_drug_order_is_answered_and_active() {
        var created = creating.post("order", whole);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().get("display").asText()).isEqualTo("(NEW) Metformin: 500 mg twice daily");
        assertThat(created.json().get("orderNumber").asText()).startsWith("ORD-");
        assertThat(doctor.rest("order?patient=" + patient).json().get("results"))
                .hasSize(1);
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        assertThat(message(creating.post("order", "{'type':'drugorder'}")))
                .isEqualTo("[Some required properties are missing: encounter]");
        assertThat(rejected(creating.post("order", whole.replace(metformin, Creating.UNKNOWN)), "concept"))
                .isEqualTo("error.null");
        assertThat(rejected(creating.post("order", whole.replace("500 mg twice daily", "")), "dosingInstructions"))
                .isEqualTo("DrugOrder.error.dosingInstructionsIsNullForDosingTypeFreeText");
        assertThat(rejected(creating.post("order", whole.replace(patient, creating.patient())), "encounter"))
                .isEqualTo("Order.error.encounterPatientMismatch");
    }

    @Test
    void other_kinds_of_orders_are_refused() {
        assertThat(creating.post("order", whole.replace("drugorder", "testorder"))
                        .status())
                .isEqualTo(400);
        assertThat(creating.post("order", whole.replace("FreeText", "Simple")).status())
                .isEqualTo(400);
    }

    @Test
    void the_receptionist_may_not() {
        assertThat(new Creating(RunningSandbox.browser().asClerk())
                        .post("order", whole)
                        .status())
                .isEqualTo(403);
    }
}
