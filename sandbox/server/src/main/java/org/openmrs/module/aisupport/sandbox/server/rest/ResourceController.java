/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Whatever has no path of its own is a resource by name, as in webservices.rest; so a module's paths must be literal to win. */
@Controller
@RequestMapping("/rest/v1")
public class ResourceController extends SandboxController {

    private final Entities entities;
    private final Searches searches;

    ResourceController(Entities entities, Searches searches) {
        this.entities = entities;
        this.searches = searches;
    }

    @GetMapping("/{resource}")
    @ResponseBody
    public Map<String, Object> search(
            @PathVariable String resource, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        String entity = permitted(resource);
        return Answers.to(request).page(searches.search(entity, parameters));
    }

    @GetMapping("/{resource}/{uuid}")
    @ResponseBody
    public Object retrieve(@PathVariable String resource, @PathVariable String uuid, HttpServletRequest request) {
        String entity = permitted(resource);
        Row found = find(entity, uuid).orElseThrow(RestException.ObjectNotFound::new);
        Answers answers = Answers.to(request);
        // A patient, asked for as a person, is shown as one.
        return found.isA("Patient") && entity.equals("Person")
                ? answers.one(new RestType.Shown(PersonTypes.PERSON, found))
                : answers.one(found);
    }

    /** A setting goes by its name too. */
    private Optional<Row> find(String entity, String uuid) {
        return entity.equals("GlobalProperty")
                ? entities
                        .list("from GlobalProperty x where :key in (x.uuid, x.property)", Map.of("key", uuid))
                        .stream()
                        .findFirst()
                : entities.byUuid(entity, uuid);
    }

    private static String permitted(String resource) {
        String entity = RestTypes.entityAt(resource).orElseThrow(() -> new RestException.UnknownResource(resource));
        Privileges.require(RestTypes.ofEntity(entity).privilege());
        return entity;
    }
}
