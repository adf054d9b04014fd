/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import org.openmrs.module.aisupport.platform.Sex;

/**
 * The creatinine equation of the CKD Epidemiology Collaboration of 2021, without race: Inker LA et al., N Engl J Med
 * 2021;385:1737-1749, doi:10.1056/NEJMoa2102953.
 */
final class CkdEpi {

    private static final double MICROMOL_IN_A_MG_PER_DL = 88.4;

    private CkdEpi() {}

    /** In mL/min/1.73 m², as it comes out. */
    static double exact(Sex sex, int age, double milligramsPerDecilitre) {
        return sex == Sex.FEMALE
                ? 1.012 * common(age, milligramsPerDecilitre / 0.7, -0.241)
                : common(age, milligramsPerDecilitre / 0.9, -0.302);
    }

    private static double common(int age, double ratio, double exponentBelow) {
        double exponent = ratio < 1 ? exponentBelow : -1.2;
        return 142 * Math.exp(exponent * Math.log(ratio)) * Math.pow(0.9938, age);
    }

    /** As laboratories report it (NICE NG203 1.1.5). */
    static int reported(Sex sex, int age, double milligramsPerDecilitre) {
        return (int) Math.floor(exact(sex, age, milligramsPerDecilitre) + 0.5);
    }

    /** The smallest whole creatinine in micromoles at which less than this is reported. */
    static int firstMicromolesBelow(int reported, Sex sex, int age) {
        int micromoles = 20;
        while (reported(sex, age, micromoles / MICROMOL_IN_A_MG_PER_DL) >= reported) {
            micromoles++;
        }
        return micromoles;
    }

    static double micromoles(double milligrams) {
        return milligrams * MICROMOL_IN_A_MG_PER_DL;
    }

    static double milligrams(double micromoles) {
        return micromoles / MICROMOL_IN_A_MG_PER_DL;
    }
}
