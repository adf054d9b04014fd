/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

/** What kind of event stands in the ledger. People say the first four; the module writes the others by itself. */
public enum ConsentDecision {
    GRANT,
    REFUSE,
    WITHDRAW,
    /** An earlier event was recorded in error: what stood before it stands again. */
    CORRECT,
    /** The time of a grant is over. */
    EXPIRE,
    /** A grant no longer holds, for the reason that the event names. */
    LAPSE,
    /** Found in the person attribute, where somebody else wrote it. */
    IMPORT;

    /** True for what a patient, or somebody who may speak for the patient, can say. */
    public boolean isSaid() {
        return this == GRANT || this == REFUSE || this == WITHDRAW;
    }
}
