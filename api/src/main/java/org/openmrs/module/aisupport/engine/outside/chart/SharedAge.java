/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

/**
 * Age in whole years. From 90 on it is told as 90 or more, as the HIPAA safe harbour has it (45 CFR 164.514(b)(2)(i)(C)): so few are older
 * that a year could name them.
 */
public record SharedAge(int years, boolean orMore) {

    private static final int OLDEST = 90;

    static SharedAge of(int years) {
        return new SharedAge(Math.min(years, OLDEST), years >= OLDEST);
    }

    /** For instance "58 years", or "90 years or more". */
    public String words() {
        return years + (years == 1 ? " year" : " years") + (orMore ? " or more" : "");
    }
}
