/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import org.openmrs.Diagnosis;
import org.openmrs.api.APIException;
import org.openmrs.api.DiagnosisService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Diagnoses of encounters, as far as modules add to them and take back what they added. */
@Transactional
public class JdbcDiagnosisService extends PlatformService implements DiagnosisService {

    private final WrittenRecords records;

    public JdbcDiagnosisService(JdbcTemplate jdbc) {
        this.records = new WrittenRecords(jdbc, "encounter_diagnosis", "diagnosis_id");
    }

    @Override
    @Transactional(readOnly = true)
    public Diagnosis getDiagnosisByUuid(String uuid) {
        require("Get Diagnoses");
        return records.keyOf(uuid)
                .map(id -> {
                    Diagnosis diagnosis = new Diagnosis();
                    diagnosis.setId(id);
                    diagnosis.setUuid(uuid);
                    return diagnosis;
                })
                .orElse(null);
    }

    @Override
    public Diagnosis save(Diagnosis diagnosis) {
        require("Edit Diagnoses");
        if (diagnosis.getEncounter() == null || diagnosis.getDiagnosis() == null) {
            throw new APIException("A diagnosis needs an encounter, and to say what it is");
        }
        records.add(
                records.row(diagnosis)
                        .with("patient_id", WrittenRecords.idOf(diagnosis.getPatient()))
                        .with("encounter_id", WrittenRecords.idOf(diagnosis.getEncounter()))
                        .with("diagnosis_coded", WrittenRecords.coded(diagnosis.getDiagnosis()))
                        .with("diagnosis_non_coded", diagnosis.getDiagnosis().getNonCoded())
                        .with("certainty", diagnosis.getCertainty().name())
                        .with("dx_rank", diagnosis.getRank())
                        .with("form_namespace_and_path", diagnosis.getFormNamespaceAndPath()),
                diagnosis);
        return diagnosis;
    }

    @Override
    public Diagnosis voidDiagnosis(Diagnosis diagnosis, String voidReason) {
        require("Edit Diagnoses");
        records.markVoided(diagnosis.getUuid(), voidReason);
        return diagnosis;
    }
}
