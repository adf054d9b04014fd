/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** A setting that an administrator changes, by its name. */
@Controller
@RequestMapping("/rest/v1/systemsetting/{property:.+}")
public class SettingController extends SandboxController {

    private final Entities entities;

    SettingController(Entities entities) {
        this.entities = entities;
    }

    @PostMapping
    @ResponseBody
    public Object change(
            @PathVariable String property, @RequestBody Map<String, Object> body, HttpServletRequest request) {
        Submission submitted = new Submission(body, entities).accepting("value").requiring("value");
        find(property);
        Context.getAdministrationService().setGlobalProperty(property, submitted.textOr("value", ""));
        entities.forget();
        return Answers.to(request).one(find(property));
    }

    private Row find(String property) {
        return entities
                .list("from GlobalProperty x where x.property = :property", Map.of("property", property))
                .stream()
                .findFirst()
                .orElseThrow(RestException.ObjectNotFound::new);
    }
}
