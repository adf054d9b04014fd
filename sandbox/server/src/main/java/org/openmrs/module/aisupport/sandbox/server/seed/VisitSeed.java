/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.time.Duration;
import java.time.LocalDateTime;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.DiagnosisEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.EncounterEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.PatientEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.VisitEntry;

/** Visits and their encounters, with providers and diagnoses. */
final class VisitSeed {

    private final Rows rows;
    private final Keys keys;
    private final Calendar calendar;
    private final ObsSeed obs;

    VisitSeed(Rows rows, Keys keys, Calendar calendar, ObsSeed obs) {
        this.rows = rows;
        this.keys = keys;
        this.calendar = calendar;
        this.obs = obs;
    }

    void load(int patientId, PatientEntry patient) {
        patient.visits().forEach(visit -> visit(patientId, visit));
        patient.series().forEach(series -> obs.series(patientId, patient.uuid(), series));
    }

    private void visit(int patientId, VisitEntry visit) {
        Duration shift = calendar.shiftOf(visit);
        int location = keys.get("location", visit.location());
        int visitId = rows.insert(Rows.of("visit")
                .with("uuid", visit.uuid())
                .with("patient_id", patientId)
                .with("visit_type_id", keys.get("visitType", visit.type()))
                .with("location_id", location)
                .with(
                        "date_started",
                        calendar.daysAgo(visit.startDaysAgo(), visit.startTime())
                                .minus(shift))
                .with("date_stopped", visit.open() ? null : calendar.endOf(visit)));
        visit.encounters().forEach(encounter -> encounter(patientId, visitId, location, encounter, shift));
    }

    private void encounter(int patientId, int visitId, int location, EncounterEntry encounter, Duration shift) {
        LocalDateTime time =
                calendar.daysAgo(encounter.daysAgo(), encounter.time()).minus(shift);
        int encounterId = rows.insert(Rows.of("encounter")
                .with("uuid", encounter.uuid())
                .with("encounter_type", keys.get("encounterType", encounter.type()))
                .with("patient_id", patientId)
                .with("visit_id", visitId)
                .with("location_id", location)
                .with("encounter_datetime", time));
        keys.put("encounter", encounter.uuid(), encounterId);
        rows.insert(Rows.of("encounter_provider")
                .with("uuid", Keys.derived(encounter.uuid() + "/provider"))
                .with("encounter_id", encounterId)
                .with("provider_id", keys.get("provider", encounter.provider()))
                .with("encounter_role_id", rows.id("encounter_role", "name", "Unknown", "encounter_role_id")));
        obs.ofEncounter(new ObsSeed.Place(patientId, encounterId, location, time, shift), encounter);
        encounter.diagnoses().forEach(diagnosis -> diagnosis(patientId, encounterId, diagnosis));
    }

    private void diagnosis(int patientId, int encounterId, DiagnosisEntry diagnosis) {
        rows.insert(Rows.of("encounter_diagnosis")
                .with("uuid", diagnosis.uuid())
                .with("encounter_id", encounterId)
                .with("patient_id", patientId)
                .with("diagnosis_coded", keys.concept(diagnosis.concept()))
                .with("certainty", diagnosis.certainty())
                .with("dx_rank", diagnosis.rank()));
    }
}
