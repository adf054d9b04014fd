/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.EngineFailure;
import org.openmrs.module.aisupport.engine.OutsideEngine;
import org.openmrs.module.aisupport.engine.outside.chart.Disclosure;
import org.openmrs.module.aisupport.engine.outside.chart.PseudonymisedChart;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A language model, as an engine (E3). */
public final class ChatEngine implements OutsideEngine {

    private final EngineCard card;
    private final ChatModel model;
    private final Disclosure disclosure;
    private final ChatClient client;

    /** @param disclosure the most that it is given; the card declares the same inputs */
    public ChatEngine(EngineCard card, ChatModel model, Disclosure disclosure, ChatClient client) {
        this.card = card;
        this.model = model;
        this.disclosure = disclosure;
        this.client = client;
    }

    @Override
    public EngineCard card() {
        return card;
    }

    /** @throws EngineFailure where there is nothing that it could be asked about */
    @Override
    public Parcel pack(Snapshot snapshot) {
        ChatRequest request = new ChatRequest(model, PseudonymisedChart.of(snapshot, disclosure));
        if (!request.isWorthwhile()) {
            throw new EngineFailure("The record holds nothing of what it may be told, so nothing was sent.");
        }
        return new Parcel() {
            @Override
            public byte[] payload() {
                return request.json().clone();
            }

            @Override
            public EngineAnswer send(String caller) {
                return answer(client.ask(caller, request));
            }
        };
    }

    private EngineAnswer answer(ChatOutcome outcome) {
        if (outcome instanceof ChatOutcome.Answered answered) {
            return new EngineAnswer(
                    answered.proposals(),
                    List.of(),
                    leftOut(answered.dropped()).map(words -> new EngineAnswer.RuleFailure(model.name(), words)).stream()
                            .toList(),
                    Optional.of(answered.body()));
        }
        if (outcome instanceof ChatOutcome.Failed failed) {
            throw failed.exchange().reason().asFailure();
        }
        if (outcome instanceof ChatOutcome.Unusable unusable) {
            throw new EngineFailure(unusable.fault().words());
        }
        throw new EngineFailure("There was nothing to send to it.");
    }

    /** Counts only: what a model says may quote the record. */
    private static Optional<String> leftOut(List<ClaimFault> dropped) {
        return dropped.isEmpty()
                ? Optional.empty()
                : Optional.of(dropped.size() + " suggestions dropped: "
                        + dropped.stream().distinct().toList());
    }
}
