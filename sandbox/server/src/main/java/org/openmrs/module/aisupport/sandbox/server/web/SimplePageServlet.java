/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The simple page: what a GP looks at here instead of OpenMRS's screens. Its script may come from this server and nowhere else. */
final class SimplePageServlet extends StaticFiles {

    static final String HOME = "/simple/";
    private static final long serialVersionUID = 1L;
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';" + " object-src 'none'";

    @Override
    Optional<URL> find(String path) {
        String file = path.equals("/") ? "/index.html" : path;
        return file.endsWith("/")
                ? Optional.empty()
                : Optional.ofNullable(getClass().getClassLoader().getResource("simple" + file));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            response.sendRedirect(request.getContextPath() + HOME);
            return;
        }
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        super.doGet(request, response);
    }
}
