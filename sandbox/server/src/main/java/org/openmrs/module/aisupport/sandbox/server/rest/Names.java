/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.time.LocalDate;
import java.time.Period;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that stand for people and concepts. */
public final class Names {

    private Names() {}

    /** Of a person or a concept: the preferred name. */
    public static String of(Row named) {
        boolean isConcept = named.isA("Concept") || named.isA("ConceptNumeric");
        return isConcept ? DictionaryTypes.nameOf(named) : PersonTypes.nameOf(named);
    }

    public static String full(Row personName) {
        return Stream.of("givenName", "middleName", "familyName")
                .map(personName::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /** In whole years; null where nobody knows the birth date. */
    public static Object age(Row person) {
        return person.get("birthdate") instanceof Date date
                ? Period.between(new java.sql.Date(date.getTime()).toLocalDate(), LocalDate.now())
                        .getYears()
                : null;
    }
}
