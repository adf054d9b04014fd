/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Optional;

/**
 * What the owner of the server says in a file that no screen shows and no database holds: secrets, and which hosts may be called (X2).
 */
public interface RuntimeProperties {

    /** The value without the space around it; empty when it is missing or blank. */
    Optional<String> value(String name);
}
