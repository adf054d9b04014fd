/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import org.springframework.web.context.support.XmlWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** The dispatcher of /ws/*. Its own context is empty: mappings, controllers and resolvers are found in the root context. */
final class PlatformDispatcher extends DispatcherServlet {

    private static final long serialVersionUID = 1L;

    PlatformDispatcher() {
        super(new EmptyContext());
    }

    private static final class EmptyContext extends XmlWebApplicationContext {
        @Override
        protected String[] getDefaultConfigLocations() {
            return new String[0];
        }
    }
}
