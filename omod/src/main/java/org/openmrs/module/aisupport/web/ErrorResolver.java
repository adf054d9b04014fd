/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every failure below the module's path, also those before a controller is found. Without it the platform would answer 200
 * with a stack trace.
 */
@Component("aisupport.errorResolver")
class ErrorResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorResolver.class);

    private final ErrorAnswers answers;
    private final ObjectMapper json = new ObjectMapper();

    ErrorResolver(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
        String path = path(request);
        if (!isOurs(path)) {
            return null;
        }
        ErrorAnswer answer = answers.of(thrown);
        try {
            write(request, response, thrown, answer);
        } catch (IOException gone) {
            LOG.debug("The client did not wait for the error", gone);
        }
        return new ModelAndView();
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? request.getRequestURI() : request.getPathInfo();
    }

    private static boolean isOurs(String path) {
        return path.endsWith(Links.PATH) || path.contains(Links.PATH + "/");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Exception thrown, ErrorAnswer answer)
            throws IOException {
        response.reset();
        response.setStatus(answer.status());
        boolean fhir = FhirPaths.isFhir(path(request));
        response.setContentType(fhir ? FhirPaths.JSON : "application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.status() == HttpServletResponse.SC_UNAUTHORIZED
                && !"true".equals(request.getHeader("Disable-WWW-Authenticate"))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"OpenMRS\"");
        }
        if (thrown instanceof HttpRequestMethodNotSupportedException unsupported
                && unsupported.getSupportedMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", unsupported.getSupportedMethods()));
        }
        response.getOutputStream().write(bytes(fhir ? FhirOutcome.of(answer) : answer.body()));
    }

    /** That an answer can't be written is our mistake, and must not pass for somebody who did not wait. */
    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error's answer can't be written as JSON", e);
        }
    }
}
