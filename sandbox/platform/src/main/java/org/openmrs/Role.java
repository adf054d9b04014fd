/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

import java.util.HashSet;
import java.util.Set;

public class Role extends BaseChangeableOpenmrsMetadata {

    private String role;

    private Set<Privilege> privileges = new HashSet<>();

    public Role(String role, String description) {
        this.role = role;
        setDescription(description);
    }

    public String getRole() {
        return role;
    }

    public Set<Privilege> getPrivileges() {
        return privileges;
    }

    public void setPrivileges(Set<Privilege> privileges) {
        this.privileges = privileges;
    }

    @Override
    public Integer getId() {
        throw new UnsupportedOperationException("a role is known by its name");
    }

    @Override
    public void setId(Integer id) {
        throw new UnsupportedOperationException("a role is known by its name");
    }
}
