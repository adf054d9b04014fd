/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

/** Something was asked for that the patient has not agreed to. Nothing was computed. */
public class ConsentMissingException extends RuntimeException {

    private final DenialReason reason;

    public ConsentMissingException(GateAnswer.Denied denied) {
        super("The patient's consent for " + denied.purpose().id() + " does not permit this. Nothing was computed.");
        this.reason = denied.reason();
    }

    public DenialReason reason() {
        return reason;
    }
}
