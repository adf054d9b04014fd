/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.util;

import java.net.URL;
import java.net.URLClassLoader;

/** The real one finds the classes of all modules that run. */
public class OpenmrsClassLoader extends URLClassLoader {

    private static final OpenmrsClassLoader INSTANCE = new OpenmrsClassLoader();

    private OpenmrsClassLoader() {
        super(new URL[0], OpenmrsClassLoader.class.getClassLoader());
    }

    public static OpenmrsClassLoader getInstance() {
        return INSTANCE;
    }
}
