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
import org.openmrs.module.aisupport.sandbox.server.platform.Account;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;

/**
 * {@code POST /openmrs/sandbox/refresh} does to the context what OpenMRS does when another module starts. Only the sandbox has it, and only
 * for its administrator.
 */
final class RefreshServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ADMINISTRATOR = "System Developer";

    private final transient ContextRefresh refresh;

    RefreshServlet(ContextRefresh refresh) {
        this.refresh = refresh;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean administrator = CurrentThread.account()
                .map(Account::roles)
                .filter(roles -> roles.contains(ADMINISTRATOR))
                .isPresent();
        if (!administrator) {
            response.sendError(
                    CurrentThread.account().isPresent()
                            ? HttpServletResponse.SC_FORBIDDEN
                            : HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        refresh.again();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
