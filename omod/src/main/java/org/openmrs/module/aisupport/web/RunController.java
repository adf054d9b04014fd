/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.suggestion.AiSuggestionService;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.springframework.http.HttpStatus;
import org.springframework.util.DigestUtils;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Asking engines to look at a record. */
@RestController("aisupport.runController")
@RequestMapping(path = Links.PATH + "/run", produces = "application/json")
class RunController {

    private final AiSuggestionService suggestions;
    private final Requests requests;

    RunController(AiSuggestionService suggestions, Requests requests) {
        this.suggestions = suggestions;
        this.requests = requests;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> request(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        JsonBody body = requests.body(request);
        RunRequest asked =
                new RunRequest(body.text("patient"), body.text("visit"), body.text("encounter"), body.texts("engines"));
        body.refuseWrong();
        return RunJson.of(suggestions.request(asked));
    }

    @GetMapping("/{uuid}")
    Map<String, Object> run(@PathVariable("uuid") String uuid, WebRequest request) {
        Map<String, Object> run = RunJson.of(suggestions.run(uuid));
        return request.checkNotModified(tag(run)) ? null : run;
    }

    /** Of the whole answer: what was erased meanwhile must not be taken for unchanged. */
    private static String tag(Map<String, Object> answer) {
        return DigestUtils.md5DigestAsHex(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{uuid}/sent")
    Map<String, Object> sent(@PathVariable("uuid") String uuid) {
        return RunJson.sent(uuid, suggestions.sent(uuid));
    }

    @DeleteMapping("/{uuid}")
    Map<String, Object> cancel(@PathVariable("uuid") String uuid) {
        return RunJson.of(suggestions.cancel(uuid));
    }
}
