/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Kinds of attributes of visits, of which the sandbox has none; O3's form for visits asks. */
@Controller
@RequestMapping("/rest/v1/visitattributetype")
public class VisitAttributeTypeController extends SandboxController {

    @GetMapping
    @ResponseBody
    public Map<String, Object> list() {
        requirePrivilege();
        return Map.of("results", List.of());
    }

    @GetMapping("/{uuid}")
    public void get(@PathVariable String uuid) {
        requirePrivilege();
        throw new RestException.ObjectNotFound();
    }

    private static void requirePrivilege() {
        Privileges.require("Get Visit Attribute Types");
    }
}
