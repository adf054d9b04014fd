/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.util.Optional;

/** Where the ledger says that one purpose stands. */
record Standing(
        Purpose purpose,
        ConsentStatus stored,
        boolean includesSensitive,
        Optional<Instant> since,
        Optional<Instant> expiresAt) {

    static Standing notRecorded(Purpose purpose) {
        return new Standing(purpose, ConsentStatus.NOT_RECORDED, false, Optional.empty(), Optional.empty());
    }

    /** From purpose, status, includesSensitive, since and expiresAt of a state. */
    static Standing of(Object[] row) {
        return new Standing(
                Purpose.ofId((String) row[0]).orElseThrow(),
                (ConsentStatus) row[1],
                (Boolean) row[2],
                Optional.ofNullable((Instant) row[3]),
                Optional.ofNullable((Instant) row[4]));
    }

    /** A grant without an end is none: every grant is made with one (C7). */
    ConsentStatus statusAt(Instant now) {
        boolean over = !expiresAt.map(now::isBefore).orElse(false);
        return stored == ConsentStatus.GRANTED && over ? ConsentStatus.EXPIRED : stored;
    }

    Optional<DenialReason> denialAt(Instant now) {
        return switch (statusAt(now)) {
            case GRANTED -> Optional.empty();
            case NOT_RECORDED -> Optional.of(DenialReason.NO_RECORD);
            case REFUSED -> Optional.of(DenialReason.REFUSED);
            case WITHDRAWN -> Optional.of(DenialReason.WITHDRAWN);
            case EXPIRED -> Optional.of(DenialReason.EXPIRED);
        };
    }
}
