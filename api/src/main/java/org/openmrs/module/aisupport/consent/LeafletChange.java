/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a new version of a leaflet means for those who said yes after an older one. */
enum LeafletChange {
    /** The patient was told something else: grants made after an older version no longer hold. */
    MATERIAL,
    /** Only the words changed, not what they say: older grants hold. */
    EDITORIAL;

    static Optional<LeafletChange> ofId(String id) {
        return Arrays.stream(values()).filter(change -> change.id().equals(id)).findFirst();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
