/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What numbers are told apart by. */
final class Labels {

    /** Beyond this many, engines are told of together: administrators make their ids, and each is a series for good. */
    static final int ENGINES = 50;

    static final String OTHER = "other";

    private final Set<String> engines = ConcurrentHashMap.newKeySet();

    /** @param id of an engine that is set up; never what somebody asked for */
    synchronized String engine(String id) {
        if (engines.contains(id)) {
            return id;
        }
        return engines.size() < ENGINES && engines.add(id) ? id : OTHER;
    }

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, String> of(List<String> names, List<String> values) {
        Map<String, String> labels = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            labels.put(names.get(i), values.get(i));
        }
        return labels;
    }
}
