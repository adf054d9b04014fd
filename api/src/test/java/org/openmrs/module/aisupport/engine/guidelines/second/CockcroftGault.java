/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import org.openmrs.module.aisupport.platform.Sex;

/**
 * Creatinine clearance in mL/min after Cockcroft DW, Gault MH, Nephron 1976;16:31-41, with the constants for micromoles that the
 * MHRA has in its advice of October 2019.
 */
final class CockcroftGault {

    private CockcroftGault() {}

    static double exact(Sex sex, int age, double kilograms, double micromoles) {
        double constant = sex == Sex.FEMALE ? 1.04 : 1.23;
        return constant * (140 - age) * kilograms / micromoles;
    }

    static long rounded(Sex sex, int age, double kilograms, double micromoles) {
        return Math.round(exact(sex, age, kilograms, micromoles));
    }

    /** The smallest whole creatinine in micromoles at which less than this comes out. */
    static int firstMicromolesBelow(int clearance, Sex sex, int age, double kilograms) {
        int micromoles = 20;
        while (rounded(sex, age, kilograms, micromoles) >= clearance) {
            micromoles++;
        }
        return micromoles;
    }
}
