/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import org.openmrs.Patient;
import org.openmrs.api.PatientService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Patients, as far as records are written about them. */
@Transactional
public class JdbcPatientService extends PlatformService implements PatientService {

    private final JdbcTemplate jdbc;

    public JdbcPatientService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Patient getPatient(Integer patientId) {
        require("Get Patients");
        return jdbc
                .query(
                        "SELECT q.uuid FROM patient p JOIN person q ON q.person_id = p.patient_id WHERE p.patient_id = ?",
                        (row, index) -> {
                            Patient patient = new Patient(patientId);
                            patient.setUuid(row.getString(1));
                            return patient;
                        },
                        patientId)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
