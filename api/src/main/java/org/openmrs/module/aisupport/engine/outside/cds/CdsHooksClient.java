/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.outside.http.EngineCalls;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeResult;
import org.openmrs.module.aisupport.engine.outside.http.OutgoingRequest;
import org.openmrs.module.aisupport.engine.outside.http.Secret;

/**
 * Talks to one server of CDS Hooks services. Holds nothing of a patient between calls; the calls belong to whoever made them, who
 * closes them.
 */
public final class CdsHooksClient {

    private static final String PATH = "/cds-services";
    private static final String FEEDBACK = "/feedback";

    private final EngineCalls calls;
    private final String engine;
    private final String base;
    private final Optional<Secret> secret;

    /**
     * @param engine the id of its card, which its attempts are counted by
     * @param base the server's address, of which {@code /cds-services} is a part or not
     */
    public CdsHooksClient(EngineCalls calls, String engine, URI base, Optional<Secret> secret) {
        this.calls = calls;
        this.engine = engine;
        this.base = base.toString().replaceFirst("/+$", "").replaceFirst(PATH + "$", "");
        this.secret = secret;
    }

    /** The services that can be called; sends nothing of anybody. */
    public Discovered discover(String caller) {
        ExchangeResult result = calls.send(caller, engine, OutgoingRequest.get(URI.create(base + PATH), secret));
        if (result instanceof ExchangeResult.Answered answered) {
            return CdsDiscovery.of(answered.json())
                    .map(found -> new Discovered(Optional.of(found), Optional.empty()))
                    .orElseGet(() ->
                            new Discovered(Optional.empty(), Optional.of("The answer is no CDS Hooks discovery.")));
        }
        ExchangeFailure reason = ((ExchangeResult.Failed) result).reason();
        return new Discovered(Optional.empty(), Optional.of(reason.words()));
    }

    /** @param problem why there is no discovery, in words for an administrator */
    public record Discovered(Optional<CdsDiscovery> discovery, Optional<String> problem) {}

    /** Sends the request's bytes and nothing else. Whoever calls has recorded that it is about to leave. */
    public CdsOutcome call(String caller, CdsRequest request) {
        if (!request.isWorthwhile()) {
            return new CdsOutcome.NothingToGive(request.unanswered());
        }
        ExchangeResult result =
                calls.send(caller, engine, OutgoingRequest.post(address(request.service()), request.json(), secret));
        return result instanceof ExchangeResult.Answered answered
                ? read(answered, request)
                : new CdsOutcome.Failed((ExchangeResult.Failed) result);
    }

    private CdsOutcome read(ExchangeResult.Answered answered, CdsRequest request) {
        Optional<CdsCards> cards = CdsCards.of(answered.json());
        if (cards.isEmpty()) {
            return new CdsOutcome.NoCards(answered.body());
        }
        CardProposals proposals = new CardProposals(request, feedbackAddress(request.service()));
        List<CdsOutcome.Offer> offers = cards.get().cards().stream()
                .map(card -> new CdsOutcome.Offer(proposals.of(card), card))
                .toList();
        return new CdsOutcome.Answered(offers, cards.get(), answered.body());
    }

    /** Where feedback on a service's cards goes (Feedback). */
    public URI feedbackAddress(CdsService service) {
        return URI.create(address(service) + FEEDBACK);
    }

    /** Where a service is called; shown to whoever asks what was sent. */
    public URI address(CdsService service) {
        return URI.create(base + PATH + "/" + service.id());
    }

    /**
     * Sends feedback. It is counted by itself: a server that can't take feedback shall not cost the GP its suggestions (E5), nor shall
     * much feedback.
     */
    public ExchangeResult tell(String caller, CdsService service, byte[] feedback) {
        return calls.send(caller, engine + FEEDBACK, OutgoingRequest.tell(feedbackAddress(service), feedback, secret));
    }
}
