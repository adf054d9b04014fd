/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

/** Sterling RK et al., Hepatology 2006;43:1317-1325: age and AST over platelets and the root of ALT. */
final class Fib4 {

    private Fib4() {}

    /** The largest number of platelets at which more than that comes out, in hundredths. */
    static int lastAbove(int hundredths, int age, double ast, double alt) {
        int platelets = 1500;
        while (platelets > 10 && Math.round(of(age, ast, alt, platelets) * 100) <= hundredths) {
            platelets--;
        }
        return platelets;
    }

    static double of(int age, double ast, double alt, double platelets) {
        return age / platelets * ast / Math.sqrt(alt);
    }
}
