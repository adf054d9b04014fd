/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Finds the visit for an encounter that names none, as OpenMRS's handler for existing visits does: one that is going on at that time and
 * either has no place or takes place where the encounter does.
 */
@Component
final class VisitAssignment {

    private static final String GOING_ON = "from Visit x where x.voided = false and x.patient.uuid = :patient"
            + " and x.startDatetime <= :time and (x.stopDatetime is null or x.stopDatetime >= :time) order by x.visitId";

    private final Entities entities;

    VisitAssignment(Entities entities) {
        this.entities = entities;
    }

    /** Null where there is none. */
    Row visitFor(Row patient, Row location, LocalDateTime time) {
        Map<String, Object> values = Map.of("patient", patient.text("uuid"), "time", java.sql.Timestamp.valueOf(time));
        return entities.list(GOING_ON, values).stream()
                .filter(visit -> visit.row("location") == null || isSame(visit.row("location"), location))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSame(Row place, Row other) {
        return other != null && place.text("uuid").equals(other.text("uuid"));
    }
}
