/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import org.openmrs.module.aisupport.sandbox.server.services.PersonAttributes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a patient's record is closed, or taken away for good. Its methods are public for the proxy; see {@link PatientEdits}. */
@Component
@Transactional
public class PatientRemoval {

    private final JdbcTemplate jdbc;
    private final PersonAttributes attributes;

    PatientRemoval(JdbcTemplate jdbc, PersonAttributes attributes) {
        this.jdbc = jdbc;
        this.attributes = attributes;
    }

    /** With names, numbers and attributes, as OpenMRS does. */
    public void close(Row patient, String reason) {
        patient.rows("attributes").forEach(each -> attributes.markVoided(each.text("uuid"), reason));
        Object id = patient.get("personId");
        jdbc.update("UPDATE person_name SET voided = TRUE WHERE person_id = ?", id);
        jdbc.update("UPDATE patient_identifier SET voided = TRUE WHERE patient_id = ?", id);
        jdbc.update("UPDATE patient SET voided = TRUE WHERE patient_id = ?", id);
        jdbc.update("UPDATE person SET voided = TRUE WHERE person_id = ?", id);
    }

    /** The database refuses it where something else of the record refers to the patient. */
    public void purge(Row patient) {
        patient.every("attributes").forEach(each -> attributes.purge(each.text("uuid")));
        Object id = patient.get("personId");
        jdbc.update("DELETE FROM person_name WHERE person_id = ?", id);
        jdbc.update("DELETE FROM patient_identifier WHERE patient_id = ?", id);
        jdbc.update("DELETE FROM patient WHERE patient_id = ?", id);
        jdbc.update("DELETE FROM person WHERE person_id = ?", id);
    }
}
