/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import org.openmrs.module.aisupport.snapshot.Snapshot;

/** The patient's age in whole years; 0 where the birth date is not known, which rules ask for first. */
final class Ages {

    private Ages() {}

    static int today(Snapshot snapshot) {
        return snapshot.patient().ageOn(snapshot.today()).orElse(0);
    }
}
