/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What OpenMRS's validators would say against something posted: about one field, or about the whole. */
final class InvalidSubmission extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String CODE = "webservices.rest.error.invalid.submission";

    private final transient List<Object> globalErrors = new ArrayList<>();
    private final transient Map<String, List<Object>> fieldErrors = new LinkedHashMap<>();

    InvalidSubmission() {
        super("Invalid Submission");
    }

    void reject(String field, String code, String message) {
        fieldErrors.computeIfAbsent(field, name -> new ArrayList<>()).add(error(code, message));
    }

    void reject(String code, String message) {
        globalErrors.add(error(code, message));
    }

    void throwIfAny() {
        if (!globalErrors.isEmpty() || !fieldErrors.isEmpty()) {
            throw this;
        }
    }

    Map<String, Object> body() {
        return Map.of(
                "error",
                ChartTypes.group(
                        "message",
                        getMessage(),
                        "code",
                        CODE,
                        "globalErrors",
                        globalErrors,
                        "fieldErrors",
                        fieldErrors));
    }

    private static Map<String, Object> error(String code, String message) {
        return ChartTypes.group("code", code, "message", message);
    }
}
