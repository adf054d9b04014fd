/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a patient may say yes or no to; each on its own, none implied by another (C1). */
public enum Purpose {
    /** AI in this practice reads the record to support the GP. */
    OWN_CARE("own-care"),
    /** A service outside the practice processes the record for that. Worth nothing without {@link #OWN_CARE}. */
    EXTERNAL_PROCESSING("external-processing"),
    /** Statistics about how well the support works. */
    QUALITY("quality"),
    /** Data to develop AI, public or non-commercial. */
    DEVELOPMENT("development"),
    /** Data to commercial companies. */
    COMMERCIAL("commercial");

    private final String id;

    Purpose(String id) {
        this.id = id;
    }

    /** The name in REST, in the ledger and in leaflets. */
    public String id() {
        return id;
    }

    /** Every purpose that must be granted before this one permits anything. */
    public List<Purpose> needed() {
        return this == EXTERNAL_PROCESSING ? List.of(OWN_CARE, EXTERNAL_PROCESSING) : List.of(this);
    }

    public static Optional<Purpose> ofId(String id) {
        return Arrays.stream(values()).filter(purpose -> purpose.id.equals(id)).findFirst();
    }
}
