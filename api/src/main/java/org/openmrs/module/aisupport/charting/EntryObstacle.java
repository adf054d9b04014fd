/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

/** Why an entry is not written into the chart although the decision stands. */
public enum EntryObstacle {
    /** The platform does not let this user write such entries. */
    NO_PRIVILEGE,
    /** A diagnosis belongs to an encounter, and the decision named none. */
    NO_ENCOUNTER,
    /** No concept for plan notes is set, or what is set can't hold a text. */
    NOT_CONFIGURED,
    /** An active condition with this concept is on the problem list already. */
    ALREADY_RECORDED
}
