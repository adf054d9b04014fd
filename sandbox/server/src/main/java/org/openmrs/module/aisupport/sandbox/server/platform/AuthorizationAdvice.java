/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.APIAuthenticationException;
import org.springframework.aop.MethodBeforeAdvice;

/**
 * Enforces {@link Authorized} as OpenMRS does: on the method that was called, which behind a service proxy is the interface's. The same
 * annotation on the class that implements it is not looked at, there as here.
 */
public final class AuthorizationAdvice implements MethodBeforeAdvice {

    @Override
    public void before(Method method, Object[] arguments, Object target) {
        Authorized authorized = method.getAnnotation(Authorized.class);
        if (CurrentThread.isDaemon() || authorized == null) {
            return;
        }
        List<String> privileges = Arrays.asList(authorized.value());
        if (privileges.isEmpty()) {
            requireLogin();
        } else if (authorized.requireAll()) {
            requireAll(privileges);
        } else {
            requireOne(privileges);
        }
    }

    private static void requireLogin() {
        if (CurrentThread.account().isEmpty()) {
            throw new APIAuthenticationException("Basic authentication required");
        }
    }

    private static void requireAll(List<String> privileges) {
        for (String privilege : privileges) {
            if (privilege.isEmpty()) {
                return; // so does OpenMRS: an empty name ends the check
            }
            if (!CurrentThread.has(privilege)) {
                throw refusal(privilege);
            }
        }
    }

    private static void requireOne(List<String> privileges) {
        if (privileges.stream().noneMatch(privilege -> privilege.isEmpty() || CurrentThread.has(privilege))) {
            throw refusal(String.join(", ", privileges));
        }
    }

    private static APIAuthenticationException refusal(String privileges) {
        return new APIAuthenticationException("Privileges required: " + privileges);
    }
}
