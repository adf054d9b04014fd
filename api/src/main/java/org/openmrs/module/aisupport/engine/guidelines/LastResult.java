/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.Optional;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** The newest result there is, however old: for rules that ask when something was last measured. */
final class LastResult {

    private LastResult() {}

    static Optional<Measurement> of(String input, Snapshot snapshot) {
        return snapshot.all(input).stream()
                .filter(result -> !result.at().isAfter(snapshot.takenAt()))
                .findFirst();
    }
}
