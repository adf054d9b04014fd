/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer (CDS Hooks 2.0, CDS Service Response) holds.
 *
 * @param dropped why cards are not shown, one for each
 * @param ignoredActions how many actions the service wanted done without anybody: none is
 * @param ignoredRecommendations how many suggestions it wanted chosen beforehand: none is
 */
public record CdsCards(List<CdsCard> cards, List<CardFault> dropped, int ignoredActions, int ignoredRecommendations) {

    /** More than a GP could read; a service that sends more is broken or hostile, and none of them is shown. */
    private static final int MOST_CARDS = 50;

    public CdsCards {
        cards = List.copyOf(cards);
        dropped = List.copyOf(dropped);
    }

    /** Empty for an answer that has no list of cards, or too many. */
    static Optional<CdsCards> of(JsonNode answer) {
        JsonNode listed = answer.path("cards");
        if (!listed.isArray() || listed.size() > MOST_CARDS) {
            return Optional.empty();
        }
        List<CdsCard> cards = new ArrayList<>();
        List<CardFault> dropped = new ArrayList<>();
        Set<String> uuids = new HashSet<>();
        int recommended = 0;
        for (JsonNode card : listed) {
            recommended += recommendationsOf(card);
            try {
                CdsCard read = CardReader.read(card);
                if (read.uuid().isPresent() && !uuids.add(read.uuid().get())) {
                    throw new CardFields.BadCard(CardFault.REPEATED_UUID);
                }
                cards.add(read);
            } catch (CardFields.BadCard bad) {
                dropped.add(bad.fault());
            }
        }
        return Optional.of(
                new CdsCards(cards, dropped, answer.path("systemActions").size(), recommended));
    }

    private static int recommendationsOf(JsonNode card) {
        int recommended = 0;
        for (JsonNode suggestion : card.path("suggestions")) {
            recommended += suggestion.path("isRecommended").asBoolean() ? 1 : 0;
        }
        return recommended;
    }
}
