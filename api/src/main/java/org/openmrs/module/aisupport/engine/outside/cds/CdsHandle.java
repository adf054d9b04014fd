/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.ProposalHandle;

/**
 * What feedback on a card needs.
 *
 * @param address where feedback on it goes, and nowhere else
 * @param card its uuid
 * @param suggestion the uuid of the one that it makes; empty where it makes none or more, since a GP decides on the card as a whole
 */
record CdsHandle(URI address, String card, Optional<String> suggestion) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty for a card that feedback can't name. */
    static Optional<ProposalHandle> of(CdsCard card, URI address) {
        return card.uuid()
                .map(uuid -> new CdsHandle(address, uuid, only(card.suggestions())).text())
                .filter(text -> text.length() <= ProposalHandle.LENGTH)
                .map(ProposalHandle::new);
    }

    private static Optional<String> only(List<CdsCard.Suggestion> suggestions) {
        return suggestions.size() == 1 ? suggestions.get(0).uuid() : Optional.empty();
    }

    /** In ASCII: what a service chose as an id is kept by any database. */
    private String text() {
        ObjectNode json =
                JSON.createObjectNode().put("address", address.toString()).put("card", card);
        suggestion.ifPresent(uuid -> json.put("suggestion", uuid));
        try {
            return JSON.writer()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                    .writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }

    static CdsHandle read(ProposalHandle handle) {
        try {
            JsonNode json = JSON.readTree(handle.text());
            return new CdsHandle(
                    URI.create(json.path("address").asText()),
                    json.path("card").asText(),
                    Optional.ofNullable(json.path("suggestion").textValue()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What this class wrote can be read as JSON", e);
        }
    }
}
