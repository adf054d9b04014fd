/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers as FHIR, errors too. Public for the same reason as the base class of the REST controllers. */
public abstract class OutcomeController {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeController.class);
    private static final String TYPE = "application/fhir+json;charset=UTF-8";

    @ExceptionHandler(FhirException.class)
    public ResponseEntity<Object> answered(FhirException e) {
        return outcome(e.status(), e.code(), e.getMessage());
    }

    /** Who has not logged in gets the server's error page, as in fhir2; and who may not, status 500, for fhir2 knows no better. */
    @ExceptionHandler(APIAuthenticationException.class)
    public ResponseEntity<Object> refused(APIAuthenticationException e, HttpServletResponse response)
            throws IOException {
        if (CurrentThread.account().isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Not authenticated");
            return null;
        }
        return outcome(HttpStatus.INTERNAL_SERVER_ERROR, "processing", e.getMessage());
    }

    @ExceptionHandler(Exception.class)
    public ResponseEntity<Object> failed(Exception e) {
        LOG.error("A FHIR request failed", e);
        return outcome(HttpStatus.INTERNAL_SERVER_ERROR, "processing", e.getMessage());
    }

    static void requireLogin() {
        if (CurrentThread.account().isEmpty()) {
            throw new APIAuthenticationException("Not authenticated");
        }
    }

    static ResponseEntity<Object> json(Object body) {
        return ResponseEntity.ok().header("Content-Type", TYPE).body(body);
    }

    private static ResponseEntity<Object> outcome(HttpStatus status, String code, String message) {
        Object issue = Fields.of("severity", "error").with("code", code).with("diagnostics", message);
        Object body = Fields.of("resourceType", "OperationOutcome")
                .with("issue", List.of(issue))
                .toMap();
        return ResponseEntity.status(status).header("Content-Type", TYPE).body(body);
    }
}
