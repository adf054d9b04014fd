/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.seed.Rows;
import org.springframework.stereotype.Component;

/** A new patient's numbers. */
@Component
final class IdentifierCreation {

    private final NewRows rows;
    private final Entities entities;

    IdentifierCreation(NewRows rows, Entities entities) {
        this.rows = rows;
        this.entities = entities;
    }

    /** A number that may be written once nothing else is wrong. */
    record Identifier(String uuid, String number, Row type, Row location, boolean preferred) {}

    List<Identifier> checked(Submission patient) {
        List<Submission> posted = patient.parts("identifiers");
        if (posted.isEmpty()) {
            patient.rejectAsAWhole(
                    "PatientIdentifier.error.insufficientIdentifiers", "a patient has at least one identifier");
        }
        List<Identifier> checked = new ArrayList<>();
        posted.forEach(each -> checked.add(checkedOne(each, posted.size() == 1)));
        if (!checked.isEmpty() && checked.stream().noneMatch(Identifier::preferred)) {
            patient.rejectAsAWhole("error.preferredIdentifier", "none of the identifiers is preferred");
        }
        return checked;
    }

    private Identifier checkedOne(Submission posted, boolean alone) {
        posted.accepting("identifier", "identifierType", "location", "preferred");
        Row type = posted.required("identifierType", "PatientIdentifierType", "PatientIdentifier.identifierType.null");
        Row location = posted.required("location", "Location", "PatientIdentifier.location.null");
        String number = posted.text("identifier");
        if (posted.isBlank("identifier")) {
            posted.reject("identifier", "PatientIdentifier.error.nullOrBlank", "identifier is required");
        } else if (type != null && isTaken(number, type)) {
            posted.rejectAsAWhole("PatientIdentifier.error.notUnique", number + " is another patient's identifier");
        }
        boolean preferred = alone || Boolean.parseBoolean(posted.text("preferred"));
        return new Identifier(posted.uuid(), number, type, location, preferred);
    }

    private boolean isTaken(String number, Row type) {
        return !entities.list(
                        "from PatientIdentifier x where x.voided = false and x.identifier = :number"
                                + " and x.identifierType.uuid = :type",
                        Map.of("number", number, "type", type.get("uuid")))
                .isEmpty();
    }

    void insert(int patientId, List<Identifier> all) {
        for (Identifier each : all) {
            rows.insert(Rows.of("patient_identifier")
                    .with("uuid", each.uuid())
                    .with("patient_id", patientId)
                    .with("identifier", each.number())
                    .with("identifier_type", each.type().get("patientIdentifierTypeId"))
                    .with("location_id", each.location().get("locationId"))
                    .with("preferred", each.preferred()));
        }
    }
}
