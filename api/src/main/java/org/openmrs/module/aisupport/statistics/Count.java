/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

/** How often something happened. */
record Count(long times) implements Summable<Count> {

    static final Count NONE = new Count(0);

    @Override
    public Count plus(Count other) {
        return new Count(times + other.times);
    }
}
