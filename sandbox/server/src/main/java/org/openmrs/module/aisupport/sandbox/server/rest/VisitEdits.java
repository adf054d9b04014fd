/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.openmrs.Visit;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A visit ended, opened again, or put right. */
@Component
@Transactional
public class VisitEdits {

    private final JdbcTemplate jdbc;
    private final ModuleValidators validators;

    VisitEdits(JdbcTemplate jdbc, ModuleValidators validators) {
        this.jdbc = jdbc;
        this.validators = validators;
    }

    /** What is not named stays as it is. */
    public void edit(Row visit, Submission submitted) {
        Privileges.require("Add Visits", "Edit Visits");
        submitted.accepting("visitType", "location", "startDatetime", "stopDatetime");
        Row type = submitted.has("visitType")
                ? submitted.required("visitType", "VisitType", "Visit.error.visitType.required")
                : visit.row("visitType");
        Row location = submitted.names("location") ? submitted.optional("location", "Location") : visit.row("location");
        LocalDateTime start = submitted.timeOr("startDatetime", PostedTime.of((Date) visit.get("startDatetime")));
        LocalDateTime stop = submitted.names("stopDatetime")
                ? submitted.time("stopDatetime")
                : PostedTime.of((Date) visit.get("stopDatetime"));
        checkTimes(submitted, start, stop, encounterTimes(visit));
        submitted.throwIfInvalid();
        validators.check(edited(visit, stop), submitted);
        submitted.throwIfInvalid();

        jdbc.update(
                "UPDATE visit SET visit_type_id = ?, location_id = ?, date_started = ?, date_stopped = ? WHERE uuid = ?",
                type.get("visitTypeId"),
                NewRows.key(location, "locationId"),
                start,
                stop,
                visit.text("uuid"));
    }

    /** As far as the stand-in's visit goes. */
    private static Visit edited(Row visit, LocalDateTime stop) {
        Visit edited = new Visit();
        edited.setId((Integer) visit.get("visitId"));
        edited.setUuid(visit.text("uuid"));
        edited.setStopDatetime(stop == null ? null : Timestamp.valueOf(stop));
        return edited;
    }

    private static List<LocalDateTime> encounterTimes(Row visit) {
        return visit.rows("encounters")
                .map(each -> PostedTime.of((Date) each.get("encounterDatetime")))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static void checkTimes(
            Submission submitted, LocalDateTime start, LocalDateTime stop, List<LocalDateTime> encounters) {
        if (stop != null && stop.isBefore(start)) {
            submitted.reject("stopDatetime", "Visit.error.endDateBeforeStartDate", "the visit stops before it starts");
        }
        if (encounters.isEmpty()) {
            return;
        }
        if (encounters.get(0).isBefore(start)) {
            submitted.reject(
                    "startDatetime", "Visit.encountersCannotBeBeforeStartDate", "an encounter is before the visit");
        }
        if (stop != null && encounters.get(encounters.size() - 1).isAfter(stop)) {
            submitted.reject(
                    "stopDatetime", "Visit.encountersCannotBeAfterStopDate", "an encounter is after the visit");
        }
    }
}
