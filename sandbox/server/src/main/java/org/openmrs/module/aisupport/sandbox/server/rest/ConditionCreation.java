/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.List;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.seed.Rows;
import org.springframework.stereotype.Component;

/** A condition, coded or in words. */
@Component
final class ConditionCreation implements Creation {

    private static final List<String> CLINICAL_STATUS =
            List.of("ACTIVE", "INACTIVE", "HISTORY_OF", "RECURRENCE", "RELAPSE", "REMISSION", "RESOLVED");
    private static final List<String> VERIFICATION_STATUS = List.of("PROVISIONAL", "CONFIRMED");

    private final NewRows rows;

    ConditionCreation(NewRows rows) {
        this.rows = rows;
    }

    @Override
    public String resource() {
        return "condition";
    }

    @Override
    public String create(Submission condition) {
        Privileges.require("Edit Conditions");
        condition.accepting(
                "condition",
                "patient",
                "clinicalStatus",
                "verificationStatus",
                "onsetDate",
                "endDate",
                "additionalDetail");
        Row patient = condition.required("patient", "Patient", "error.null");
        Submission what =
                condition.has("condition") ? condition.part("condition").accepting("coded", "nonCoded") : condition;
        Row coded = condition.has("condition") ? what.optional("coded", "Concept") : null;
        String status = condition.choice("clinicalStatus", CLINICAL_STATUS);
        if (!condition.has("condition")) {
            condition.reject("condition", "Condition.conditionShouldNotBeNull", "condition is required");
        }
        if (status == null) {
            condition.reject("clinicalStatus", "Condition.clinicalStatusShouldNotBeNull", "clinicalStatus is required");
        }
        condition.throwIfInvalid();

        String uuid = condition.uuid();
        rows.insert(Rows.of("conditions")
                .with("uuid", uuid)
                .with("patient_id", patient.get("personId"))
                .with("condition_coded", NewRows.key(coded, "conceptId"))
                .with("condition_non_coded", what.text("nonCoded"))
                .with("clinical_status", status)
                .with("verification_status", condition.choice("verificationStatus", VERIFICATION_STATUS))
                .with("additional_detail", condition.text("additionalDetail"))
                .with("onset_date", condition.time("onsetDate"))
                .with("end_date", condition.time("endDate")));
        return uuid;
    }
}
