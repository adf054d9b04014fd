/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import org.openmrs.module.aisupport.engine.EngineFailure;

/**
 * Why an exchange came to nothing. The words are for an administrator; they hold nothing of the payload, the answer or a secret (X3).
 */
public enum ExchangeFailure {
    ADDRESS_MALFORMED(
            Left.NO,
            "The engine's address is malformed, or carries a user or a fragment. Write it as https://host/path."),
    NOT_HTTPS(Left.NO, "The engine's address is not https. Plain http is allowed to this machine itself only."),
    HOST_NOT_ALLOWED(Left.NO, "The engine's host and port are not among the allowed hosts in the runtime properties."),
    HOST_UNKNOWN(Left.NO, "The engine's host name is not known."),
    INSIDE_ADDRESS(
            Left.NO,
            "The engine's host name leads to an address that is not public. If the engine stands in your own network, allow it as"
                    + " 'inside:' in the runtime properties."),
    TOO_MANY_CALLS(Left.NO, "The limit of calls in a while is reached. It counts every attempt."),
    HELD_OFF(Left.NO, "The engine asked to be left alone for a while, and that while is not over."),
    CIRCUIT_OPEN(Left.NO, "The engine failed several times in a row, so it is not called for a while."),
    BUSY_HERE(Left.NO, "As many calls as this server allows at once are under way."),
    CLOSED(Left.NO, "The module is stopping."),
    NO_CONNECTION(Left.NO, "No connection to the engine."),
    NOT_TRUSTED(Left.NO, "The engine's certificate is not trusted, or is not for its host name."),
    CANCELLED(Left.PERHAPS, "The call was cancelled."),
    TOO_SLOW(Left.PERHAPS, "The engine did not answer in full within the time allowed."),
    BROKEN(Left.PERHAPS, "The connection broke, or what came over it is not HTTP."),
    REDIRECTED(
            Left.YES,
            "The engine redirected elsewhere. Redirects are not followed; set the address it redirects to, if you trust it."),
    UNAUTHORISED(Left.YES, "The engine refused the secret. Check it in the runtime properties."),
    NOT_FOUND(Left.YES, "The engine has nothing at its address."),
    LACKS_DATA(Left.YES, "The engine needs data that it was not given."),
    ASKED_TO_WAIT(Left.YES, "The engine says that it was called too often."),
    REFUSED(Left.YES, "The engine refused the request."),
    ENGINE_FAILED(Left.YES, "The engine failed."),
    NO_CONTENT(Left.YES, "The engine answered without content."),
    UNEXPECTED_STATUS(Left.YES, "The engine answered with a status that its protocol does not have."),
    ENCODED(Left.YES, "The engine compressed its answer though it was not asked to. Such answers are not unpacked."),
    NOT_JSON_TYPE(Left.YES, "The engine's answer is not declared as JSON in UTF-8."),
    TOO_LARGE(Left.YES, "The engine's answer is larger than allowed."),
    NOT_UTF8(Left.YES, "The engine's answer is not UTF-8."),
    NOT_JSON(Left.YES, "The engine's answer is not a JSON object."),
    REPEATED_FIELD(Left.YES, "The engine's answer has the same field twice, so that it can be read in two ways."),
    TOO_DEEP(Left.YES, "The engine's answer is nested more deeply than allowed."),
    TOO_LONG_A_VALUE(Left.YES, "The engine's answer holds a text, a name or a number that is longer than allowed.");

    private enum Left {
        NO,
        PERHAPS,
        YES
    }

    private final Left left;
    private final String words;

    ExchangeFailure(Left left, String words) {
        this.left = left;
        this.words = words;
    }

    /** For an administrator. */
    public String words() {
        return words;
    }

    /** False only where it is certain that nothing of the payload left this server. */
    public boolean mayHaveLeft() {
        return left != Left.NO;
    }

    /** As a run is told of it. */
    public EngineFailure asFailure() {
        return new EngineFailure(
                words,
                switch (this) {
                    case TOO_SLOW -> EngineFailure.Kind.TIMED_OUT;
                    case CIRCUIT_OPEN, HELD_OFF, TOO_MANY_CALLS, BUSY_HERE -> EngineFailure.Kind.LEFT_ALONE;
                    default -> EngineFailure.Kind.FAILED;
                });
    }

    /** Whether the engine is to blame, which a circuit breaker counts. */
    public boolean isEnginesFault() {
        return switch (this) {
            case ADDRESS_MALFORMED,
                    NOT_HTTPS,
                    HOST_NOT_ALLOWED,
                    TOO_MANY_CALLS,
                    HELD_OFF,
                    CIRCUIT_OPEN,
                    BUSY_HERE,
                    CLOSED,
                    CANCELLED,
                    LACKS_DATA -> false;
            default -> true;
        };
    }
}
