/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Errors in the format of webservices.rest, for its own controllers only: a module's have to see to theirs. Public, since the compiler hides
 * the handlers of a base class that is not behind bridges, where Spring does not find them.
 */
public abstract class SandboxController {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxController.class);

    @ExceptionHandler(APIAuthenticationException.class)
    @ResponseBody
    public Map<String, Object> refused(
            APIAuthenticationException e, HttpServletRequest request, HttpServletResponse response) {
        if (CurrentThread.account().isPresent()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return error(e, "User is logged in but doesn't have the relevant privilege");
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        if (!"true".equals(request.getHeader("Disable-WWW-Authenticate"))) {
            response.addHeader("WWW-Authenticate", "Basic realm=\"OpenMRS sandbox\"");
        }
        return error(e, "User is not logged in");
    }

    @ExceptionHandler(RestException.class)
    @ResponseBody
    public Map<String, Object> answered(RestException e, HttpServletResponse response) {
        response.setStatus(e.status().value());
        return error(e, e.reason());
    }

    @ExceptionHandler(InvalidSubmission.class)
    @ResponseBody
    public Map<String, Object> invalid(InvalidSubmission e, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return e.body();
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    @ResponseBody
    public Map<String, Object> unreadable(HttpMessageNotReadableException e, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return error(e, "");
    }

    @ExceptionHandler(Exception.class)
    @ResponseBody
    public Map<String, Object> failed(Exception e, HttpServletResponse response) {
        LOG.error("A request failed", e);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        return error(e, "");
    }

    private static Map<String, Object> error(Exception e, String reason) {
        StackTraceElement where = e.getStackTrace()[0];
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", reason.isEmpty() ? "[" + e.getMessage() + "]" : reason + " [" + e.getMessage() + "]");
        error.put("code", where.getClassName() + ":" + where.getLineNumber());
        error.put("detail", "");
        error.put("rawMessage", e.getMessage());
        return Map.of("error", error);
    }
}
