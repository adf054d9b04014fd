/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.time.LocalDateTime;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.MedicationEntry;

/** Medicines, as free-text drug orders of the encounter in which they were prescribed. */
final class OrderSeed {

    private final Rows rows;
    private final Keys keys;
    private final Calendar calendar;

    OrderSeed(Rows rows, Keys keys, Calendar calendar) {
        this.rows = rows;
        this.keys = keys;
        this.calendar = calendar;
    }

    void load(int patientId, MedicationEntry medication) {
        int encounter = keys.get("encounter", medication.encounter());
        Encounter prescribed = rows.one(
                "SELECT e.encounter_datetime, p.provider_id FROM encounter e"
                        + " JOIN encounter_provider p ON p.encounter_id = e.encounter_id WHERE e.encounter_id = ?",
                (row, index) -> new Encounter(row.getObject(1, LocalDateTime.class), row.getInt(2)),
                encounter);
        int orderId = rows.insert(Rows.of("orders")
                .with("uuid", medication.uuid())
                .with("order_number", "ORD-" + medication.uuid().substring(0, 8))
                .with("order_type_id", rows.id("order_type", "name", "Drug Order", "order_type_id"))
                .with("care_setting", rows.id("care_setting", "name", "Outpatient", "care_setting_id"))
                .with("order_action", "NEW")
                .with("patient_id", patientId)
                .with("concept_id", keys.concept(medication.concept()))
                .with("orderer", prescribed.provider())
                .with("encounter_id", encounter)
                .with("date_activated", prescribed.time())
                .with("date_stopped", stopped(medication, prescribed.time())));
        rows.insertKeyed(Rows.of("drug_order")
                .with("order_id", orderId)
                .with("dosing_type", "org.openmrs.FreeTextDosingInstructions")
                .with("dosing_instructions", medication.instructions()));
    }

    /** At the time of day at which it began, but never before that nor in the future. */
    private LocalDateTime stopped(MedicationEntry medication, LocalDateTime began) {
        if (medication.stoppedDaysAgo() == null) {
            return null;
        }
        LocalDateTime end =
                calendar.today().minusDays(medication.stoppedDaysAgo()).atTime(began.toLocalTime());
        return end.isAfter(calendar.now()) ? calendar.now() : end;
    }

    private record Encounter(LocalDateTime time, int provider) {}
}
