/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.net.URI;
import java.util.Optional;

/**
 * What is to be sent, to the byte: the caller hashes and keeps what leaves before it does.
 *
 * @param body JSON in UTF-8; empty for a GET
 * @param answer what a good answer holds
 */
public record OutgoingRequest(URI address, Optional<byte[]> body, Optional<Secret> secret, Answer answer) {

    public enum Answer {
        /** A JSON object with status 200. */
        JSON,
        /** Any 2xx; a body is not read. */
        NOTHING
    }

    public static OutgoingRequest get(URI address, Optional<Secret> secret) {
        return new OutgoingRequest(address, Optional.empty(), secret, Answer.JSON);
    }

    public static OutgoingRequest post(URI address, byte[] json, Optional<Secret> secret) {
        return new OutgoingRequest(address, Optional.of(json), secret, Answer.JSON);
    }

    /** One whose answer counts by its status alone, such as feedback. */
    public static OutgoingRequest tell(URI address, byte[] json, Optional<Secret> secret) {
        return new OutgoingRequest(address, Optional.of(json), secret, Answer.NOTHING);
    }

    /** Neither payload nor path, in which an engine's key may stand. */
    @Override
    public String toString() {
        return "OutgoingRequest[" + address.getHost() + ", "
                + body.map(bytes -> bytes.length + " bytes").orElse("no body") + "]";
    }
}
