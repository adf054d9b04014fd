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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** A patient's allergies, a resource below the patient. */
@Controller
@RequestMapping("/rest/v1/patient/{patient}/allergy")
public class PatientAllergyController extends SandboxController {

    private final Entities entities;

    PatientAllergyController(Entities entities) {
        this.entities = entities;
    }

    @GetMapping
    @ResponseBody
    public Map<String, Object> list(@PathVariable String patient, HttpServletRequest request) {
        Privileges.require("Get Allergies");
        if (entities.byUuid("Patient", patient).isEmpty()) {
            throw new RestException.ObjectNotFound();
        }
        return Answers.to(request)
                .pageOfParts(entities.list(
                        "from Allergy x where x.voided = false and x.patient.uuid = :patient order by x.allergyId",
                        Map.of("patient", patient)));
    }
}
