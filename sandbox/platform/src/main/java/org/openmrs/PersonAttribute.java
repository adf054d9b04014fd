/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

public class PersonAttribute extends BaseChangeableOpenmrsData {

    private Integer personAttributeId;

    private PersonAttributeType attributeType;

    private String value;

    public PersonAttribute() {}

    public PersonAttribute(PersonAttributeType type, String value) {
        this.attributeType = type;
        this.value = value;
    }

    public PersonAttributeType getAttributeType() {
        return attributeType;
    }

    public String getValue() {
        return value;
    }

    @Override
    public Integer getId() {
        return personAttributeId;
    }

    @Override
    public void setId(Integer id) {
        this.personAttributeId = id;
    }
}
