/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.charting.EntryRequest;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.suggestion.AiSuggestionService;
import org.openmrs.module.aisupport.suggestion.AwaitingQuery;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.suggestion.SuggestionQuery;
import org.openmrs.module.aisupport.suggestion.SuggestionStatus;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Suggestions, and a GP's decision on each. There is no call that decides on two. */
@RestController("aisupport.suggestionController")
@RequestMapping(path = Links.PATH + "/suggestion", produces = "application/json")
class SuggestionController {

    private final AiSuggestionService suggestions;
    private final Requests requests;

    SuggestionController(AiSuggestionService suggestions, Requests requests) {
        this.suggestions = suggestions;
        this.requests = requests;
    }

    @GetMapping
    Map<String, Object> list(HttpServletRequest request) {
        Parameters parameters = requests.parameters(request);
        if (parameters.optional("awaiting").isPresent()) {
            return awaiting(parameters);
        }
        SuggestionQuery query = new SuggestionQuery(
                parameters.required("patient"),
                parameters.optional("encounter"),
                parameters.oneOf("status", SuggestionStatus.class),
                parameters.flag("silent"),
                parameters.integer("startIndex", 0, 0, Integer.MAX_VALUE),
                parameters.integer("limit", 50, 1, 100));
        return SuggestionJson.of(suggestions.suggestions(query), query);
    }

    private Map<String, Object> awaiting(Parameters parameters) {
        parameters.refuseOthers(Set.of("awaiting", "patient", "startIndex", "limit"));
        if (!parameters.required("awaiting").equals("me")) {
            throw InvalidRequestException.of("awaiting", "unknown", "Give awaiting=me, or leave it out.");
        }
        AwaitingQuery query = new AwaitingQuery(
                parameters.optional("patient"),
                parameters.integer("startIndex", 0, 0, Integer.MAX_VALUE),
                parameters.integer("limit", 50, 1, 100));
        return SuggestionJson.of(suggestions.awaiting(query), query);
    }

    @GetMapping("/{uuid}")
    Map<String, Object> one(@PathVariable("uuid") String uuid) {
        return SuggestionJson.of(suggestions.suggestion(uuid));
    }

    @PostMapping("/{uuid}/decision")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> decide(@PathVariable("uuid") String uuid, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        JsonBody body = requests.body(request);
        DecisionRequest decision = new DecisionRequest(
                body.oneOf("outcome", DecisionOutcome.class),
                body.integer("version"),
                body.text("encounter"),
                body.text("text"),
                body.text("overrideReason"),
                body.text("comment"),
                body.objects("apply").stream()
                        .map(entry -> new EntryRequest(entry.oneOf("kind", EntryKind.class), entry.text("text")))
                        .toList());
        body.refuseWrong();
        return SuggestionJson.of(suggestions.decide(uuid, decision));
    }

    @DeleteMapping("/{uuid}/decision")
    Map<String, Object> undo(@PathVariable("uuid") String uuid) {
        return SuggestionJson.of(suggestions.undo(uuid));
    }
}
