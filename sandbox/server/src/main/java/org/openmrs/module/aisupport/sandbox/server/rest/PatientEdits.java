/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Optional;
import org.openmrs.module.aisupport.sandbox.server.services.PersonAttributes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The edit of a person, as registration screens send it: the attributes only. Its method is public, since a proxy of another class loader
 * would pass over anything less.
 */
@Component
@Transactional
public class PatientEdits {

    private final Entities entities;
    private final PersonAttributes attributes;
    private final AttributeValues values;

    PatientEdits(Entities entities, PersonAttributes attributes, AttributeValues values) {
        this.entities = entities;
        this.attributes = attributes;
        this.values = values;
    }

    /** All of it or nothing. What is not named stays as it is. */
    public void edit(Row person, Submission submitted) {
        submitted.accepting("attributes").parts("attributes").forEach(part -> editAttribute(person, part));
    }

    private void editAttribute(Row person, Submission part) {
        part.accepting("attributeType", "value", "voided");
        Optional<Row> existing = existing(person, part);
        if (existing.isEmpty()) {
            add(person, part.requiring("attributeType", "value"));
            return;
        }
        String uuid = existing.get().text("uuid");
        if (part.has("value")) {
            attributes.overwrite(uuid, values.of(part, existing.get().row("attributeType")));
        }
        if (part.has("voided")) {
            attributes.setVoided(uuid, Boolean.parseBoolean(part.text("voided")));
        }
    }

    private void add(Row person, Submission part) {
        Row type = values.type(part);
        attributes.add(
                (Integer) person.get("personId"),
                (Integer) type.get("personAttributeTypeId"),
                values.of(part, type),
                part.uuid());
    }

    /** The one with that uuid, voided or not; where none is given, what the person has of that type now. */
    private Optional<Row> existing(Row person, Submission part) {
        return part.has("uuid")
                ? entities.byUuid("PersonAttribute", part.text("uuid"))
                        .filter(each -> each.row("person").text("uuid").equals(person.text("uuid")))
                : person.rows("attributes")
                        .filter(each -> each.row("attributeType").text("uuid").equals(part.text("attributeType")))
                        .findFirst();
    }
}
