/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The last searches, so that a link to the next page need only name one. A page is searched for anew. */
@Component
final class SavedSearches {

    private static final int KEPT = 100; // as in fhir2

    private final Map<String, Saved> byId = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Saved> eldest) {
            return size() > KEPT;
        }
    };

    record Saved(String type, Map<String, String> parameters) {
        /** The same search for another page. */
        Map<String, String> at(Map<String, String> page) {
            Map<String, String> all = new HashMap<>(parameters);
            all.putAll(page);
            return all;
        }
    }

    synchronized String keep(String type, Map<String, String> parameters) {
        String id = UUID.randomUUID().toString();
        byId.put(id, new Saved(type, Map.copyOf(parameters)));
        return id;
    }

    synchronized Optional<Saved> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
