/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.io.IOException;
import java.util.regex.Pattern;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/**
 * How long a browser keeps the O3 module's files, of which OpenMRS says nothing and a browser would guess: a piece whose name holds a hash
 * never changes; O3 asks for the two lists some twenty times while it opens a chart, so they hold for a minute; what is left is
 * asked for anew each time.
 */
public class O3CachingFilter implements Filter {

    private static final String HEADER = "Cache-Control";
    private static final Pattern HASHED = Pattern.compile("/[^/]+\\.[0-9a-f]{16}\\.js$");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader(HEADER, caching(((HttpServletRequest) request).getRequestURI()));
        chain.doFilter(request, new ForgottenIfMissing(answer));
    }

    private static String caching(String file) {
        if (HASHED.matcher(file).find()) {
            return "public, max-age=31536000, immutable";
        }
        return file.endsWith(".json") ? "max-age=60" : "no-cache";
    }

    /** A piece that is not there yet, as while a module starts, must not be missing for a year. */
    private static class ForgottenIfMissing extends HttpServletResponseWrapper {

        ForgottenIfMissing(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            if (status >= HttpServletResponse.SC_BAD_REQUEST) {
                setHeader(HEADER, "no-store");
            }
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            setHeader(HEADER, "no-store");
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            setHeader(HEADER, "no-store");
            super.sendError(status, message);
        }
    }
}
