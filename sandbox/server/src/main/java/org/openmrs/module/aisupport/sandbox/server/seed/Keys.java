/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The database's number of everything that the patient file names by a key. */
final class Keys {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> texts = new HashSet<>();

    void put(String kind, String key, int number) {
        numbers.put(kind + ":" + key, number);
    }

    int get(String kind, String key) {
        Integer number = numbers.get(kind + ":" + key);
        if (number == null) {
            throw new IllegalStateException(
                    "The patient file names a " + kind + " '" + key + "' that it does not hold");
        }
        return number;
    }

    int concept(String key) {
        return get("concept", key);
    }

    void markAsText(String concept) {
        texts.add(concept);
    }

    boolean isText(String concept) {
        return texts.contains(concept);
    }

    /** The UUID of an entry that has none of its own. */
    static String derived(String path) {
        return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
