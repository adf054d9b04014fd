/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Objects;
import java.util.Optional;

/**
 * One of the module's settings is about to be another.
 *
 * @param property the name under which the platform stores it; somebody may have stored one that the module does not know
 * @param before as it was stored, blank as it may be; empty where nothing was
 * @param after likewise; empty where it is removed
 */
public record SettingChange(String property, Optional<String> before, Optional<String> after) {
    public SettingChange {
        Objects.requireNonNull(property, "a change needs the name of what is changed");
    }
}
