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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What can be done to a person or patient who exists: attributes edited, a patient's record closed or purged. */
@Controller
@RequestMapping("/rest/v1")
public class PatientController extends SandboxController {

    private final Entities entities;
    private final PatientEdits edits;
    private final PatientRemoval removal;

    PatientController(Entities entities, PatientEdits edits, PatientRemoval removal) {
        this.entities = entities;
        this.edits = edits;
        this.removal = removal;
    }

    @PostMapping("/person/{uuid}")
    @ResponseBody
    public Object editPerson(
            @PathVariable String uuid, @RequestBody Map<String, Object> body, HttpServletRequest request) {
        Privileges.require("Edit People");
        edits.edit(find("Person", uuid), new Submission(body, entities));
        return show("Person", uuid, request);
    }

    @PostMapping("/patient/{uuid}")
    @ResponseBody
    public Object editPatient(
            @PathVariable String uuid, @RequestBody Map<String, Object> body, HttpServletRequest request) {
        Privileges.require("Edit Patients");
        Submission submitted = new Submission(body, entities).accepting("person");
        if (submitted.has("person")) {
            edits.edit(find("Patient", uuid), submitted.part("person"));
        }
        return show("Patient", uuid, request);
    }

    @DeleteMapping("/patient/{uuid}")
    public ResponseEntity<Void> delete(
            @PathVariable String uuid,
            @RequestParam(required = false) String purge,
            @RequestParam(defaultValue = "web service call") String reason) {
        Privileges.require(purge == null ? "Delete Patients" : "Purge Patients");
        Row patient = find("Patient", uuid);
        if (purge == null) {
            removal.close(patient, reason);
        } else {
            removal.purge(patient);
        }
        return ResponseEntity.noContent().build();
    }

    private Row find(String entity, String uuid) {
        return entities.byUuid(entity, uuid).orElseThrow(RestException.ObjectNotFound::new);
    }

    private Object show(String entity, String uuid, HttpServletRequest request) {
        entities.forget();
        return Answers.to(request).one(find(entity, uuid));
    }
}
