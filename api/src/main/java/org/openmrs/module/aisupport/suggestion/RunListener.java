/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Duration;

/** Is told how calls of engines and whole runs end on this server. Whoever listens must neither fail nor take time. */
public interface RunListener {

    RunListener NOBODY = new RunListener() {
        @Override
        public void callEnded(String engine, CallEnd end, Duration took) {}

        @Override
        public void runEnded(RunStatus how) {}
    };

    /** @param took zero where the engine was not called */
    void callEnded(String engine, CallEnd end, Duration took);

    /** Once it stands. A run whose server has gone ends nowhere: it is read as failed. */
    void runEnded(RunStatus how);
}
