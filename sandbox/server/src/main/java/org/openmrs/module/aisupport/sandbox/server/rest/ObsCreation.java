/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.time.LocalDateTime;
import java.util.List;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.seed.Rows;
import org.springframework.stereotype.Component;

/** What was found in a new encounter. What an observation does not say itself holds from its encounter. */
@Component
final class ObsCreation {

    private final NewRows rows;

    ObsCreation(NewRows rows) {
        this.rows = rows;
    }

    /** An observation that may be written once nothing else is wrong. */
    record Found(String uuid, Row concept, LocalDateTime time, String comment, ObsValue value) {}

    List<Found> checked(List<Submission> posted, LocalDateTime time) {
        if (!posted.isEmpty()) {
            Privileges.require("Add Observations", "Edit Observations");
        }
        return posted.stream().map(each -> checkedOne(each, time)).toList();
    }

    private static Found checkedOne(Submission posted, LocalDateTime time) {
        posted.accepting("concept", "obsDatetime", "value", "comment");
        Row concept = posted.required("concept", "Concept", "error.null");
        return new Found(
                posted.uuid(),
                concept,
                posted.timeOr("obsDatetime", time),
                posted.text("comment"),
                concept == null ? null : ObsValue.of(posted, concept));
    }

    void insert(Row patient, int encounterId, Row location, List<Found> all) {
        for (Found each : all) {
            rows.insert(Rows.of("obs")
                    .with("uuid", each.uuid())
                    .with("person_id", patient.get("personId"))
                    .with("concept_id", each.concept().get("conceptId"))
                    .with("encounter_id", encounterId)
                    .with("obs_datetime", each.time())
                    .with("location_id", NewRows.key(location, "locationId"))
                    .with("comments", each.comment())
                    .with(each.value().column(), each.value().value()));
        }
    }
}
