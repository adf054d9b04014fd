/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

public class Privilege extends BaseChangeableOpenmrsMetadata {

    private String privilege;

    public Privilege(String privilege) {
        this.privilege = privilege;
    }

    public String getPrivilege() {
        return privilege;
    }

    @Override
    public Integer getId() {
        throw new UnsupportedOperationException("a privilege is known by its name");
    }

    @Override
    public void setId(Integer id) {
        throw new UnsupportedOperationException("a privilege is known by its name");
    }
}
