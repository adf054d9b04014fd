/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.EngineService;
import org.openmrs.module.aisupport.suggestion.OverrideReason;
import org.openmrs.module.aisupport.suggestion.OverrideReasonGroup;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The engines' source cards, and the reasons for rejecting what they suggest. */
@RestController("aisupport.engineController")
@RequestMapping(path = Links.PATH + "/engine", produces = "application/json")
class EngineController {

    private final EngineService engines;

    EngineController(EngineService engines) {
        this.engines = engines;
    }

    @GetMapping
    Map<String, Object> list(HttpServletRequest request) {
        List<EngineCard> cards = engines.engines();
        return new JsonObject()
                .with("results", cards.stream().map(EngineJson::of).toList())
                .with("totalCount", cards.size())
                .with(
                        "overrideReasons",
                        Arrays.stream(OverrideReason.values())
                                .map(EngineController::of)
                                .toList())
                .asMap();
    }

    @GetMapping("/{id}")
    Map<String, Object> one(@PathVariable("id") String id) {
        return EngineJson.of(engines.engine(id));
    }

    private static Map<String, Object> of(OverrideReason reason) {
        return new JsonObject()
                .with("code", reason.code())
                .with("display", reason.display())
                .with("system", reason.system())
                .with("group", of(reason.group()))
                .asMap();
    }

    private static Map<String, Object> of(OverrideReasonGroup group) {
        return new JsonObject()
                .with("code", group.code())
                .with("display", group.display())
                .asMap();
    }
}
