/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.egress.OutsideEngineService;
import org.openmrs.module.aisupport.egress.OutsideEngineSetup;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An administrator's engines outside: set up, looked at, switched on and off. No secret is taken here, and none is told. */
@RestController("aisupport.outsideEngineController")
@RequestMapping(path = Links.PATH + "/outsideengine", produces = "application/json")
class OutsideEngineController {

    private final OutsideEngineService engines;
    private final Requests requests;

    OutsideEngineController(OutsideEngineService engines, Requests requests) {
        this.engines = engines;
        this.requests = requests;
    }

    @GetMapping
    Map<String, Object> list() {
        List<OutsideEngineService.Listed> all = engines.engines();
        return new JsonObject()
                .with("results", all.stream().map(OutsideEngineJson::of).toList())
                .with("stopped", engines.areStopped())
                .with("problems", engines.obstacles())
                .with(
                        "inputs",
                        engines.inputsToChooseFrom().stream()
                                .map(OutsideEngineJson::of)
                                .toList())
                .with("totalCount", all.size())
                .with("links", Links.self(OutsideEngineJson.PATH))
                .asMap();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        JsonBody body = requests.body(request);
        OutsideEngineSetup setup = OutsideEngineJson.setup(body, body.text("id"));
        body.refuseWrong();
        return OutsideEngineJson.of(engines.add(setup));
    }

    @PostMapping("/{id}")
    Map<String, Object> change(@PathVariable("id") String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        JsonBody body = requests.body(request);
        int version = body.requiredInteger("version");
        OutsideEngineSetup setup = OutsideEngineJson.setup(body, id);
        body.refuseWrong();
        return OutsideEngineJson.of(engines.change(setup, version));
    }

    /** Nothing is asked for; a body must be there all the same, since only JSON shows that no other page sent it (X3). */
    @PostMapping("/{id}/look")
    Map<String, Object> look(@PathVariable("id") String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        requests.body(request).refuseWrong();
        return OutsideEngineJson.of(engines.look(id));
    }

    @PostMapping("/{id}/switch")
    Map<String, Object> switchTo(@PathVariable("id") String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        JsonBody body = requests.body(request);
        boolean on = body.requiredFlag("on");
        int version = body.requiredInteger("version");
        body.refuseWrong();
        return OutsideEngineJson.of(engines.switchTo(id, on, version));
    }

    @GetMapping("/{id}/calls")
    Map<String, Object> calls(@PathVariable("id") String id) {
        return new JsonObject()
                .with(
                        "results",
                        engines.calls(id).stream().map(OutsideEngineJson::of).toList())
                .asMap();
    }
}
