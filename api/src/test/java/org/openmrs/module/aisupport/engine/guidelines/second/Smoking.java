/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

/** What somebody answers when asked whether they smoke. */
enum Smoking {
    EVERY_DAY("LA18976-3"),
    FORMERLY("LA15920-4"),
    NEVER("LA18978-9"),
    UNKNOWN("LA18980-5");

    /** In LOINC's list. */
    final String code;

    Smoking(String code) {
        this.code = code;
    }

    boolean isAnAnswer() {
        return this != UNKNOWN;
    }
}
