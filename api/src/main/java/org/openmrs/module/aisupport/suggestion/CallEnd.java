/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import org.openmrs.module.aisupport.engine.EngineFailure;

/** How a call of an engine ended, for whoever runs the server. */
public enum CallEnd {
    ANSWERED,
    /** It brought nothing, and said why. */
    FAILED,
    /** It threw what no engine should. */
    BROKE,
    TIMED_OUT,
    /** Not called, since it failed before or asked to wait (circuit breaker, limits of calls). */
    LEFT_ALONE,
    /** Not called, since too many calls waited. */
    NO_ROOM,
    /** The module stopped, or was started anew, meanwhile. */
    STOPPED;

    static CallEnd of(EngineFailure told) {
        return switch (told.kind()) {
            case FAILED -> FAILED;
            case TIMED_OUT -> TIMED_OUT;
            case LEFT_ALONE -> LEFT_ALONE;
        };
    }

    /** Whether the engine was at work, so that the time it took says something about it. */
    public boolean tookTime() {
        return switch (this) {
            case ANSWERED, FAILED, BROKE, TIMED_OUT -> true;
            case LEFT_ALONE, NO_ROOM, STOPPED -> false;
        };
    }
}
