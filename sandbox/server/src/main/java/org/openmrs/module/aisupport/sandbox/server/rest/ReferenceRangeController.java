/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is normal for one patient. The made-up dictionary says so of no concept, so there is never anything to tell. */
@Controller
@RequestMapping("/rest/v1/conceptreferencerange")
public class ReferenceRangeController extends SandboxController {

    private final Entities entities;

    ReferenceRangeController(Entities entities) {
        this.entities = entities;
    }

    @GetMapping
    @ResponseBody
    public Map<String, Object> list(
            @RequestParam(required = false) String patient, @RequestParam(required = false) String concept) {
        Privileges.require("Get Patients");
        if (patient == null) {
            throw new RestException.Unsupported();
        }
        if (entities.byUuid("Patient", patient).isEmpty()) {
            throw new RestException.ObjectNotFound();
        }
        Privileges.require("Get Concepts");
        if (concept == null) {
            throw new RestException.Unusable("concept is required");
        }
        return Map.of("results", java.util.List.of());
    }
}
