/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.time.Duration;

/** Is told which rounds there are on this server and how each ended. Whoever listens must neither fail nor take time. */
public interface RoundListener {

    RoundListener NOBODY = new RoundListener() {
        @Override
        public void planned(String round) {
            // nobody asks
        }

        @Override
        public void ended(String round, Duration took, boolean well) {
            // nobody asks
        }
    };

    /** Told once, before the first of them: one that hangs from the first on would never be heard of otherwise. */
    void planned(String round);

    /**
     * @param round the name of its class
     * @param well whether it came to its end
     */
    void ended(String round, Duration took, boolean well);
}
