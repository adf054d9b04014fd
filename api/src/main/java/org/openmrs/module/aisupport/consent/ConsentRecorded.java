/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What recording a patient's word led to.
 *
 * @param leaflet the one that the giver of a yes was told
 * @param withdrawnSuggestions how many undecided suggestions a no took away
 * @param alreadyShared what had left the practice before a no and can't be recalled (C5)
 */
public record ConsentRecorded(
        ConsentEvent event,
        Optional<Leaflet> leaflet,
        PurposeState state,
        int withdrawnSuggestions,
        List<Shared> alreadyShared) {

    /** Something that went to a recipient outside the practice. */
    public record Shared(String recipient, Instant at) {}
}
