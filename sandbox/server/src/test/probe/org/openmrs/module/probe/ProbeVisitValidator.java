/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.probe;

import java.sql.Timestamp;
import org.openmrs.Visit;
import org.openmrs.annotation.Handler;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Lets no visit end in the last century. */
@Handler(supports = Visit.class)
public class ProbeVisitValidator implements Validator {

    private static final Timestamp CENTURY = Timestamp.valueOf("2000-01-01 00:00:00");

    @Override
    public boolean supports(Class<?> type) {
        return Visit.class.isAssignableFrom(type);
    }

    @Override
    public void validate(Object target, Errors errors) {
        Visit visit = (Visit) target;
        if (visit.getStopDatetime() != null && visit.getStopDatetime().before(CENTURY)) {
            errors.reject("The probe can’t end it: " + visit.getUuid());
            errors.rejectValue("stopDatetime", "probe.century");
        }
    }
}
