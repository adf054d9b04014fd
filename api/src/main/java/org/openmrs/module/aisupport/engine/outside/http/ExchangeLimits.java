/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.time.Duration;

/**
 * How much and how long an answer may be.
 *
 * @param connect until the connection stands
 * @param whole from the look-up of the name to the last byte of the answer
 * @param answerBytes of the body, as it is on the wire
 * @param atOnce exchanges under way at the same time; one more is refused, not queued
 */
public record ExchangeLimits(Duration connect, Duration whole, int answerBytes, int atOnce) {

    public static final ExchangeLimits USUAL =
            new ExchangeLimits(Duration.ofSeconds(3), Duration.ofSeconds(10), 1 << 20, 8);

    public ExchangeLimits {
        if (connect.isNegative() || connect.isZero() || whole.isNegative() || whole.isZero()) {
            throw new IllegalArgumentException("A limit of time is above zero.");
        }
        if (answerBytes < 1 || atOnce < 1) {
            throw new IllegalArgumentException("A limit is above zero.");
        }
    }

    /** A language model thinks longer than a rule. */
    public ExchangeLimits withWhole(Duration longer) {
        return new ExchangeLimits(connect, longer, answerBytes, atOnce);
    }
}
