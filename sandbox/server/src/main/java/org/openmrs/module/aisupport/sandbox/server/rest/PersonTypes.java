/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People, patients, those who log in, and places. */
final class PersonTypes {

    static final RestType NAME = RestType.of("name")
            .at(row -> "person/" + row.row("person").text("uuid") + "/name/" + row.text("uuid"))
            .shownAs(Names::full)
            .byDefault("display,uuid,givenName,middleName,familyName,familyName2,voided");

    static final RestType ATTRIBUTE_TYPE = RestType.of("personattributetype")
            .needs("Get Person Attribute Types")
            .byDefault("uuid,display,name,description,format,foreignKey,sortWeight,searchable,editPrivilege,retired");

    static final RestType ATTRIBUTE = RestType.of("attribute")
            .at(row -> "person/" + row.row("person").text("uuid") + "/attribute/" + row.text("uuid"))
            .shownAs(PersonTypes::words)
            .with("value", PersonTypes::value)
            .byDefault("display,uuid,value:ref,attributeType:ref,voided");

    static final RestType PERSON = RestType.of("person")
            .needs("Get People")
            .shownAs(PersonTypes::nameOf)
            .with("preferredName", PersonTypes::preferredName)
            .with("personName", PersonTypes::preferredName)
            .with("names", row -> row.rows("names").toList())
            .with("attributes", row -> row.rows("attributes").toList())
            .with("addresses", row -> List.of())
            .with("age", Names::age)
            .with("voided", row -> row.get("personVoided"))
            .byDefault("uuid,display,gender,age,birthdate,birthdateEstimated,dead,deathDate,causeOfDeath,"
                    + "preferredName:ref,preferredAddress,attributes:ref,voided")
            .full(
                    "uuid,display,gender,age,birthdate,birthdateEstimated,dead,deathDate,causeOfDeath,preferredName:default,"
                            + "preferredAddress,names,addresses,attributes:default,voided");

    static final RestType PATIENT = RestType.of("patient")
            .needs("Get Patients")
            .shownAs(row -> Stream.of(identifierOf(row), nameOf(row))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" - ")))
            .with("person", row -> new RestType.Shown(PERSON, row))
            .with("identifiers", row -> row.rows("identifiers").toList())
            .with(
                    "patientIdentifier",
                    row -> row.rows("identifiers").findFirst().orElse(null))
            .byDefault("uuid,display,identifiers:ref,person:default,voided")
            .full("uuid,display,identifiers:default,person:full,voided");

    static final RestType IDENTIFIER = RestType.of("identifier")
            .at(row -> "patient/" + row.row("patient").text("uuid") + "/identifier/" + row.text("uuid"))
            .shownAs(row -> row.row("identifierType").text("name") + " = " + row.text("identifier"))
            .byDefault("display,uuid,identifier,identifierType:ref,location:ref,preferred,voided");

    static final RestType USER = RestType.of("user")
            .needs("Get Users")
            .shownAs(row -> row.text("username"))
            .with("person", row -> new RestType.Shown(PERSON, row.row("person")))
            .byDefault("uuid,display,username,systemId,userProperties,person:ref,retired");

    static final RestType PROVIDER = RestType.of("provider")
            .needs("Get Providers")
            .shownAs(row -> row.text("identifier") + " - " + providerName(row))
            .with("person", row -> row.row("person") == null ? null : new RestType.Shown(PERSON, row.row("person")))
            .byDefault("uuid,display,person:ref,identifier,retired");

    private PersonTypes() {}

    static Map<String, RestType> all() {
        return Map.of(
                "Person", PERSON,
                "Patient", PATIENT,
                "PersonName", NAME,
                "PersonAttribute", ATTRIBUTE,
                "PersonAttributeType", ATTRIBUTE_TYPE,
                "PatientIdentifier", IDENTIFIER,
                "PatientIdentifierType", RestType.of("patientidentifiertype").needs("Get Identifier Types"),
                "User", USER,
                "Provider", PROVIDER,
                "Location", LocationTypes.location());
    }

    static String nameOf(Row person) {
        Row name = preferredName(person);
        return name == null ? "" : Names.full(name);
    }

    static String providerName(Row provider) {
        return provider.row("person") == null ? provider.text("name") : nameOf(provider.row("person"));
    }

    private static Row preferredName(Row person) {
        return person.rows("names")
                .min((a, b) -> Boolean.compare(b.is("preferred"), a.is("preferred")))
                .orElse(null);
    }

    private static String identifierOf(Row patient) {
        return patient.rows("identifiers")
                .findFirst()
                .map(row -> row.text("identifier"))
                .orElse("");
    }

    /** The concept that the attribute stands for, where its type says so and there is one. */
    private static Object value(Row attribute) {
        Row concept = attribute.row("sandboxConcept");
        return concept == null ? attribute.get("value") : concept;
    }

    private static String words(Row attribute) {
        return value(attribute) instanceof Row concept ? DictionaryTypes.nameOf(concept) : attribute.text("value");
    }
}
