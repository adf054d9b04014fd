/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

/** What a rule says of a chart: how urgent it is, nothing, or that it can't tell. */
enum Said {
    NOTHING,
    CANT_TELL,
    INFO,
    WARNING,
    CRITICAL;

    boolean isSuggestion() {
        return compareTo(INFO) >= 0;
    }
}
