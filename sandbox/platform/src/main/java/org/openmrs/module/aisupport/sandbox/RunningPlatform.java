/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox;

import org.openmrs.util.OpenmrsClassLoader;

/** Holds the backend of the sandbox that runs in this JVM. Without one, the platform here is signatures and nothing more. */
public final class RunningPlatform {

    private static volatile PlatformBackend backend;

    private RunningPlatform() {}

    public static void install(PlatformBackend running) {
        OpenmrsClassLoader.getInstance(); // now, since a class loader remembers who was calling when it was made
        backend = running;
    }

    public static PlatformBackend backend() {
        PlatformBackend running = backend;
        if (running == null) {
            throw new IllegalStateException(
                    "These are signatures of OpenMRS, not OpenMRS. Start the sandbox, or a real server.");
        }
        return running;
    }
}
