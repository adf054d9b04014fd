/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All leaflets of one version, and what it changed since the one before.
 *
 * @param changes the purposes whose text it changed; the others read as they did
 */
record LeafletVersion(String version, Map<Purpose, LeafletChange> changes, List<Leaflet> leaflets) {

    LeafletVersion {
        changes = Map.copyOf(changes);
        leaflets = List.copyOf(leaflets);
    }

    boolean isMaterialFor(Purpose purpose) {
        return changes.get(purpose) == LeafletChange.MATERIAL;
    }

    Optional<Leaflet> find(Purpose purpose, String language) {
        return leaflets.stream()
                .filter(leaflet ->
                        leaflet.purpose() == purpose && leaflet.language().equals(language))
                .findFirst();
    }

    Set<String> languages() {
        return leaflets.stream().map(Leaflet::language).collect(Collectors.toUnmodifiableSet());
    }
}
