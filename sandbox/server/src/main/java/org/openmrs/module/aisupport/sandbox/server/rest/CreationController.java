/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** Creates resources by name, as {@link ResourceController} reads them. */
@Controller
@RequestMapping("/rest/v1")
public class CreationController extends SandboxController {

    private final Entities entities;
    private final Creations creations;

    CreationController(Entities entities, Creations creations) {
        this.entities = entities;
        this.creations = creations;
    }

    @PostMapping("/{resource}")
    public ResponseEntity<Object> create(
            @PathVariable String resource, @RequestBody Map<String, Object> body, HttpServletRequest request) {
        String entity = RestTypes.entityAt(resource).orElseThrow(() -> new RestException.UnknownResource(resource));
        String uuid = creations.create(resource, body);
        entities.forget();
        Row created = entities.byUuid(entity, uuid).orElseThrow();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Answers.to(request).one(created));
    }
}
