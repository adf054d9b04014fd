/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.seed.Rows;
import org.springframework.stereotype.Component;

/** An encounter with who took part and what was found. */
@Component
final class EncounterCreation implements Creation {

    private final NewRows rows;
    private final ObsCreation obs;
    private final VisitAssignment visits;

    EncounterCreation(NewRows rows, ObsCreation obs, VisitAssignment visits) {
        this.rows = rows;
        this.obs = obs;
        this.visits = visits;
    }

    @Override
    public String resource() {
        return "encounter";
    }

    @Override
    public String create(Submission encounter) {
        Privileges.require("Add Encounters");
        encounter
                .accepting(
                        "patient",
                        "encounterType",
                        "encounterDatetime",
                        "location",
                        "visit",
                        "encounterProviders",
                        "obs")
                .requiring("patient", "encounterType");
        Row patient = encounter.required("patient", "Patient", "Encounter.error.patient.required");
        Row type = encounter.required("encounterType", "EncounterType", "Encounter.error.encounterType.required");
        Row location = encounter.optional("location", "Location");
        Row visit = encounter.optional("visit", "Visit");
        LocalDateTime time = encounter.timeOr("encounterDatetime", LocalDateTime.now());
        checkTime(encounter, time, visit);
        checkPatient(encounter, patient, visit);
        List<Participant> participants = encounter.parts("encounterProviders").stream()
                .map(EncounterCreation::participant)
                .toList();
        List<ObsCreation.Found> found = obs.checked(encounter.parts("obs"), time);
        encounter.throwIfInvalid();
        Row assigned = visit == null ? visits.visitFor(patient, location, time) : visit;

        String uuid = encounter.uuid();
        int id = rows.insert(Rows.of("encounter")
                .with("uuid", uuid)
                .with("encounter_type", type.get("encounterTypeId"))
                .with("patient_id", patient.get("personId"))
                .with("visit_id", NewRows.key(assigned, "visitId"))
                .with("location_id", NewRows.key(location, "locationId"))
                .with("encounter_datetime", time));
        participants.forEach(each -> insert(id, each));
        obs.insert(patient, id, location, found);
        return uuid;
    }

    private static void checkTime(Submission encounter, LocalDateTime time, Row visit) {
        if (time.isAfter(LocalDateTime.now())) {
            encounter.reject("encounterDatetime", "Encounter.datetimeShouldBeBeforeCurrent", "it is in the future");
        }
        if (visit != null && (isBefore(time, visit.get("startDatetime")) || isAfter(time, visit.get("stopDatetime")))) {
            encounter.reject(
                    "encounterDatetime", "Encounter.datetimeShouldBeInVisitDatesRange", "it is not in the visit");
        }
    }

    private static void checkPatient(Submission encounter, Row patient, Row visit) {
        boolean differ = patient != null
                && visit != null
                && !patient.get("uuid").equals(visit.row("patient").get("uuid"));
        if (differ) {
            encounter.reject("visit", "Encounter.visit.patients.dontMatch", "the visit is another patient's");
        }
    }

    private static boolean isBefore(LocalDateTime time, Object date) {
        return date instanceof Date start && time.isBefore(local(start));
    }

    private static boolean isAfter(LocalDateTime time, Object date) {
        return date instanceof Date stop && time.isAfter(local(stop));
    }

    private static LocalDateTime local(Date date) {
        return new Timestamp(date.getTime()).toLocalDateTime();
    }

    private record Participant(String uuid, Row provider, Row role) {}

    private static Participant participant(Submission posted) {
        posted.accepting("provider", "encounterRole");
        return new Participant(
                posted.uuid(),
                posted.required("provider", "Provider", "error.null"),
                posted.required("encounterRole", "EncounterRole", "error.null"));
    }

    private void insert(int encounterId, Participant participant) {
        rows.insert(Rows.of("encounter_provider")
                .with("uuid", participant.uuid())
                .with("encounter_id", encounterId)
                .with("provider_id", participant.provider().get("providerId"))
                .with("encounter_role_id", participant.role().get("encounterRoleId")));
    }
}
