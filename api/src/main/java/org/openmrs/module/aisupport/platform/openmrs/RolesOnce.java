/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.api.UserService;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.platform.PlatformSetup;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/** Makes the module's roles once and never again: a site that removes or changes one has decided. */
final class RolesOnce implements PlatformSetup.Step {

    private final Settings settings;
    private final Elevation elevation;
    private final Map<String, List<String>> privilegesByRole;

    RolesOnce(Settings settings, Elevation elevation, Map<String, List<String>> privilegesByRole) {
        this.settings = settings;
        this.elevation = elevation;
        this.privilegesByRole = privilegesByRole;
    }

    @Override
    public String name() {
        return "Roles";
    }

    @Override
    public void add() {
        if (missing().isPresent()) {
            elevation.with(this::save, "Get Roles", "Manage Roles", "Get Privileges", "Manage Global Properties");
        }
    }

    @Override
    public Optional<String> missing() {
        return settings.value(Setting.ROLES_CREATED).filter("true"::equals).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "The module has not made its roles yet. Restart it, or give its privileges to roles of yours.");
    }

    private void save() {
        UserService users = Context.getUserService();
        privilegesByRole.forEach((name, privileges) -> {
            if (users.getRole(name) == null) {
                Role role = new Role(name, "Made by the AI support module");
                role.setPrivileges(existing(users, privileges));
                users.saveRole(role);
            }
        });
        Context.getAdministrationService().setGlobalProperty(Setting.ROLES_CREATED.property(), "true");
    }

    private static Set<Privilege> existing(UserService users, List<String> names) {
        Set<Privilege> privileges = new HashSet<>();
        for (String name : names) {
            Privilege privilege = users.getPrivilege(name);
            if (privilege == null) {
                throw new IllegalStateException("the privilege '" + name + "' does not exist yet");
            }
            privileges.add(privilege);
        }
        return privileges;
    }
}
