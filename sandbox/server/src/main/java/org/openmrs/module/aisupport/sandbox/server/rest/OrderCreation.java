/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.seed.Rows;
import org.springframework.stereotype.Component;

/** A new order of a drug that is dosed in words; no other order is taken here. */
@Component
final class OrderCreation implements Creation {

    private static final String FREE_TEXT = "org.openmrs.FreeTextDosingInstructions";
    private static final List<String> URGENCIES = List.of("ROUTINE", "STAT", "ON_SCHEDULED_DATE");

    private final NewRows rows;
    private final Entities entities;

    OrderCreation(NewRows rows, Entities entities) {
        this.rows = rows;
        this.entities = entities;
    }

    @Override
    public String resource() {
        return "order";
    }

    @Override
    public String create(Submission order) {
        Privileges.require("Edit Orders", "Add Orders");
        order.accepting(
                        "type",
                        "encounter",
                        "patient",
                        "concept",
                        "careSetting",
                        "orderer",
                        "action",
                        "urgency",
                        "dosingType",
                        "dosingInstructions",
                        "dateActivated",
                        "autoExpireDate")
                .requiring("encounter");
        refuseOtherKinds(order);
        Row patient = order.required("patient", "Patient", "error.null");
        Row encounter = order.required("encounter", "Encounter", "error.null");
        Row concept = order.required("concept", "Concept", "error.null");
        Row careSetting = order.required("careSetting", "CareSetting", "error.null");
        Row orderer = order.required("orderer", "Provider", "error.null");
        LocalDateTime activated = order.timeOr("dateActivated", LocalDateTime.now());
        LocalDateTime expires = order.time("autoExpireDate");
        String urgency = order.choice("urgency", URGENCIES);
        checkTimes(order, activated, expires);
        checkPatient(order, patient, encounter);
        if (order.isBlank("dosingInstructions")) {
            order.reject(
                    "dosingInstructions",
                    "DrugOrder.error.dosingInstructionsIsNullForDosingTypeFreeText",
                    "dosingInstructions is required");
        }
        order.throwIfInvalid();

        String uuid = order.uuid();
        int id = rows.insert(Rows.of("orders")
                .with("uuid", uuid)
                .with("order_number", "ORD-" + uuid)
                .with("order_type_id", drugOrders().get("orderTypeId"))
                .with("care_setting", careSetting.get("careSettingId"))
                .with("order_action", "NEW")
                .with("urgency", urgency == null ? "ROUTINE" : urgency)
                .with("patient_id", patient.get("personId"))
                .with("concept_id", concept.get("conceptId"))
                .with("orderer", orderer.get("providerId"))
                .with("encounter_id", encounter.get("encounterId"))
                .with("date_activated", activated)
                .with("auto_expire_date", expires));
        rows.extend(Rows.of("drug_order")
                .with("order_id", id)
                .with("dosing_type", FREE_TEXT)
                .with("dosing_instructions", order.text("dosingInstructions")));
        return uuid;
    }

    private static void refuseOtherKinds(Submission order) {
        only(order, "type", "drugorder", "");
        only(order, "action", "NEW", "NEW");
        only(order, "dosingType", FREE_TEXT, "");
    }

    private static void only(Submission order, String property, String taken, String otherwise) {
        if (!order.textOr(property, otherwise).equals(taken)) {
            throw new RestException.Conversion("the sandbox takes no orders but those with " + property + " " + taken);
        }
    }

    private static void checkTimes(Submission order, LocalDateTime activated, LocalDateTime expires) {
        if (activated.isAfter(LocalDateTime.now())) {
            order.reject("dateActivated", "Order.error.dateActivatedInFuture", "it is in the future");
        }
        if (expires != null && activated.isAfter(expires)) {
            order.reject(
                    "autoExpireDate", "Order.error.dateActivatedAfterAutoExpireDate", "it is before dateActivated");
        }
    }

    private static void checkPatient(Submission order, Row patient, Row encounter) {
        boolean differ = patient != null
                && encounter != null
                && !patient.get("uuid").equals(encounter.row("patient").get("uuid"));
        if (differ) {
            order.reject("encounter", "Order.error.encounterPatientMismatch", "the encounter is another patient's");
        }
    }

    private Row drugOrders() {
        return entities.list("from OrderType x where x.name = :name", Map.of("name", "Drug Order"))
                .get(0);
    }
}
