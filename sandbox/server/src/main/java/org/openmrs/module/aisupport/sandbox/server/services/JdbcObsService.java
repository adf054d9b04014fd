/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import java.sql.Timestamp;
import org.openmrs.Obs;
import org.openmrs.api.APIException;
import org.openmrs.api.ObsService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Observations in words, as far as modules add them and take back what they added. */
@Transactional
public class JdbcObsService extends PlatformService implements ObsService {

    private final WrittenRecords records;

    public JdbcObsService(JdbcTemplate jdbc) {
        this.records = new WrittenRecords(jdbc, "obs", "obs_id");
    }

    @Override
    @Transactional(readOnly = true)
    public Obs getObsByUuid(String uuid) {
        require("Get Observations");
        return records.keyOf(uuid)
                .map(id -> {
                    Obs obs = new Obs();
                    obs.setId(id);
                    obs.setUuid(uuid);
                    return obs;
                })
                .orElse(null);
    }

    @Override
    public Obs saveObs(Obs obs, String changeMessage) {
        require("Add Observations");
        if (obs.getPerson() == null || obs.getConcept() == null || obs.getValueText() == null) {
            throw new APIException("An observation needs a person, a concept and a value");
        }
        records.add(
                records.row(obs)
                        .with("person_id", WrittenRecords.idOf(obs.getPerson()))
                        .with("encounter_id", WrittenRecords.idOf(obs.getEncounter()))
                        .with("concept_id", WrittenRecords.idOf(obs.getConcept()))
                        .with("obs_datetime", new Timestamp(obs.getObsDatetime().getTime()))
                        .with("value_text", obs.getValueText())
                        .with("form_namespace_and_path", obs.getFormNamespaceAndPath()),
                obs);
        return obs;
    }

    @Override
    public Obs voidObs(Obs obs, String reason) {
        require("Edit Observations");
        records.markVoided(obs.getUuid(), reason);
        return obs;
    }
}
