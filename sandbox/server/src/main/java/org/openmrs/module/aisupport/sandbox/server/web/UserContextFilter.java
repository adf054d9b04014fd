/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.openmrs.module.aisupport.sandbox.server.platform.Accounts;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.openmrs.module.aisupport.sandbox.server.platform.UserContext;

/** Puts the session's user on the thread. As in OpenMRS every request has a session, also that of somebody unknown. */
final class UserContextFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = UserContext.class.getName();

    private final transient Accounts accounts;

    UserContextFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        UserContext context = contextOf(request.getSession());
        context.refresh(accounts);
        CurrentThread.actFor(context);
        try {
            chain.doFilter(request, response);
        } finally {
            CurrentThread.actForNobody();
        }
    }

    private static UserContext contextOf(HttpSession session) {
        synchronized (session) {
            if (session.getAttribute(ATTRIBUTE) instanceof UserContext known) {
                return known;
            }
            UserContext fresh = new UserContext();
            session.setAttribute(ATTRIBUTE, fresh);
            return fresh;
        }
    }
}
