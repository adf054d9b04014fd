/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.Locale;

/** Where a practice is, by how many die of the heart and the vessels there (SCORE2 working group, Eur Heart J 2021;42:2439-2454). */
enum Region {
    LOW,
    MODERATE,
    HIGH,
    VERY_HIGH;

    /** As the module's setting has it. */
    String variant() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
