/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** What the module needs to know of a person. The name is for the screen and never enters a snapshot. */
public record PatientRecord(PatientRef ref, String name, Sex sex, Optional<LocalDate> birthdate, boolean dead) {

    /** Age in whole years on a day; empty when the birth date is unknown or later than that day. */
    public Optional<Integer> ageOn(LocalDate day) {
        return birthdate.filter(born -> !born.isAfter(day)).map(born -> Period.between(born, day)
                .getYears());
    }
}
