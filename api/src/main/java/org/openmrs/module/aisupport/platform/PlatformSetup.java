/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the module adds to a platform that lacks it. */
public interface PlatformSetup {

    /** The steps, each of which stands alone. */
    List<Step> steps(Map<String, List<String>> privilegesByRole);

    /** One thing to add. */
    interface Step {

        String name();

        /** Adds it if it is missing. Throws what the platform throws, for instance when the dictionary is locked. */
        void add();

        /** What is missing, in words for an administrator; empty when all is in place. */
        Optional<String> missing();
    }
}
