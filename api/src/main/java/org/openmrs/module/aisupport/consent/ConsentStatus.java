/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

/** Where a patient's consent for one purpose stands. */
public enum ConsentStatus {
    NOT_RECORDED,
    GRANTED,
    REFUSED,
    WITHDRAWN,
    /** The grant's time is over; derived from the clock until the ledger has taken note of it. */
    EXPIRED,
    /** The grant no longer holds; the reason says why. */
    LAPSED,
    /** The person attribute says yes, and nobody has recorded yet who said so and after which leaflet. */
    PENDING
}
