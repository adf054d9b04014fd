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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A person's attributes, which other clients change past the module. An edit overwrites the value; a purge leaves no trace. */
@Controller
@RequestMapping("/rest/v1/person/{person}/attribute")
public class PersonAttributeController extends SandboxController {

    private final Entities entities;
    private final PersonAttributeRows rows;

    PersonAttributeController(Entities entities, PersonAttributeRows rows) {
        this.entities = entities;
        this.rows = rows;
    }

    @GetMapping
    @ResponseBody
    public Map<String, Object> list(@PathVariable String person, HttpServletRequest request) {
        Privileges.require("Get People");
        return Answers.to(request)
                .pageOfParts(find("Person", person).rows("attributes").toList());
    }

    @PostMapping
    public ResponseEntity<Object> create(
            @PathVariable String person, @RequestBody Map<String, Object> body, HttpServletRequest request) {
        Privileges.require("Add People", "Edit People");
        Row owner = find("Person", person);
        Row type = entities.byUuid("PersonAttributeType", String.valueOf(body.get("attributeType")))
                .orElseThrow(() -> new RestException.Conversion("attributeType is not the uuid of a type"));
        String uuid = rows.replace(owner, type, valueOf(body, type));
        return ResponseEntity.status(HttpStatus.CREATED).body(show(uuid, request));
    }

    @PostMapping("/{uuid}")
    @ResponseBody
    public Object overwrite(
            @PathVariable String person,
            @PathVariable String uuid,
            @RequestBody Map<String, Object> body,
            HttpServletRequest request) {
        Privileges.require("Edit People");
        Row attribute = attribute(person, uuid);
        rows.overwrite(attribute, valueOf(body, attribute.row("attributeType")));
        return show(uuid, request);
    }

    @DeleteMapping("/{uuid}")
    public ResponseEntity<Void> delete(
            @PathVariable String person,
            @PathVariable String uuid,
            @RequestParam(required = false) String purge,
            @RequestParam(defaultValue = "web service call") String reason) {
        Privileges.require("Edit People");
        Row attribute = attribute(person, uuid);
        if (purge != null) {
            rows.purge(attribute);
        } else {
            rows.voidIt(attribute, reason);
        }
        return ResponseEntity.noContent().build();
    }

    /** A concept's uuid becomes its number where the type holds concepts; what can't be understood is kept as it came, as in OpenMRS. */
    private String valueOf(Map<String, Object> body, Row type) {
        if (body.get("value") == null) {
            throw new RestException.Conversion("value is missing");
        }
        String value = body.get("value").toString();
        return type.text("format").equals("org.openmrs.Concept")
                ? entities.byUuid("Concept", value)
                        .map(concept -> concept.text("conceptId"))
                        .orElse(value)
                : value;
    }

    private Row attribute(String person, String uuid) {
        Row attribute = find("PersonAttribute", uuid);
        if (!attribute.row("person").text("uuid").equals(person)) {
            throw new RestException.ObjectNotFound();
        }
        return attribute;
    }

    private Row find(String entity, String uuid) {
        return entities.byUuid(entity, uuid).orElseThrow(RestException.ObjectNotFound::new);
    }

    private Object show(String uuid, HttpServletRequest request) {
        entities.forget();
        return Answers.to(request).one(find("PersonAttribute", uuid));
    }
}
