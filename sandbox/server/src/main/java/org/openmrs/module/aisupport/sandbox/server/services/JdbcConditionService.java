/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import org.openmrs.Condition;
import org.openmrs.api.APIException;
import org.openmrs.api.ConditionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** The problem list, as far as modules add to it and take back what they added. */
@Transactional
public class JdbcConditionService extends PlatformService implements ConditionService {

    private final WrittenRecords records;

    public JdbcConditionService(JdbcTemplate jdbc) {
        this.records = new WrittenRecords(jdbc, "conditions", "condition_id");
    }

    @Override
    @Transactional(readOnly = true)
    public Condition getConditionByUuid(String uuid) {
        require("Get Conditions");
        return records.keyOf(uuid)
                .map(id -> {
                    Condition condition = new Condition();
                    condition.setId(id);
                    condition.setUuid(uuid);
                    return condition;
                })
                .orElse(null);
    }

    @Override
    public Condition saveCondition(Condition condition) {
        require("Edit Conditions");
        if (condition.getCondition() == null || condition.getClinicalStatus() == null) {
            throw new APIException("A condition needs to say what it is, and a clinical status");
        }
        records.add(
                records.row(condition)
                        .with("patient_id", WrittenRecords.idOf(condition.getPatient()))
                        .with("encounter_id", WrittenRecords.idOf(condition.getEncounter()))
                        .with("condition_coded", WrittenRecords.coded(condition.getCondition()))
                        .with("condition_non_coded", condition.getCondition().getNonCoded())
                        .with("clinical_status", condition.getClinicalStatus().name())
                        .with(
                                "verification_status",
                                condition.getVerificationStatus().name())
                        .with("form_namespace_and_path", condition.getFormNamespaceAndPath()),
                condition);
        return condition;
    }

    @Override
    public Condition voidCondition(Condition condition, String voidReason) {
        require("Edit Conditions");
        records.markVoided(condition.getUuid(), voidReason);
        return condition;
    }
}
