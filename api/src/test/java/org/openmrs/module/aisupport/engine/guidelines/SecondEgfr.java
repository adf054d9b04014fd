/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static java.lang.Math.exp;
import static java.lang.Math.log;

import org.openmrs.module.aisupport.platform.Sex;

/**
 * CKD-EPI 2021 written a second time, for the tests: one branch per sex and side of the hinge, in logarithms, and from mg/dL. Where
 * it and the rule's own differ, one of them is wrong.
 */
final class SecondEgfr {

    private SecondEgfr() {}

    static double ofMilligrams(double mgPerDl, int age, Sex sex) {
        double perYear = age * log(0.9938);
        if (sex == Sex.FEMALE) {
            double slope = mgPerDl <= 0.7 ? -0.241 : -1.2;
            return exp(log(142) + log(1.012) + slope * (log(mgPerDl) - log(0.7)) + perYear);
        }
        double slope = mgPerDl <= 0.9 ? -0.302 : -1.2;
        return exp(log(142) + slope * (log(mgPerDl) - log(0.9)) + perYear);
    }

    /** The creatinine in µmol/L that gives this eGFR: found by halving, since the eGFR only falls as creatinine rises. */
    static double creatinineFor(double egfr, int age, Sex sex) {
        double low = 1;
        double high = 5000;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (ofMilligrams(middle / 88.4, age, sex) > egfr) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
