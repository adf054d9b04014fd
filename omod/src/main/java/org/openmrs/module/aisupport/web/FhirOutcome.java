/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/**
 * An error as FHIR's OperationOutcome. Built as a map and not by HAPI, because HAPI may be what failed, and because nobody who is not
 * logged in should make it learn its model.
 */
final class FhirOutcome {

    private FhirOutcome() {}

    static Map<String, Object> of(ErrorAnswer answer) {
        Stream<Map<String, Object>> issues = answer.problems().isEmpty()
                ? Stream.of(issue(type(answer.status()), answer.code(), answer.message(), answer.detail()))
                : answer.problems().entrySet().stream().flatMap(field -> issues(answer.code(), field));
        return new JsonObject()
                .with("resourceType", "OperationOutcome")
                .with("issue", issues.toList())
                .asMap();
    }

    private static Stream<Map<String, Object>> issues(
            String code, Map.Entry<String, List<InvalidRequestException.Problem>> field) {
        return field.getValue().stream()
                .map(problem -> issue(
                        "required".equals(problem.code()) ? "required" : "value",
                        code,
                        field.getKey() + ": " + problem.message(),
                        ""));
    }

    private static Map<String, Object> issue(String type, String code, String message, String detail) {
        Map<String, Object> coding = new JsonObject().with("code", code).asMap();
        Object details = new JsonObject()
                .with("coding", List.of(coding))
                .with("text", message)
                .asMap();
        return new JsonObject()
                .with("severity", "error")
                .with("code", type)
                .with("details", details)
                .with("diagnostics", detail.isBlank() ? null : detail)
                .asMap();
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405, 406, 415 -> "not-supported";
            case 409 -> "conflict";
            case 413 -> "too-long";
            default -> status < 500 ? "invalid" : "exception";
        };
    }
}
