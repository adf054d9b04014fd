/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Delivery;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.EngineFailure;
import org.openmrs.module.aisupport.engine.FeedbackEngine;
import org.openmrs.module.aisupport.engine.ProposalHandle;
import org.openmrs.module.aisupport.engine.Verdict;
import org.openmrs.module.aisupport.engine.outside.chart.Disclosure;
import org.openmrs.module.aisupport.engine.outside.chart.PseudonymisedChart;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** One service of a CDS Hooks server, as an engine (E3). */
public final class CdsHooksEngine implements FeedbackEngine {

    /** By whose name attempts to tell are counted: feedback goes without anybody waiting for it. */
    private static final String TELLER = "feedback";

    private final EngineCard card;
    private final CdsService service;
    private final Disclosure disclosure;
    private final CdsHooksClient client;

    /** @param disclosure the most that it is given; the card declares the same inputs */
    public CdsHooksEngine(EngineCard card, CdsService service, Disclosure disclosure, CdsHooksClient client) {
        this.card = card;
        this.service = service;
        this.disclosure = disclosure;
        this.client = client;
    }

    @Override
    public EngineCard card() {
        return card;
    }

    /** @throws EngineFailure where there is nothing to send that the service could work with */
    @Override
    public Parcel pack(Snapshot snapshot) {
        CdsRequest request = CdsRequest.of(service, PseudonymisedChart.of(snapshot, disclosure));
        if (!request.isWorthwhile()) {
            throw new EngineFailure(
                    "It asks for records that this practice does not send to it, so nothing was sent. An administrator can choose them.");
        }
        return new Parcel() {
            @Override
            public byte[] payload() {
                return request.json().clone();
            }

            @Override
            public EngineAnswer send(String caller) {
                return answer(client.call(caller, request));
            }
        };
    }

    @Override
    public boolean gave(ProposalHandle handle) {
        return CdsHandle.read(handle).address().equals(client.feedbackAddress(service));
    }

    @Override
    public Optional<Message> feedback(ProposalHandle handle, Verdict verdict) {
        return CdsFeedback.body(CdsHandle.read(handle), verdict).map(Told::new);
    }

    private final class Told implements Message {
        private final byte[] body;

        Told(byte[] body) {
            this.body = body;
        }

        @Override
        public byte[] payload() {
            return body.clone();
        }

        @Override
        public Delivery send() {
            return CdsDelivery.of(client.tell(TELLER, service, body));
        }
    }

    private EngineAnswer answer(CdsOutcome outcome) {
        if (outcome instanceof CdsOutcome.Answered answered) {
            return new EngineAnswer(
                    answered.offers().stream().map(CdsOutcome.Offer::proposal).toList(),
                    List.of(),
                    leftOut(answered.cards()).map(words -> new EngineAnswer.RuleFailure(service.id(), words)).stream()
                            .toList(),
                    Optional.of(answered.body()));
        }
        if (outcome instanceof CdsOutcome.Failed failed) {
            throw failed.exchange().reason().asFailure();
        }
        if (outcome instanceof CdsOutcome.NoCards) {
            throw new EngineFailure("Its answer is none of CDS Hooks, so nothing of it is shown.");
        }
        throw new EngineFailure("There was nothing to send to it.");
    }

    /** Counts only: what a service says may quote the record. */
    private static Optional<String> leftOut(CdsCards cards) {
        List<String> parts = new ArrayList<>();
        if (!cards.dropped().isEmpty()) {
            parts.add(cards.dropped().size() + " cards dropped: "
                    + cards.dropped().stream().distinct().toList());
        }
        if (cards.ignoredActions() > 0) {
            parts.add(cards.ignoredActions() + " actions ignored that it wanted done by itself");
        }
        if (cards.ignoredRecommendations() > 0) {
            parts.add(cards.ignoredRecommendations() + " recommended choices not chosen beforehand");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }
}
