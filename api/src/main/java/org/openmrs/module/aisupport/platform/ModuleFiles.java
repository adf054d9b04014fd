/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.nio.file.Path;

/** Where the site keeps the files that it edits for this module. */
public interface ModuleFiles {

    /** The directory {@code aisupport} below the platform's application data directory; it need not exist. */
    Path directory();
}
