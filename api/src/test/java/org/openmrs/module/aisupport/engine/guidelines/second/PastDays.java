/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Days ago at which something begins to be too old, or not yet. */
final class PastDays {

    private PastDays() {}

    static Arbitrary<Integer> any() {
        return Arbitraries.of(
                1, 0, 7, 29, 30, 31, 60, 89, 90, 91, 92, 98, 99, 105, 106, 107, 120, 180, 183, 184, 196, 197, 198, 199,
                200, 299, 301, 364, 365, 366, 367, 380, 700, 1500);
    }
}
