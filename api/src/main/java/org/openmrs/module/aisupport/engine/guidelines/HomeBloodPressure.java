/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** The mean of what was measured at home, or by day with an ambulatory device: the one or the other, whichever a record has. */
final class HomeBloodPressure {

    static final String SYSTOLIC = "home-systolic-bp";
    static final String DIASTOLIC = "home-diastolic-bp";

    private HomeBloodPressure() {}

    /** Of the last year, newest first. */
    static List<BloodPressure> recent(Snapshot snapshot) {
        return BloodPressure.recent(snapshot, SYSTOLIC, DIASTOLIC);
    }

    static Optional<BloodPressure> latest(Snapshot snapshot) {
        return recent(snapshot).stream().findFirst();
    }
}
