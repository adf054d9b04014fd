/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Leads from the root of OpenMRS, and from its login page, to the page where people begin. Anything else is not there. */
final class RootRedirectServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String home;

    RootRedirectServlet(String home) {
        this.home = home;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (path.isEmpty() || path.equals("/") || path.equals("/login.htm") || path.equals("/index.htm")) {
            response.sendRedirect(request.getContextPath() + home);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
