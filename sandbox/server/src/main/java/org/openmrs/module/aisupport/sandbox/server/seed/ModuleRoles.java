/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.UserEntry;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gives the made-up users the roles that the module made when it started. */
public final class ModuleRoles {

    private static final Map<String, String> ROLES = Map.of(
            "clinician", "AI Support: GP",
            "receptionist", "AI Support: Receptionist",
            "administrator", "AI Support: Administrator");

    private final JdbcTemplate jdbc;

    public ModuleRoles(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The roles that are missing, since the module did not make them. */
    public List<String> give(List<UserEntry> users) {
        List<String> missing = new ArrayList<>();
        for (UserEntry user : users) {
            String role = ROLES.get(user.role());
            if (jdbc.queryForList("SELECT role FROM role WHERE role = ?", role).isEmpty()) {
                missing.add(role);
            } else {
                jdbc.update(
                        "INSERT IGNORE INTO user_role (user_id, role) SELECT user_id, ? FROM users WHERE username = ?",
                        role,
                        user.username());
            }
        }
        return missing.stream().distinct().toList();
    }
}
