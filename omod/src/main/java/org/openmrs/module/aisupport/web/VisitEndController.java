/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.suggestion.AiSuggestionService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a visit can be ended, for screens that don't show why the platform refused to. */
@RestController("aisupport.visitEndController")
@RequestMapping(path = Links.PATH + "/visit-end", produces = "application/json")
class VisitEndController {

    private final AiSuggestionService suggestions;
    private final Requests requests;

    VisitEndController(AiSuggestionService suggestions, Requests requests) {
        this.suggestions = suggestions;
        this.requests = requests;
    }

    @GetMapping
    Map<String, Object> one(HttpServletRequest request) {
        String visit = requests.parameters(request).required("visit");
        Optional<String> refusal = suggestions.visitEndRefusal(visit);
        return new JsonObject()
                .with("visit", visit)
                .with("refused", refusal.isPresent())
                .with("message", refusal)
                .asMap();
    }
}
