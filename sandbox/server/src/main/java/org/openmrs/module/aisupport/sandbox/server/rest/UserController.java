/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Map;
import java.util.TreeMap;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.platform.UserProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What O3 remembers of a user: the place to log in at, the language. OpenMRS wants the privilege for it even of oneself. */
@Controller
@RequestMapping("/rest/v1/user/{uuid}")
public class UserController extends SandboxController {

    private final Entities entities;
    private final UserProperties properties;

    UserController(Entities entities, UserProperties properties) {
        this.entities = entities;
        this.properties = properties;
    }

    @PostMapping
    @ResponseBody
    public Object edit(@PathVariable String uuid, @RequestBody Map<String, Object> body, HttpServletRequest request) {
        Privileges.require("Get Users");
        Row user = find(uuid);
        Privileges.require("Edit Users");
        Submission submitted = new Submission(body, entities).accepting("userProperties");
        if (submitted.get("userProperties") instanceof Map<?, ?> all) {
            Map<String, String> named = new TreeMap<>();
            all.forEach((name, value) -> named.put(String.valueOf(name), String.valueOf(value)));
            properties.replace((Integer) user.get("userId"), named);
        }
        entities.forget();
        return Answers.to(request).one(find(uuid));
    }

    private Row find(String uuid) {
        return entities.byUuid("User", uuid).orElseThrow(RestException.ObjectNotFound::new);
    }
}
