/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.outside.http.StrictJson;

/**
 * What a chat completion says, or why it says nothing: a refusal, a cut or an empty message is an answer that must not be taken for "no
 * suggestion".
 *
 * @param suggestions a list, where there is no fault
 */
record Completion(Optional<JsonNode> suggestions, Optional<ChatFault> fault) {

    private static final int MOST_SUGGESTIONS = 20;

    static Completion of(JsonNode answer) {
        JsonNode choices = answer.path("choices");
        if (!choices.isArray() || choices.size() != 1) {
            return faulty(ChatFault.NOT_A_COMPLETION);
        }
        JsonNode message = choices.get(0).path("message");
        Optional<ChatFault> stop = fault(choices.get(0).path("finish_reason").asText(), message);
        return stop.map(Completion::faulty)
                .orElseGet(() -> read(message.path("content").textValue()));
    }

    private static Optional<ChatFault> fault(String finishReason, JsonNode message) {
        if (!message.path("refusal").asText("").isBlank()
                && !message.path("refusal").isNull()) {
            return Optional.of(ChatFault.REFUSED);
        }
        return switch (finishReason) {
            case "stop" ->
                message.path("content").asText().isBlank()
                                || !message.path("content").isTextual()
                        ? Optional.of(ChatFault.EMPTY)
                        : Optional.empty();
            case "length" -> Optional.of(ChatFault.CUT_OFF);
            case "content_filter" -> Optional.of(ChatFault.FILTERED);
            default -> Optional.of(ChatFault.STOPPED);
        };
    }

    private static Completion read(String content) {
        try {
            JsonNode suggestions =
                    StrictJson.read(content.getBytes(StandardCharsets.UTF_8)).path("suggestions");
            if (!suggestions.isArray()) {
                return faulty(ChatFault.NOT_TO_SCHEMA);
            }
            return suggestions.size() > MOST_SUGGESTIONS
                    ? faulty(ChatFault.TOO_MANY_SUGGESTIONS)
                    : new Completion(Optional.of(suggestions), Optional.empty());
        } catch (StrictJson.Unreadable unreadable) {
            return faulty(ChatFault.NOT_TO_SCHEMA);
        }
    }

    private static Completion faulty(ChatFault fault) {
        return new Completion(Optional.empty(), Optional.of(fault));
    }
}
