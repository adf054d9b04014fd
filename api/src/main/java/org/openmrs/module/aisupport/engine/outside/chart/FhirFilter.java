/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Where a token parameter of a search (http://hl7.org/fhir/R4/search.html#token) looks; several values are alternatives. */
enum FhirFilter {
    CODE("/code"),
    MEDICATION("/medicationCodeableConcept"),
    CATEGORY("/category/0"),
    CLINICAL_STATUS("/clinicalStatus"),
    STATUS("/status"),
    INTENT("/intent");

    private final String place;

    FhirFilter(String place) {
        this.place = place;
    }

    boolean matches(JsonNode resource, List<String> tokens) {
        JsonNode value = resource.at(place);
        return tokens.stream()
                .anyMatch(token -> value.isTextual() ? token.equals(value.textValue()) : isAmong(token, value));
    }

    private static boolean isAmong(String token, JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            if (isSame(
                    token, coding.path("system").asText(), coding.path("code").asText())) {
                return true;
            }
        }
        return false;
    }

    /** {@code code} in any system, or {@code system|code}. */
    static boolean isSame(String token, String system, String code) {
        return token.equals(code) || token.equals(system + "|" + code);
    }
}
