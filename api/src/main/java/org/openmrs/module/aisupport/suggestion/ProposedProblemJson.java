/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.ProposedProblem;

/** A proposed problem as it is kept in a column. Trees, as everywhere (ADR 3). */
final class ProposedProblemJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProposedProblemJson() {}

    static String write(ProposedProblem problem) {
        ObjectNode json = JSON.createObjectNode().put("text", problem.text());
        problem.conceptUuid().ifPresent(uuid -> json.put("concept", uuid));
        ArrayNode codes = json.putArray("codes");
        problem.codes()
                .forEach(code -> codes.addObject().put("source", code.source()).put("code", code.code()));
        return json.toString();
    }

    static ProposedProblem read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            List<ProposedProblem.Coding> codes = new ArrayList<>();
            json.path("codes")
                    .forEach(code -> codes.add(new ProposedProblem.Coding(
                            code.path("source").asText(), code.path("code").asText())));
            return new ProposedProblem(
                    json.path("text").asText(),
                    codes,
                    Optional.ofNullable(json.path("concept").textValue()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What this class wrote can be read as JSON", e);
        }
    }
}
