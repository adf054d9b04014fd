/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.time.Duration;

/**
 * How often engines outside are called.
 *
 * @param failures in a row, after which an engine is left alone
 * @param rest how long it is then left alone; the next call after that is a trial
 * @param perCaller attempts of one caller within the window, whatever became of them
 * @param perEngine attempts of all callers on one engine within the window
 * @param window after which the counts begin anew
 */
public record CallLimits(int failures, Duration rest, int perCaller, int perEngine, Duration window) {

    public static final CallLimits USUAL = new CallLimits(5, Duration.ofMinutes(1), 30, 120, Duration.ofMinutes(1));

    public CallLimits {
        if (failures < 1
                || perCaller < 1
                || perEngine < 1
                || rest.isNegative()
                || window.isNegative()
                || window.isZero()) {
            throw new IllegalArgumentException("A limit of calls is above zero.");
        }
    }
}
