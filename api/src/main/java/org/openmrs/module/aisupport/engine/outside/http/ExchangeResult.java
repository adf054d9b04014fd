/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of an exchange. There is no third kind: an answer that can't be read in full is {@link Failed}. */
public sealed interface ExchangeResult {

    /**
     * @param body the bytes as they came, for the audit's hash and size; empty where no content was expected
     * @param json their content; missing where no content was expected
     */
    record Answered(byte[] body, JsonNode json) implements ExchangeResult {
        /** Nothing of the content: it may be of a patient. */
        @Override
        public String toString() {
            return "Answered[" + body.length + " bytes]";
        }
    }

    /**
     * @param status of HTTP, where one came
     * @param retryAfter how long the engine asked to be left alone
     */
    record Failed(ExchangeFailure reason, OptionalInt status, Optional<Duration> retryAfter) implements ExchangeResult {
        static Failed because(ExchangeFailure reason) {
            return new Failed(reason, OptionalInt.empty(), Optional.empty());
        }
    }
}
