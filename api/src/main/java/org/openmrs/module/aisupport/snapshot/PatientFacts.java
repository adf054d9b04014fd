/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.Sex;

/** The little that rules need to know of the person. No name, no identifier. */
public record PatientFacts(String uuid, Sex sex, Optional<LocalDate> birthdate) {

    /** Age in whole years on a day; empty when the birth date is unknown. */
    public Optional<Integer> ageOn(LocalDate day) {
        return birthdate.filter(born -> !born.isAfter(day)).map(born -> Period.between(born, day)
                .getYears());
    }
}
