/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.Optional;
import org.openmrs.module.aisupport.engine.EngineAnswer;

/** What came of a task: an answer, or why there is none, in words that a GP may read. */
record EngineResult(Optional<EngineAnswer> answer, String error, long millis) {

    static EngineResult answered(EngineAnswer answer, long millis) {
        return new EngineResult(Optional.of(answer), null, millis);
    }

    static EngineResult failed(String error, long millis) {
        return new EngineResult(Optional.empty(), error, millis);
    }
}
