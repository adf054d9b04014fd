/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openmrs.annotation.Handler;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.Validator;

/**
 * The validators that modules bring for what is saved. OpenMRS finds them in this way; what its own ones check is written out where
 * something is saved.
 */
@Component
final class ModuleValidators {

    private final ApplicationContext context;

    ModuleValidators(ApplicationContext context) {
        this.context = context;
    }

    /** An error's code is shown where no message stands for it. */
    void check(Object saved, Submission submitted) {
        BindException errors = new BindException(saved, "");
        validators(saved.getClass()).forEach(validator -> validator.validate(saved, errors));
        errors.getGlobalErrors().forEach(error -> submitted.rejectAsAWhole(error.getCode(), message(error.getCode())));
        errors.getFieldErrors()
                .forEach(error -> submitted.reject(error.getField(), error.getCode(), message(error.getCode())));
    }

    private List<Validator> validators(Class<?> type) {
        return context.getBeansOfType(Validator.class).values().stream()
                .filter(validator -> handles(validator, type) && validator.supports(type))
                .sorted(Comparator.comparing(validator -> handler(validator).order()))
                .toList();
    }

    private static boolean handles(Validator validator, Class<?> type) {
        Handler handler = handler(validator);
        return handler != null
                && Arrays.stream(handler.supports()).anyMatch(supported -> supported.isAssignableFrom(type));
    }

    private static Handler handler(Validator validator) {
        return validator.getClass().getAnnotation(Handler.class);
    }

    private String message(String code) {
        return context.getMessage(code, null, code, Locale.ENGLISH);
    }
}
