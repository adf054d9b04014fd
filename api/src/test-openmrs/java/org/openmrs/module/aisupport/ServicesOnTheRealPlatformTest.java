/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.audit.AuditService;
import org.openmrs.module.aisupport.audit.seal.AuditSealService;
import org.openmrs.module.aisupport.consent.AiConsentService;
import org.openmrs.module.aisupport.engine.EngineService;
import org.openmrs.module.aisupport.statistics.StatisticsService;
import org.openmrs.module.aisupport.status.StatusService;
import org.openmrs.module.aisupport.suggestion.AiSuggestionService;
import org.openmrs.test.jupiter.BaseContextSensitiveTest;

/** The module's wiring in the platform's own context: each service is there, and each of its methods refuses who may not. */
@Tag("X1")
class ServicesOnTheRealPlatformTest extends BaseContextSensitiveTest {

    static Stream<Method> serviceMethods() {
        return Stream.of(
                        AiConsentService.class,
                        AiSuggestionService.class,
                        EngineService.class,
                        AuditService.class,
                        StatisticsService.class,
                        AuditSealService.class,
                        StatusService.class)
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()));
    }

    @BeforeEach
    void nobodyIsLoggedIn() {
        Context.logout();
    }

    @ParameterizedTest
    @MethodSource("serviceMethods")
    void trust21_every_service_method_refuses_who_has_not_the_privilege(Method method) {
        assertThat(method.isAnnotationPresent(Authorized.class)).as(method.toString()).isTrue();
        assertThat(method.getAnnotation(Authorized.class).value()).isNotEmpty();

        Object service = Context.getService(method.getDeclaringClass());
        Throwable thrown = catchThrowable(() -> method.invoke(service, argumentsOf(method)));

        assertThat(thrown).isInstanceOf(InvocationTargetException.class);
        assertThat(thrown.getCause()).isInstanceOf(APIAuthenticationException.class);
    }

    private static Object[] argumentsOf(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == int.class ? (Object) 0 : null)
                .toArray();
    }
}
