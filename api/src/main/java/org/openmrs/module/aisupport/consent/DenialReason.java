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
    /** The grant takes effect later. */
    NOT_YET_EFFECTIVE,
    /** The leaflet has changed materially since the grant (C4). */
    LEAFLET_CHANGED,
    /** A guardian gave the grant, and the patient has become old enough to be asked (C7). */
    CAME_OF_AGE,
    /** Whoever gave the grant no longer speaks for the patient. */
    GUARDIANSHIP_ENDED,
    /** The patient is a minor, and no guardian gave the grant. */
    GUARDIAN_NEEDED,
    /** A record was merged into this one whose patient had not said yes; the patient has not been asked since. */
    MERGED,
    /** Somebody took the yes out of the person attribute without saying no. */
    ATTRIBUTE_CHANGED,
    /** The person attribute says yes, without any evidence. */
    PENDING_EVIDENCE,
    /** The person attribute and the ledger disagree. */
    MIRROR_DIFFERS,
    /** Since the permit was given, the patient has excluded sensitive topics. */
    NARROWED,
    DECEASED,
    /** The record is voided, merged into another, or purged. */
    NO_PATIENT,
    /** Something could not be read, and what can't be read as a yes is a no. */
    UNREADABLE
}
