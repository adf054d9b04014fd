/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import org.springframework.http.HttpStatus;

/** A request that can't be answered; it becomes an OperationOutcome. */
abstract class FhirException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    FhirException(HttpStatus status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** Of FHIR's kinds of issues. */
    String code() {
        return code;
    }

    HttpStatus status() {
        return status;
    }

    static final class Invalid extends FhirException {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(HttpStatus.BAD_REQUEST, "processing", message);
        }
    }

    static final class Unknown extends FhirException {
        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(HttpStatus.NOT_FOUND, "processing", message);
        }
    }

    static final class Gone extends FhirException {
        private static final long serialVersionUID = 1L;

        Gone(String message) {
            super(HttpStatus.GONE, "processing", message);
        }
    }

    static final class Unsupported extends FhirException {
        private static final long serialVersionUID = 1L;

        Unsupported(String message) {
            super(HttpStatus.BAD_REQUEST, "not-supported", message);
        }
    }
}
