/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import org.openmrs.module.aisupport.validation.Problems;

/**
 * What a patient said, as a user of the practice enters it. Only a yes needs evidence; a no is always taken.
 *
 * @param effectiveAt from when a yes holds; null for now. A no holds at once
 * @param expiresAt when a yes ends by itself; null for the practice's usual time
 */
public record ConsentRequest(
        String patientUuid,
        Purpose purpose,
        ConsentDecision decision,
        boolean includesSensitive,
        Giver givenBy,
        ConsentMethod method,
        String leafletVersion,
        String leafletLanguage,
        Instant effectiveAt,
        Instant expiresAt,
        String note) {

    void refuseNonsense() {
        Problems problems = new Problems();
        problems.required(patientUuid, "patient")
                .required(purpose, "purpose")
                .required(decision, "decision")
                .atMost(1000, note, "note");
        if (givenBy != null) {
            givenBy.validate(problems);
        }
        problems.check(decision == null || decision.isSaid(), "decision", "notSaid", "Use GRANT, REFUSE or WITHDRAW.");
        if (decision == ConsentDecision.GRANT) {
            problems.required(givenBy, "givenBy")
                    .required(method, "method")
                    .required(leafletVersion, "leaflet.version")
                    .required(leafletLanguage, "leaflet.language");
        } else {
            problems.check(
                    !includesSensitive,
                    "includesSensitive",
                    "notApplicable",
                    "Only a grant can include sensitive topics.");
            problems.check(effectiveAt == null, "effective", "notApplicable", "A no takes effect at once.");
            problems.check(expiresAt == null, "expires", "notApplicable", "A no doesn't end by itself.");
        }
        problems.refuseIfAny();
    }
}
