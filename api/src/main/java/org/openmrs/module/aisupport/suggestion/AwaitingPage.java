/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Instant;
import java.util.List;
import org.openmrs.module.aisupport.platform.PatientRef;

/**
 * Part of what waits for the user's decision, oldest first.
 *
 * @param total of all pages; what consent does not permit is not among them
 * @param patients everybody who waits, whomever was asked for; the one who has waited longest first
 * @param more whether still others wait, who were left out of all three
 */
public record AwaitingPage(
        List<StoredSuggestion> suggestions, long total, List<WaitingPatient> patients, boolean more) {

    /** @param oldest since when the first of them has waited */
    public record WaitingPatient(PatientRef patient, String name, long count, Instant oldest) {}
}
