/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import org.openmrs.module.aisupport.validation.Problems;

/**
 * Somebody says that an event was recorded in error.
 *
 * @param eventUuid the event whose word stands now
 * @param note what was wrong; required where a grant is taken back
 */
public record ConsentCorrection(String patientUuid, Purpose purpose, String eventUuid, String note) {

    void refuseNonsense() {
        new Problems()
                .required(patientUuid, "patient")
                .required(purpose, "purpose")
                .required(eventUuid, "corrects")
                .atMost(1000, note, "note")
                .refuseIfAny();
    }
}
