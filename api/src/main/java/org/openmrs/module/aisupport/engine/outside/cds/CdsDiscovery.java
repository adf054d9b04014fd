/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openmrs.module.aisupport.engine.outside.text.PlainText;

/**
 * What a server's discovery (CDS Hooks 2.0, Discovery) holds for us.
 *
 * @param services that are called on a hook that we know
 * @param otherHooks how many are for hooks that we don't call
 * @param malformed how many are described so that they can't be called
 */
public record CdsDiscovery(List<CdsService> services, int otherHooks, int malformed) {

    private static final int MOST_SERVICES = 200;
    private static final int MOST_TEMPLATES = 50;
    private static final int TEMPLATE_LENGTH = 2_000;
    private static final int TEXT_LENGTH = 4_000;

    /** It becomes a part of an address, so nothing may lead out of it. */
    private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

    public CdsDiscovery {
        services = List.copyOf(services);
    }

    /** Empty for an answer that is no discovery. */
    static Optional<CdsDiscovery> of(JsonNode answer) {
        JsonNode listed = answer.path("services");
        if (!listed.isArray() || listed.size() > MOST_SERVICES) {
            return Optional.empty();
        }
        List<CdsService> services = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int otherHooks = 0;
        int malformed = 0;
        for (JsonNode described : listed) {
            Optional<CdsHook> hook = CdsHook.of(described.path("hook").asText());
            Optional<CdsService> service = hook.flatMap(known -> read(described, known));
            if (hook.isEmpty() && described.path("hook").isTextual()) {
                otherHooks++;
            } else if (service.isEmpty()
                    || !seen.add(service.get().hook() + " " + service.get().id())) {
                malformed++;
            } else {
                services.add(service.get());
            }
        }
        return Optional.of(new CdsDiscovery(services, otherHooks, malformed));
    }

    private static Optional<CdsService> read(JsonNode described, CdsHook hook) {
        String id = described.path("id").asText();
        boolean fine = described.path("id").isTextual()
                && ID.matcher(id).matches()
                && described.path("description").isTextual();
        return fine
                ? prefetch(described.path("prefetch"))
                        .map(templates -> new CdsService(
                                id,
                                hook,
                                words(described, "title").isEmpty() ? id : words(described, "title"),
                                words(described, "description"),
                                templates,
                                words(described, "usageRequirements")))
                : Optional.empty();
    }

    private static Optional<Map<String, String>> prefetch(JsonNode given) {
        Map<String, String> templates = new LinkedHashMap<>();
        if (given.isMissingNode() || given.isNull()) {
            return Optional.of(templates);
        }
        given.fieldNames()
                .forEachRemaining(key -> templates.put(key, given.path(key).textValue()));
        boolean fine = given.isObject()
                && templates.size() <= MOST_TEMPLATES
                && templates.keySet().stream().allMatch(key -> KEY.matcher(key).matches())
                && templates.values().stream()
                        .allMatch(template -> template != null && template.length() <= TEMPLATE_LENGTH);
        return fine ? Optional.of(templates) : Optional.empty();
    }

    private static String words(JsonNode described, String name) {
        String text = PlainText.of(described.path(name).asText());
        return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH);
    }
}
