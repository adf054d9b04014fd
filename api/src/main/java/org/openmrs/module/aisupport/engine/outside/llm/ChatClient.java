/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.outside.http.EngineCalls;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeResult;
import org.openmrs.module.aisupport.engine.outside.http.OutgoingRequest;
import org.openmrs.module.aisupport.engine.outside.http.Secret;

/** Asks a language model behind an OpenAI-compatible endpoint. Holds nothing of a patient between calls. */
public final class ChatClient {

    private final EngineCalls calls;
    private final String engine;
    private final URI base;
    private final Optional<Secret> secret;

    /**
     * @param engine the id of its card, which its attempts are counted by
     * @param base up to and with its version, for instance {@code http://127.0.0.1:11434/v1}
     */
    public ChatClient(EngineCalls calls, String engine, URI base, Optional<Secret> secret) {
        this.calls = calls;
        this.engine = engine;
        this.base = URI.create(base.toString().replaceFirst("/+$", ""));
        this.secret = secret;
    }

    /** Sends the request's bytes and nothing else. Whoever calls has recorded that it is about to leave. */
    public ChatOutcome ask(String caller, ChatRequest request) {
        if (!request.isWorthwhile()) {
            return new ChatOutcome.NothingToGive();
        }
        ExchangeResult result = calls.send(caller, engine, OutgoingRequest.post(address(), request.json(), secret));
        return result instanceof ExchangeResult.Answered answered
                ? read(answered, request)
                : new ChatOutcome.Failed((ExchangeResult.Failed) result);
    }

    private static ChatOutcome read(ExchangeResult.Answered answered, ChatRequest request) {
        Completion completion = Completion.of(answered.json());
        if (completion.fault().isPresent()) {
            return new ChatOutcome.Unusable(completion.fault().get(), answered.body());
        }
        Claims claims = new Claims(request);
        List<Proposal> proposals = new ArrayList<>();
        List<ClaimFault> dropped = new ArrayList<>();
        for (JsonNode suggestion : completion.suggestions().orElseThrow()) {
            try {
                proposals.add(claims.proposal(suggestion));
            } catch (Claims.BadClaim bad) {
                dropped.add(bad.fault());
            }
        }
        return new ChatOutcome.Answered(proposals, dropped, answered.body());
    }

    /** Where the model is asked; shown to whoever asks what was sent. */
    public URI address() {
        return URI.create(base + "/chat/completions");
    }

    /** The models that it has ({@code GET /v1/models}); sends nothing of anybody. */
    public Listed models(String caller) {
        ExchangeResult result = calls.send(caller, engine, OutgoingRequest.get(URI.create(base + "/models"), secret));
        if (!(result instanceof ExchangeResult.Answered answered)) {
            return new Listed(
                    Set.of(),
                    Optional.of(((ExchangeResult.Failed) result).reason().words()));
        }
        Set<String> names = new TreeSet<>();
        answered.json().path("data").forEach(model -> names.add(model.path("id").asText()));
        return answered.json().path("data").isArray()
                ? new Listed(names, Optional.empty())
                : new Listed(names, Optional.of("The answer is no list of models."));
    }

    /** @param problem why there is no list, in words for an administrator */
    public record Listed(Set<String> names, Optional<String> problem) {}
}
