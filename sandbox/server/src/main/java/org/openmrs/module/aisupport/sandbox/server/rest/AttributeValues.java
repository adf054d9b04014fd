/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import org.springframework.stereotype.Component;

/** What a posted attribute is stored as. */
@Component
final class AttributeValues {

    private final Entities entities;

    AttributeValues(Entities entities) {
        this.entities = entities;
    }

    Row type(Submission attribute) {
        return entities.byUuid("PersonAttributeType", attribute.text("attributeType"))
                .orElseThrow(() -> new RestException.Conversion("attributeType is not the uuid of a type"));
    }

    /** A concept's uuid becomes its number where the type holds concepts; what can't be understood is kept as it came, as in OpenMRS. */
    String of(Submission attribute, Row type) {
        if (!(attribute.get("value") instanceof String value)) {
            throw new RestException.Conversion("value on class org.openmrs.PersonAttribute is not a string");
        }
        return type.text("format").equals("org.openmrs.Concept")
                ? entities.byUuid("Concept", value)
                        .map(concept -> concept.text("conceptId"))
                        .orElse(value)
                : value;
    }
}
