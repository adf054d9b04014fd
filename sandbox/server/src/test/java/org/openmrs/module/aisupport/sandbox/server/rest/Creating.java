/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.openmrs.module.aisupport.sandbox.server.Browser;

/** Bodies that create something, written with single quotes, and what the patient file has for them. */
final class Creating {

    static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    static final String OUTPATIENT = "6f0c9a92-6f24-11e3-af88-005056821db0";
    private static final String ROLE = "a0b03050-c99b-11e0-9572-0800200c9a66";
    private static final String IDENTIFIER_TYPE = "8d79403a-c2cc-11de-8d13-0010c6dffd0f";

    private final Browser browser;

    Creating(Browser browser) {
        this.browser = browser;
    }

    Browser.Answer post(String resource, String body) {
        return browser.post("ws/rest/v1/" + resource, body.replace('\'', '"'));
    }

    String created(String resource, String body) {
        Browser.Answer answer = post(resource, body);
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json().get("uuid").asText();
    }

    String patientBody(String identifier) {
        return "{'identifiers':[{'identifier':'%s','identifierType':'%s','location':'%s','preferred':true}],"
                        .formatted(identifier, IDENTIFIER_TYPE, first("location"))
                + "'person':{'gender':'F','birthdate':'%s','names':[{'givenName':'Test','familyName':'Made-up'}]}}"
                        .formatted(LocalDate.now().minusYears(60));
    }

    String patient() {
        return created("patient", patientBody("test-" + UUID.randomUUID()));
    }

    String visitBody(String patient) {
        return "{'patient':'%s','visitType':'%s','location':'%s','startDatetime':'%s'}"
                .formatted(patient, first("visittype"), first("location"), minutesAgo(40));
    }

    String visit(String patient) {
        return created("visit", visitBody(patient));
    }

    /** @param more further properties, each with a comma before it */
    String encounterBody(String patient, String visit, String more) {
        return ("{'patient':'%s','visit':'%s','encounterType':'%s','encounterDatetime':'%s','location':'%s',"
                        + "'encounterProviders':[{'provider':'%s','encounterRole':'%s'}]%s}")
                .formatted(
                        patient,
                        visit,
                        first("encountertype"),
                        minutesAgo(30),
                        first("location"),
                        first("provider?q=GP-1"),
                        ROLE,
                        more);
    }

    String encounter(String patient) {
        return created("encounter", encounterBody(patient, visit(patient), ""));
    }

    String first(String search) {
        JsonNode results = browser.rest(search).json().get("results");
        return results.get(0).get("uuid").asText();
    }

    String concept(String name) {
        return first("concept?q=" + name.replace(" ", "%20"));
    }

    static String minutesAgo(int minutes) {
        return LocalDateTime.now()
                .minusMinutes(minutes)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replaceFirst("T(\\d\\d:\\d\\d)$", "T$1:00");
    }

    static String message(Browser.Answer answer) {
        return answer.json().get("error").get("message").asText();
    }

    /** The code that a field was rejected with. */
    static String rejected(Browser.Answer answer, String field) {
        JsonNode errors = answer.json().get("error").get("fieldErrors").get(field);
        return errors == null ? answer.body() : errors.get(0).get("code").asText();
    }
}
