/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What can be done to an encounter that there is. */
@Controller
@RequestMapping("/rest/v1/encounter/{uuid}")
public class EncounterController extends SandboxController {

    private final Entities entities;
    private final EncounterEdits edits;

    EncounterController(Entities entities, EncounterEdits edits) {
        this.entities = entities;
        this.edits = edits;
    }

    @PostMapping
    @ResponseBody
    public Object edit(@PathVariable String uuid, @RequestBody Map<String, Object> body, HttpServletRequest request) {
        Privileges.require("Get Encounters");
        edits.edit(find(uuid), new Submission(body, entities));
        entities.forget();
        return Answers.to(request).one(find(uuid));
    }

    private Row find(String uuid) {
        return entities.byUuid("Encounter", uuid).orElseThrow(RestException.ObjectNotFound::new);
    }
}
