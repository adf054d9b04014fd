/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.UserEntry;

/** What is printed once the sandbox can be used. */
record Welcome(List<String> pages, List<UserEntry> users) {

    @Override
    public String toString() {
        String logins = users.stream()
                .map(user -> String.format("    %-8s / %-10s %s", user.username(), user.password(), user.role()))
                .collect(Collectors.joining("\n"));
        return "\n  " + String.join("\n  ", pages)
                + "\n\n  A stand-in for OpenMRS with made-up patients. Not for care.\n" + "  Made-up logins:\n" + logins
                + "\n\n  Ctrl+C stops it.\n";
    }
}
