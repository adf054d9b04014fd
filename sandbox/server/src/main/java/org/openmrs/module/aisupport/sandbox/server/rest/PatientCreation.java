/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.seed.Rows;
import org.springframework.stereotype.Component;

/** A patient, who is a new person with a name and a number. */
@Component
final class PatientCreation implements Creation {

    private final NewRows rows;
    private final IdentifierCreation identifiers;

    PatientCreation(NewRows rows, IdentifierCreation identifiers) {
        this.rows = rows;
        this.identifiers = identifiers;
    }

    @Override
    public String resource() {
        return "patient";
    }

    @Override
    public String create(Submission patient) {
        Privileges.require("Add Patients");
        patient.accepting("person", "identifiers").requiring("person", "identifiers");
        Submission person = patient.part("person")
                .accepting("gender", "birthdate", "birthdateEstimated", "dead", "deathDate", "names");
        List<Submission> names = checkedNames(person);
        LocalDate birthdate = birthdate(person);
        if (person.isBlank("gender")) {
            person.reject("gender", "Person.gender.required", "gender is required");
        }
        List<IdentifierCreation.Identifier> numbers = identifiers.checked(patient);
        patient.throwIfInvalid();

        String uuid = person.textOr("uuid", patient.uuid());
        int id = rows.insert(Rows.of("person")
                .with("uuid", uuid)
                .with("gender", person.text("gender"))
                .with("birthdate", birthdate)
                .with("birthdate_estimated", Boolean.parseBoolean(person.text("birthdateEstimated")))
                .with("dead", Boolean.parseBoolean(person.text("dead")))
                .with("death_date", person.time("deathDate")));
        for (int i = 0; i < names.size(); i++) {
            insertName(id, names.get(i), i == 0);
        }
        rows.insertKeyed(Rows.of("patient").with("patient_id", id));
        identifiers.insert(id, numbers);
        return uuid;
    }

    private static List<Submission> checkedNames(Submission person) {
        List<Submission> names = person.parts("names");
        if (names.isEmpty()) {
            person.reject("names", "Person.shouldHaveAtleastOneNonVoidedName", "a person has a name");
        }
        for (Submission name : names) {
            name.accepting("givenName", "middleName", "familyName", "preferred");
            if (name.isBlank("givenName")) {
                name.reject("givenName", "Patient.names.required.given.family", "givenName is required");
            }
        }
        return names;
    }

    private static LocalDate birthdate(Submission person) {
        LocalDateTime birth = person.time("birthdate");
        if (birth == null) {
            return null;
        }
        if (birth.isAfter(LocalDateTime.now())) {
            person.reject("birthdate", "error.date.future", "birthdate is in the future");
        }
        return birth.toLocalDate();
    }

    private void insertName(int personId, Submission name, boolean first) {
        rows.insert(Rows.of("person_name")
                .with("uuid", name.uuid())
                .with("person_id", personId)
                .with("preferred", Boolean.parseBoolean(name.textOr("preferred", String.valueOf(first))))
                .with("given_name", name.text("givenName"))
                .with("middle_name", name.text("middleName"))
                .with("family_name", name.text("familyName")));
    }
}
