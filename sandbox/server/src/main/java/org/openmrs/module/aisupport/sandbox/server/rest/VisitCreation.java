/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.time.LocalDateTime;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.seed.Rows;
import org.springframework.stereotype.Component;

/** A visit, which lasts until it is stopped. */
@Component
final class VisitCreation implements Creation {

    private final NewRows rows;

    VisitCreation(NewRows rows) {
        this.rows = rows;
    }

    @Override
    public String resource() {
        return "visit";
    }

    @Override
    public String create(Submission visit) {
        Privileges.require("Add Visits", "Edit Visits");
        visit.accepting("patient", "visitType", "location", "startDatetime", "stopDatetime")
                .requiring("patient", "visitType");
        Row patient = visit.required("patient", "Patient", "Visit.error.patient.required");
        Row type = visit.required("visitType", "VisitType", "Visit.error.visitType.required");
        Row location = visit.optional("location", "Location");
        LocalDateTime start = visit.timeOr("startDatetime", LocalDateTime.now());
        LocalDateTime stop = visit.time("stopDatetime");
        if (stop != null && stop.isBefore(start)) {
            visit.reject("stopDatetime", "Visit.error.endDateBeforeStartDate", "the visit stops before it starts");
        }
        visit.throwIfInvalid();

        String uuid = visit.uuid();
        rows.insert(Rows.of("visit")
                .with("uuid", uuid)
                .with("patient_id", patient.get("personId"))
                .with("visit_type_id", type.get("visitTypeId"))
                .with("location_id", NewRows.key(location, "locationId"))
                .with("date_started", start)
                .with("date_stopped", stop));
        return uuid;
    }
}
