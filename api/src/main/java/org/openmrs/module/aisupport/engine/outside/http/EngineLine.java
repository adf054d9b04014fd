/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One engine's line to the outside: how often it was called, and whether it is left alone just now. */
final class EngineLine {

    /** An engine can't ask to be left alone for ever. */
    private static final Duration LONGEST_HOLD = Duration.ofHours(1);

    private final RateLimiter<Object> attempts;
    private final CircuitBreaker<Object> circuit;
    private final Clock clock;
    private volatile Instant heldUntil = Instant.MIN;

    EngineLine(CallLimits limits, Clock clock) {
        this.clock = clock;
        this.attempts =
                RateLimiter.burstyBuilder(limits.perEngine(), limits.window()).build();
        this.circuit = CircuitBreaker.builder()
                .withFailureThreshold(limits.failures())
                .withDelay(limits.rest())
                .build();
    }

    /** Asked before each attempt; what it lets pass must be {@linkplain #end ended}. */
    Optional<ExchangeFailure> refusal() {
        if (!attempts.tryAcquirePermit()) {
            return Optional.of(ExchangeFailure.TOO_MANY_CALLS);
        }
        if (clock.instant().isBefore(heldUntil)) {
            return Optional.of(ExchangeFailure.HELD_OFF);
        }
        return circuit.tryAcquirePermit() ? Optional.empty() : Optional.of(ExchangeFailure.CIRCUIT_OPEN);
    }

    void end(ExchangeResult result) {
        if (!(result instanceof ExchangeResult.Failed failed)) {
            circuit.recordSuccess();
            return;
        }
        failed.retryAfter().ifPresent(this::holdOff);
        if (failed.reason() == ExchangeFailure.LACKS_DATA) {
            circuit.recordSuccess();
        } else if (failed.reason().isEnginesFault() || circuit.isHalfOpen()) {
            // A trial that came to nothing was no success: without a record of it, the next would never be tried.
            circuit.recordFailure();
        }
    }

    private void holdOff(Duration asked) {
        heldUntil = clock.instant().plus(asked.compareTo(LONGEST_HOLD) < 0 ? asked : LONGEST_HOLD);
    }

    /** For an administrator's page. */
    boolean isLeftAlone() {
        return circuit.isOpen() || clock.instant().isBefore(heldUntil);
    }
}
