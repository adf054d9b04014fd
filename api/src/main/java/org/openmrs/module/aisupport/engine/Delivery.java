/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of telling an engine outside something.
 *
 * @param mayHaveArrived false only where it is certain that nothing left this server
 * @param askedToWait how long the engine asked to be left alone
 * @param words what was in the way, for an administrator; nothing of what was sent or answered (X3)
 */
public record Delivery(End end, boolean mayHaveArrived, Optional<Duration> askedToWait, String words) {

    public enum End {
        TOLD,
        /** It may go better another time. */
        FAILED,
        /** The engine does not want it, now or later. */
        UNWANTED
    }

    public static Delivery told() {
        return new Delivery(End.TOLD, true, Optional.empty(), "");
    }
}
