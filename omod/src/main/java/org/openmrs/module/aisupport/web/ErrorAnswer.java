/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/**
 * An error in the platform's shape: what went wrong, a code for programs, and what to do.
 *
 * @param given what the caller needs besides, such as the decision that stands, by its name in the answer
 */
record ErrorAnswer(
        int status,
        String code,
        String message,
        String detail,
        Map<String, List<InvalidRequestException.Problem>> problems,
        Map<String, Object> given) {

    static ErrorAnswer of(int status, String code, String message, String detail) {
        return new ErrorAnswer(status, code, message, detail, Map.of(), Map.of());
    }

    Map<String, Object> body() {
        JsonObject error =
                new JsonObject().with("message", message).with("code", code).with("detail", detail);
        if (!problems.isEmpty()) {
            error.with("fieldErrors", fieldErrors());
        }
        given.forEach(error::with);
        return new JsonObject().with("error", error.asMap()).asMap();
    }

    private Map<String, Object> fieldErrors() {
        JsonObject fields = new JsonObject();
        problems.forEach((field, found) -> fields.with(
                field,
                found.stream()
                        .map(problem -> new JsonObject()
                                .with("code", problem.code())
                                .with("message", problem.message())
                                .asMap())
                        .toList()));
        return fields.asMap();
    }
}
