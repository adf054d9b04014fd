/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import org.openmrs.Encounter;
import org.openmrs.api.EncounterService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Encounters, as far as records are written in them. */
@Transactional
public class JdbcEncounterService extends PlatformService implements EncounterService {

    private final JdbcTemplate jdbc;

    public JdbcEncounterService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Encounter getEncounterByUuid(String uuid) {
        require("Get Encounters");
        return jdbc
                .query(
                        "SELECT encounter_id FROM encounter WHERE uuid = ?",
                        (row, index) -> {
                            Encounter encounter = new Encounter(row.getInt(1));
                            encounter.setUuid(uuid);
                            return encounter;
                        },
                        uuid)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
