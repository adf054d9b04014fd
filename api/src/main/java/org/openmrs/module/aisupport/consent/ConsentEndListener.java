/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import org.openmrs.module.aisupport.platform.PatientRef;

/** Told when consent for a purpose has ended, in the same transaction and under the ledger's lock. */
public interface ConsentEndListener {

    /** Takes away what rested on the consent. Returns how many undecided suggestions that were. */
    int consentEnded(PatientRef patient, Purpose purpose);

    /** The patient's record is gone for good: erases whatever was copied from it. */
    void patientPurged(PatientRef patient);
}
