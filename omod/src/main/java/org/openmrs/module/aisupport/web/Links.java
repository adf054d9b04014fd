/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Absolute links, as the platform's REST gives them. */
final class Links {

    /** Controllers are mapped below the platform's /ws servlet. */
    static final String PATH = "/rest/v1/aisupport";

    private Links() {}

    static List<Map<String, Object>> self(String resource) {
        return List.of(link("self", resource));
    }

    /** The page itself, and its neighbours where there are any; the resource has a parameter already. */
    static List<Map<String, Object>> page(String resource, int startIndex, int limit, long total) {
        List<Map<String, Object>> links = new ArrayList<>(List.of(page("self", resource, startIndex, limit)));
        if (startIndex + (long) limit < total) {
            links.add(page("next", resource, startIndex + limit, limit));
        }
        if (startIndex > 0) {
            links.add(page("prev", resource, Math.max(0, startIndex - limit), limit));
        }
        return links;
    }

    private static Map<String, Object> page(String rel, String resource, int startIndex, int limit) {
        return link(rel, resource + "&startIndex=" + startIndex + "&limit=" + limit);
    }

    static Map<String, Object> link(String rel, String resource) {
        return new JsonObject()
                .with("rel", rel)
                .with("uri", uri("/" + resource))
                .asMap();
    }

    static String uri(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + "/ws" + PATH + path;
    }
}
