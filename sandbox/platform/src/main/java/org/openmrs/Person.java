/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

import java.util.ArrayList;
import java.util.List;

public class Person extends BaseChangeableOpenmrsData {

    protected Integer personId;

    private final transient List<PersonAttribute> attributes = new ArrayList<>();

    public Person() {}

    public Person(Integer personId) {
        this.personId = personId;
    }

    public Integer getPersonId() {
        return personId;
    }

    public void addAttribute(PersonAttribute newAttribute) {
        attributes.add(newAttribute);
    }

    public List<PersonAttribute> getActiveAttributes() {
        return attributes;
    }

    @Override
    public Integer getId() {
        return personId;
    }

    @Override
    public void setId(Integer id) {
        this.personId = id;
    }
}
