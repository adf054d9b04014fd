/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service as its server describes it (Discovery, Response).
 *
 * @param id part of its address: letters, digits and . _ ~ - only
 * @param title its own, or its id; plain text like the rest
 * @param prefetch FHIR queries by key
 * @param usageRequirements empty where there are none
 */
public record CdsService(
        String id,
        CdsHook hook,
        String title,
        String description,
        Map<String, String> prefetch,
        String usageRequirements) {

    public CdsService {
        prefetch = Collections.unmodifiableMap(new LinkedHashMap<>(prefetch));
    }

    /** As a discovery of this service alone would describe it, to be kept until it is asked. */
    public String json() {
        ObjectNode described = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("hook", hook.word())
                .put("title", title)
                .put("description", description)
                .put("usageRequirements", usageRequirements);
        ObjectNode queries = described.putObject("prefetch");
        prefetch.forEach(queries::put);
        ObjectNode discovery = JsonNodeFactory.instance.objectNode();
        discovery.putArray("services").add(described);
        return discovery.toString();
    }

    /** Of what {@link #json()} gave. */
    public static CdsService read(String json) {
        try {
            return CdsDiscovery.of(new ObjectMapper().readTree(json))
                    .map(CdsDiscovery::services)
                    .flatMap(services -> services.stream().findFirst())
                    .orElseThrow(() -> new IllegalStateException("What was kept is no service"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept is no JSON", e);
        }
    }
}
