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
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Serves O3 where the real one has it. Not compressed: this machine talks to itself, and each file once. */
final class O3Servlet extends StaticFiles {

    static final String HOME = "/spa/home";
    private static final long serialVersionUID = 1L;
    /** What has its content's hash in its name, or lies in a folder named after its version, never changes. */
    private static final Pattern UNCHANGING = Pattern.compile("[0-9a-f]{16}\\.\\w+$|-\\d+\\.\\d+\\.\\d+/[^/]+$");

    private final transient O3Shell shell;

    O3Servlet(O3Shell shell) {
        this.shell = shell;
    }

    @Override
    Optional<URL> find(String path) {
        return shell.find(path).map(StaticFiles::url);
    }

    @Override
    Optional<String> caching(String file) {
        return UNCHANGING.matcher(file).find()
                ? Optional.of("public, max-age=31536000, immutable")
                : super.caching(file);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            response.sendRedirect(request.getContextPath() + HOME);
            return;
        }
        super.doGet(request, response);
    }
}
