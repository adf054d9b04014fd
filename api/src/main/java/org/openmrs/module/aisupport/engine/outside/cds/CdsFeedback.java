/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Verdict;

/**
 * What a GP made of a card (CDS Hooks 2.0, Feedback). A card that was not decided is not told of, and one without uuid can't be. There is
 * no {@code userComment}: what a GP writes may say whose record it was about.
 */
final class CdsFeedback {

    private CdsFeedback() {}

    /** The body of one request. Empty where the card was accepted and none of its suggestions can be named: then nothing is sent. */
    static Optional<byte[]> body(CdsHandle handle, Verdict verdict) {
        ObjectNode feedback = JsonNodeFactory.instance
                .objectNode()
                .put("card", handle.card())
                .put("outcome", verdict.accepted() ? "accepted" : "overridden")
                .put(
                        "outcomeTimestamp",
                        verdict.at().truncatedTo(ChronoUnit.SECONDS).toString());
        if (verdict.accepted()) {
            if (handle.suggestion().isEmpty()) {
                return Optional.empty();
            }
            feedback.putArray("acceptedSuggestions")
                    .addObject()
                    .put("id", handle.suggestion().get());
        }
        verdict.reason().filter(reason -> !verdict.accepted()).ifPresent(reason -> feedback.putObject("overrideReason")
                .putObject("reason")
                .put("code", reason.code())
                .put("system", reason.system()));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("feedback").add(feedback);
        return Optional.of(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
