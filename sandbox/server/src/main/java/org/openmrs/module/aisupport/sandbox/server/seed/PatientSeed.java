/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.util.Locale;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.AllergyEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.ConditionEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.PatientEntry;

/** One patient with the whole record. */
final class PatientSeed {

    private final Rows rows;
    private final Keys keys;
    private final Calendar calendar;
    private final PeopleSeed people;
    private final VisitSeed visits;
    private final OrderSeed orders;

    PatientSeed(Rows rows, Keys keys, Calendar calendar, PeopleSeed people) {
        this.rows = rows;
        this.keys = keys;
        this.calendar = calendar;
        this.people = people;
        ObsSeed obs = new ObsSeed(rows, keys, calendar);
        this.visits = new VisitSeed(rows, keys, calendar, obs);
        this.orders = new OrderSeed(rows, keys, calendar);
    }

    void load(PatientEntry patient) {
        int id = people.person(
                patient.uuid(),
                patient.gender(),
                calendar.birthdate(patient.age()),
                patient.dead(),
                patient.givenName(),
                patient.familyName());
        rows.insertKeyed(Rows.of("patient")
                .with("patient_id", id)
                .with("allergy_status", patient.allergies().isEmpty() ? "Unknown" : "See list"));
        identifier(patient, id);
        visits.load(id, patient);
        patient.conditions().forEach(condition -> condition(id, condition));
        patient.allergies().forEach(allergy -> allergy(id, allergy));
        patient.medications().forEach(medication -> orders.load(id, medication));
    }

    private void identifier(PatientEntry patient, int id) {
        int type =
                rows.id("patient_identifier_type", "name", "Old Identification Number", "patient_identifier_type_id");
        rows.insert(Rows.of("patient_identifier")
                .with("uuid", Keys.derived(patient.uuid() + "/identifier"))
                .with("patient_id", id)
                .with("identifier", patient.identifier())
                .with("identifier_type", type)
                .with(
                        "location_id",
                        keys.get("location", patient.visits().get(0).location()))
                .with("preferred", true));
    }

    private void condition(int patientId, ConditionEntry condition) {
        rows.insert(Rows.of("conditions")
                .with("uuid", condition.uuid())
                .with("patient_id", patientId)
                .with("condition_coded", keys.concept(condition.concept()))
                .with("clinical_status", condition.status())
                .with("verification_status", "CONFIRMED")
                .with("onset_date", calendar.startOfDay(condition.onsetDaysAgo()))
                .with(
                        "end_date",
                        condition.endedDaysAgo() == null ? null : calendar.startOfDay(condition.endedDaysAgo())));
    }

    private void allergy(int patientId, AllergyEntry allergy) {
        int id = rows.insert(Rows.of("allergy")
                .with("uuid", allergy.uuid())
                .with("patient_id", patientId)
                .with("allergen_type", allergy.type())
                .with("coded_allergen", keys.concept(allergy.concept()))
                .with(
                        "severity_concept_id",
                        keys.concept("severity-" + allergy.severity().toLowerCase(Locale.ROOT))));
        rows.insert(Rows.of("allergy_reaction")
                .with("uuid", Keys.derived(allergy.uuid() + "/reaction"))
                .with("allergy_id", id)
                .with("reaction_concept_id", keys.concept(allergy.reaction())));
    }
}
