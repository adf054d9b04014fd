/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.util.Optional;

/**
 * What came of a verification.
 *
 * @param rows how many stand as they were sealed
 * @param unverified how many it can't be told of, though they have a seal
 * @param unsealed how many have no seal yet
 * @param last the newest seal up to which all is well; empty where there is none
 * @param lastAtMicros when what it seals happened
 * @param finding empty where the whole chain is intact
 */
record ChainVerdict(
        long rows,
        long unverified,
        long unsealed,
        Optional<Seal> last,
        long lastAtMicros,
        Optional<SealFinding> finding) {

    /** How a verification can end. */
    enum Outcome {
        INTACT,
        BROKEN,
        /** Something could not be looked at. */
        UNDECIDED
    }

    Outcome outcome() {
        return finding.map(what -> what.kind().isBroken() ? Outcome.BROKEN : Outcome.UNDECIDED)
                .orElse(Outcome.INTACT);
    }

    /** Nothing is wrong but that a key is lost, which was said. */
    boolean isKnownLoss() {
        return finding.filter(what -> what.kind() == SealFinding.Kind.KEY_LOST).isPresent();
    }

    /** What is wrong, and of how many it can't be told; empty where the whole chain is intact. */
    Optional<String> words() {
        return finding.map(SealFinding::words)
                .map(words ->
                        unverified == 0 ? words : words + " Rows that could not be verified: " + unverified + ".");
    }

    ChainVerdict with(SealFinding what) {
        return new ChainVerdict(rows, unverified, unsealed, last, lastAtMicros, Optional.of(what));
    }
}
