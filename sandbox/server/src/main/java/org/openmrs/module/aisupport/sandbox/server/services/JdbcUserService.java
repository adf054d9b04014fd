/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import java.util.HashSet;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.api.UserService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Roles and privileges. */
@Transactional
public class JdbcUserService extends PlatformService implements UserService {

    private final JdbcTemplate jdbc;

    public JdbcUserService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Role getRole(String name) {
        require("Get Roles");
        return jdbc
                .query(
                        "SELECT role, description, uuid FROM role WHERE role = ?",
                        (row, index) -> role(row.getString(1), row.getString(2), row.getString(3)),
                        name)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private Role role(String name, String description, String uuid) {
        Role role = new Role(name, description);
        role.setUuid(uuid);
        role.setPrivileges(new HashSet<>(jdbc.query(
                "SELECT p.privilege, p.uuid, p.description FROM privilege p"
                        + " JOIN role_privilege g ON g.privilege = p.privilege WHERE g.role = ?",
                (row, index) -> privilege(row.getString(1), row.getString(2), row.getString(3)),
                name)));
        return role;
    }

    @Override
    public Role saveRole(Role role) {
        require("Manage Roles");
        jdbc.update(
                "INSERT INTO role (role, description, uuid) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE description = VALUES(description)",
                role.getRole(),
                role.getDescription(),
                role.getUuid());
        jdbc.update("DELETE FROM role_privilege WHERE role = ?", role.getRole());
        role.getPrivileges()
                .forEach(privilege -> jdbc.update(
                        "INSERT INTO role_privilege (role, privilege) VALUES (?, ?)",
                        role.getRole(),
                        privilege.getPrivilege()));
        return role;
    }

    @Override
    @Transactional(readOnly = true)
    public Privilege getPrivilege(String name) {
        require("Get Privileges");
        return jdbc
                .query(
                        "SELECT privilege, uuid, description FROM privilege WHERE privilege = ?",
                        (row, index) -> privilege(row.getString(1), row.getString(2), row.getString(3)),
                        name)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Privilege privilege(String name, String uuid, String description) {
        Privilege privilege = new Privilege(name);
        privilege.setUuid(uuid);
        privilege.setDescription(description);
        return privilege;
    }
}
