/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked for, by id: what could be read, and what could not.
 *
 * @param leftOut ids of those among the unavailable that the dictionary has, but that touch a sensitive topic
 */
record SnapshotInputs(
        Map<String, InputDefinition> available, Map<String, InputDefinition> unavailable, Set<String> leftOut) {
    SnapshotInputs {
        available = Map.copyOf(available);
        unavailable = Map.copyOf(unavailable);
        leftOut = Set.copyOf(leftOut);
    }

    SnapshotInputs only(Set<String> ids) {
        return new SnapshotInputs(
                among(available, ids),
                among(unavailable, ids),
                leftOut.stream().filter(ids::contains).collect(Collectors.toSet()));
    }

    boolean readsMedications(Set<String> ids) {
        return ids.stream()
                .map(available::get)
                .anyMatch(input -> input != null && input.kind() == InputDefinition.Kind.MEDICATION);
    }

    private static Map<String, InputDefinition> among(Map<String, InputDefinition> definitions, Set<String> ids) {
        return definitions.entrySet().stream()
                .filter(entry -> ids.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
