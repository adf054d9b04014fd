/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import org.springframework.http.HttpStatus;

/** A request that can't be answered, with the status and the words that webservices.rest has for it. */
abstract class RestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String reason;

    RestException(HttpStatus status, String reason, String message) {
        super(message);
        this.status = status;
        this.reason = reason;
    }

    HttpStatus status() {
        return status;
    }

    String reason() {
        return reason;
    }

    static final class ObjectNotFound extends RestException {
        private static final long serialVersionUID = 1L;

        ObjectNotFound() {
            super(HttpStatus.NOT_FOUND, "Object with given uuid doesn't exist", null);
        }
    }

    static final class UnknownResource extends RestException {
        private static final long serialVersionUID = 1L;

        UnknownResource(String name) {
            super(HttpStatus.NOT_FOUND, "Resource does not exist in the sandbox", "Unknown resource: v1/" + name);
        }
    }

    static final class Unsupported extends RestException {
        private static final long serialVersionUID = 1L;

        Unsupported() {
            super(HttpStatus.BAD_REQUEST, "The Resource Does not Support the Requested Operation", null);
        }
    }

    static final class InvalidSearch extends RestException {
        private static final long serialVersionUID = 1L;

        InvalidSearch(String message) {
            super(HttpStatus.BAD_REQUEST, "The search with the given parameters is not valid", message);
        }
    }

    static final class Conversion extends RestException {
        private static final long serialVersionUID = 1L;

        Conversion(String message) {
            super(HttpStatus.BAD_REQUEST, "", message);
        }
    }

    /** What OpenMRS throws an APIException for, and webservices.rest answers with 500. */
    static final class Unusable extends RestException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(HttpStatus.INTERNAL_SERVER_ERROR, "", message);
        }
    }
}
