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
import org.openmrs.module.aisupport.sandbox.server.services.PersonAttributes;
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
    private final PersonAttributes attributes;
    private final AttributeValues values;

    PersonAttributeController(Entities entities, PersonAttributes attributes, AttributeValues values) {
        this.entities = entities;
        this.attributes = attributes;
        this.values = values;
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
        Submission submitted = new Submission(body, entities)
                .accepting("attributeType", "value")
                .requiring("attributeType", "value");
        Row type = values.type(submitted);
        String uuid = submitted.uuid();
        attributes.add(key(owner, "personId"), key(type, "personAttributeTypeId"), values.of(submitted, type), uuid);
        return ResponseEntity.status(HttpStatus.CREATED).body(created(owner, type, uuid, request));
    }

    /** What was not added, since it was there already, is shown as what was there; OpenMRS shows what it did not add. */
    private Object created(Row owner, Row type, String uuid, HttpServletRequest request) {
        entities.forget();
        Answers answers = Answers.to(request);
        return entities.byUuid("PersonAttribute", uuid)
                .or(() -> find("Person", owner.text("uuid"))
                        .rows("attributes")
                        .filter(each -> each.row("attributeType").text("uuid").equals(type.text("uuid")))
                        .findFirst())
                .map(answers::one)
                .orElse(Map.of());
    }

    /** Only the value: whoever wants an attribute back edits the person. */
    @PostMapping("/{uuid}")
    @ResponseBody
    public Object overwrite(
            @PathVariable String person,
            @PathVariable String uuid,
            @RequestBody Map<String, Object> body,
            HttpServletRequest request) {
        Privileges.require("Edit People");
        Row attribute = attribute(person, uuid);
        Submission submitted = new Submission(body, entities).accepting("attributeType", "value");
        if (submitted.has("value")) {
            attributes.overwrite(uuid, values.of(submitted, attribute.row("attributeType")));
        }
        entities.forget();
        return Answers.to(request).one(find("PersonAttribute", uuid));
    }

    @DeleteMapping("/{uuid}")
    public ResponseEntity<Void> delete(
            @PathVariable String person,
            @PathVariable String uuid,
            @RequestParam(required = false) String purge,
            @RequestParam(defaultValue = "web service call") String reason) {
        Privileges.require("Edit People");
        attribute(person, uuid);
        if (purge != null) {
            attributes.purge(uuid);
        } else {
            attributes.markVoided(uuid, reason);
        }
        return ResponseEntity.noContent().build();
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

    private static int key(Row row, String property) {
        return (Integer) row.get(property);
    }
}
