/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

/** Sex as formulas in guidelines use it. Anything that the record does not say plainly is unknown. */
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN;

    /** Reads the platform's one-letter gender. */
    public static Sex ofGender(String gender) {
        if ("F".equals(gender)) {
            return FEMALE;
        }
        return "M".equals(gender) ? MALE : UNKNOWN;
    }
}
