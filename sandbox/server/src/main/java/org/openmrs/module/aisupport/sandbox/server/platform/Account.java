/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.util.List;
import java.util.Set;

/** Somebody who may log in, with everything that the roles grant. */
public record Account(
        int userId,
        String uuid,
        String username,
        String systemId,
        int personId,
        String personUuid,
        List<String> roles,
        Set<String> privileges) {

    private static final String SUPERUSER = "System Developer";

    public Account {
        roles = List.copyOf(roles);
        privileges = Set.copyOf(privileges);
    }

    /** The platform's superuser passes every check, and everybody who is logged in has the privilege without a name. */
    boolean has(String privilege) {
        return privilege == null || privilege.isEmpty() || roles.contains(SUPERUSER) || privileges.contains(privilege);
    }
}
