/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be created, each wholly or not at all. Its method is public for the proxy; see {@link PatientEdits}. */
@Component
@Transactional
public class Creations {

    private final Entities entities;
    private final Map<String, Creation> byResource;

    Creations(Entities entities, List<Creation> all) {
        this.entities = entities;
        this.byResource = all.stream().collect(Collectors.toMap(Creation::resource, Function.identity()));
    }

    /** The UUID of what was created. */
    public String create(String resource, Map<String, Object> body) {
        Creation creation = byResource.get(resource);
        if (creation == null) {
            throw new RestException.Unsupported();
        }
        return creation.create(new Submission(body, entities));
    }
}
