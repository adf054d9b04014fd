/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.fhir.R4Rules;
import org.openmrs.module.aisupport.validation.NotFoundException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;

@Tag("C9")
class ErrorResolverTest {

    private static final class Refusal extends RuntimeException {}

    private final FakeUser user = new FakeUser();

    private final ErrorResolver resolver =
            new ErrorResolver(new ErrorAnswers(thrown -> thrown instanceof Refusal, user));

    private MockHttpServletResponse answer(String path, Exception thrown) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/openmrs/ws" + path);
        request.setPathInfo(path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(resolver.resolveException(request, response, null, thrown)).isNotNull();
        return response;
    }

    private static void assertOutcome(MockHttpServletResponse answer, int status, String type)
            throws UnsupportedEncodingException {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/fhir+json");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getContentAsString()).contains("\"code\":\"" + type + "\"");
        R4Rules.assertValid(answer.getContentAsString());
    }

    @Test
    @Tag("X1")
    void who_may_not_see_consent_is_told_so_as_fhir_does() throws UnsupportedEncodingException {
        assertOutcome(answer("/rest/v1/aisupport/fhir/Consent", new Refusal()), 403, "forbidden");

        user.logOut();
        MockHttpServletResponse unknown = answer("/rest/v1/aisupport/fhir/Consent/x.own-care", new Refusal());
        assertOutcome(unknown, 401, "login");
        assertThat(unknown.getHeader("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void every_other_failure_below_fhir_is_an_outcome_too() throws UnsupportedEncodingException {
        Exception wrongMethod = new HttpRequestMethodNotSupportedException("PUT", List.of("GET"));

        assertOutcome(answer("/rest/v1/aisupport/fhir", new NotFoundException("path", "x")), 404, "not-found");
        assertOutcome(answer("/rest/v1/aisupport/fhir/Consent/x", wrongMethod), 405, "not-supported");
        MockHttpServletResponse broken = answer("/rest/v1/aisupport/fhir/Consent", new IllegalStateException("secret"));
        assertOutcome(broken, 500, "exception");
        assertThat(broken.getContentAsString()).doesNotContain("secret", "IllegalState");
    }

    @Test
    void outside_of_it_errors_keep_the_platforms_shape() throws UnsupportedEncodingException {
        for (String path : List.of("/rest/v1/aisupport/consent", "/rest/v1/aisupport/fhirs", "/rest/v1/aisupport")) {
            MockHttpServletResponse answer = answer(path, new Refusal());

            assertThat(answer.getContentType()).as(path).startsWith("application/json");
            assertThat(answer.getContentAsString()).startsWith("{\"error\":");
        }
    }
}
