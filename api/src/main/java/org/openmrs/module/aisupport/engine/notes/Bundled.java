/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;

/** Files that the module brings, beside this class. */
final class Bundled {

    private Bundled() {}

    /** Past the cache in which Java keeps a jar open, under its name, when the module that it belonged to is long gone. */
    static InputStream open(String name) throws IOException {
        URL url = Bundled.class.getResource(name);
        if (url == null) {
            throw new FileNotFoundException("the module holds no " + name);
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
