/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import org.openmrs.Visit;
import org.openmrs.annotation.Handler;
import org.openmrs.module.aisupport.platform.VisitEndCheck;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * The platform asks every validator of visits before it saves one, whichever screen, service or API that comes from; not where its
 * scheduler closes visits that were left open. It comes after the platform's own, whose errors are the ones to mend first. The platform
 * makes a bean of whatever has {@code @Handler}, so that it must not stand in the XML too; the name is one that no other module has.
 */
@Component("aisupport.visitEndValidator")
@Handler(supports = Visit.class, order = 1000)
public class VisitEndValidator implements Validator {

    private final VisitEndCheck check;

    public VisitEndValidator(VisitEndCheck check) {
        this.check = check;
    }

    @Override
    public boolean supports(Class<?> type) {
        return Visit.class.isAssignableFrom(type);
    }

    /** The sentence is the code as well: webservices.rest shows the reader what stands for the code, which is the code where nothing does. */
    @Override
    public void validate(Object target, Errors errors) {
        Visit visit = (Visit) target;
        if (visit.getStopDatetime() == null || Boolean.TRUE.equals(visit.getVoided()) || errors.hasErrors()) {
            return;
        }
        check.refusal(visit.getUuid()).ifPresent(sentence -> errors.reject(sentence, sentence));
    }
}
