/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the libraries quiet, so that what the sandbox says can be read. */
final class Logs {

    // Kept, since a logger that nobody holds forgets its level.
    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    static void calm() {
        // Before Hibernate logs anything: it would choose the JDK's logging otherwise.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        ROOT.setLevel(Level.WARNING);
    }
}
