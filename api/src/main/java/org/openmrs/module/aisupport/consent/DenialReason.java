/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

/** Why the gate says no. The GP is shown it, and the patient may ask. */
public enum DenialReason {
    NO_RECORD,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    /** The person attribute and the ledger disagree. */
    MIRROR_DIFFERS,
    DECEASED,
    /** Something could not be read, and what can't be read as a yes is a no. */
    UNREADABLE
}
