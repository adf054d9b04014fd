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
 * What the module itself found to be so, and writes into the ledger without anybody having said it.
 *
 * @param expiresAt when the grant that ends would have ended by itself; kept only for merged records
 */
record Finding(ConsentDecision decision, Optional<DenialReason> reason, Optional<Instant> expiresAt) {

    static Finding expired() {
        return new Finding(ConsentDecision.EXPIRE, Optional.of(DenialReason.EXPIRED), Optional.empty());
    }

    static Finding lapsed(DenialReason reason) {
        return new Finding(ConsentDecision.LAPSE, Optional.of(reason), Optional.empty());
    }

    static Finding mergedAway(Standing standing) {
        return new Finding(ConsentDecision.LAPSE, Optional.of(DenialReason.MERGED), standing.expiresAt());
    }

    static Finding withdrawnThroughAttribute() {
        return new Finding(ConsentDecision.WITHDRAW, Optional.of(DenialReason.MIRROR_DIFFERS), Optional.empty());
    }

    static Finding imported(DenialReason reason) {
        return new Finding(ConsentDecision.IMPORT, Optional.of(reason), Optional.empty());
    }
}
