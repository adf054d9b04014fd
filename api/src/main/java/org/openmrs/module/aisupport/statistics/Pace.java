/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

/**
 * How fast GPs decided.
 *
 * @param decisions those on suggestions that somebody had been shown before
 * @param underTwoSeconds those among them that came within two seconds of the first showing
 */
record Pace(long decisions, long underTwoSeconds) implements Summable<Pace> {

    static final long FAST_MICROS = 2_000_000;
    static final Pace NONE = new Pace(0, 0);

    @Override
    public Pace plus(Pace other) {
        return new Pace(decisions + other.decisions, underTwoSeconds + other.underTwoSeconds);
    }
}
