/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import org.openmrs.module.aisupport.platform.Sex;

/**
 * Estimated glomerular filtration rate, CKD-EPI 2021 creatinine equation without race: Inker et al., New creatinine- and cystatin
 * C-based equations to estimate GFR without race, N Engl J Med 2021;385:1737-1749, doi:10.1056/NEJMoa2102953.
 */
final class Egfr {

    private static final double MICROMOLES_PER_MILLIGRAM_PER_DECILITRE = 88.4;

    private Egfr() {}

    /**
     * @param creatinine serum creatinine in µmol/L
     * @param age in whole years, from 18
     * @return mL/min/1.73 m², not rounded
     */
    static double ckdEpi2021(double creatinine, int age, Sex sex) {
        boolean female =
                switch (sex) {
                    case FEMALE -> true;
                    case MALE -> false;
                    case UNKNOWN -> throw new IllegalArgumentException("The equation needs the sex.");
                };
        double kappa = female ? 0.7 : 0.9;
        double alpha = female ? -0.241 : -0.302;
        double ratio = creatinine / MICROMOLES_PER_MILLIGRAM_PER_DECILITRE / kappa;
        return 142
                * Math.pow(Math.min(ratio, 1), alpha)
                * Math.pow(Math.max(ratio, 1), -1.200)
                * Math.pow(0.9938, age)
                * (female ? 1.012 : 1);
    }
}
