/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * Where consent for one purpose stands, and what the gate would answer at this moment.
 *
 * @param denial why not; empty when permitted
 * @param ownDenial why not, whatever was said of other purposes that are needed too; empty when only one of those is denied
 * @param eventUuid the event whose word stands
 */
public record PurposeState(
        Purpose purpose,
        ConsentStatus status,
        Optional<DenialReason> denial,
        Optional<DenialReason> ownDenial,
        Optional<Instant> since,
        Optional<Instant> expires,
        boolean includesSensitive,
        Optional<String> eventUuid) {

    public boolean permitted() {
        return denial.isEmpty();
    }
}
