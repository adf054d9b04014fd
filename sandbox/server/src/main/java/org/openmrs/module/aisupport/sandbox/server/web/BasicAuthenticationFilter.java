/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.module.aisupport.sandbox.server.platform.Accounts;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.openmrs.module.aisupport.sandbox.server.platform.UserContext;

/**
 * HTTP Basic as webservices.rest has it: right credentials log the session in, wrong ones change nothing, and whoever is unknown goes on
 * as such. Refusing is the business of what comes after.
 */
final class BasicAuthenticationFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "Basic ";

    private final transient Accounts accounts;

    BasicAuthenticationFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Session timed out");
            return;
        }
        String header = request.getHeader("Authorization");
        if (header != null
                && header.startsWith(SCHEME)
                && CurrentThread.account().isEmpty()) {
            Optional<String[]> credentials = credentials(header.substring(SCHEME.length()));
            if (credentials.isEmpty()) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST, "Invalid credentials provided");
                return;
            }
            credentials.ifPresent(this::logIn);
        }
        chain.doFilter(request, response);
    }

    private static Optional<String[]> credentials(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            // A second colon cuts the password, there as here.
            String[] parts = decoded.split(":");
            return parts.length < 2 ? Optional.empty() : Optional.of(parts);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void logIn(String[] credentials) {
        UserContext context = CurrentThread.context().orElseThrow();
        accounts.authenticate(credentials[0], credentials[1]).ifPresent(account -> {
            context.logIn(account);
            accounts.defaultLocation(account.userId()).ifPresent(context::useLocation);
        });
    }
}
