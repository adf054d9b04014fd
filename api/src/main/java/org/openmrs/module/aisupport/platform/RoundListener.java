/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.time.Duration;

/** Is told how each round ended on this server. Whoever listens must neither fail nor take time. */
public interface RoundListener {

    RoundListener NOBODY = (round, took, well) -> {};

    /**
     * @param round the name of its class
     * @param well whether it came to its end
     */
    void ended(String round, Duration took, boolean well);
}
