/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import java.util.UUID;
import org.openmrs.api.AdministrationService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Settings, which OpenMRS calls global properties. */
@Transactional
public class JdbcAdministrationService extends PlatformService implements AdministrationService {

    private final JdbcTemplate jdbc;

    public JdbcAdministrationService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void setGlobalProperty(String property, String value) {
        require("Manage Global Properties");
        jdbc.update(
                "INSERT INTO global_property (property, property_value, uuid, changed_by, date_changed) VALUES (?, ?, ?, ?, NOW())"
                        + " ON DUPLICATE KEY UPDATE property_value = VALUES(property_value),"
                        + " changed_by = VALUES(changed_by), date_changed = NOW()",
                property,
                value,
                UUID.randomUUID().toString(),
                creator());
    }
}
