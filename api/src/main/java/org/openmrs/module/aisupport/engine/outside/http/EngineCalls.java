/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls engines outside, and leaves them alone when it should (E5, X3): attempts are counted for each caller and each engine, before
 * anything else and whatever becomes of them; an engine that fails in a row rests; one that asks to wait is waited for. A second try is
 * made only where it can do no harm: nothing of a patient was to be sent, or no connection stood, so that nothing was.
 *
 * <p>Failsafe is used in the caller's thread alone: its time limits and asynchronous calls would start a static scheduler that
 * outlives the module.
 */
public final class EngineCalls implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int CALLERS_KEPT = 10_000;

    private final GuardedExchange exchange;
    private final CallLimits limits;
    private final Clock clock;
    private final Map<String, EngineLine> lines = new ConcurrentHashMap<>();
    private final Map<String, RateLimiter<Object>> callers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RateLimiter<Object>> eldest) {
            return size() > CALLERS_KEPT;
        }
    };

    /** Closes the exchange when it is closed itself. */
    public EngineCalls(GuardedExchange exchange, CallLimits limits, Clock clock) {
        this.exchange = exchange;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param caller whose attempts are counted together, for instance a user's uuid; it is not sent
     * @param engine the id of its card
     */
    public ExchangeResult send(String caller, String engine, OutgoingRequest request) {
        RetryPolicy<ExchangeResult> harmless = RetryPolicy.<ExchangeResult>builder()
                .handleResultIf(result -> isHarmlessAgain(result, request))
                .withMaxRetries(1)
                .withDelay(PAUSE)
                .build();
        try {
            return Failsafe.with(harmless).get(() -> once(caller, engine, request));
        } catch (FailsafeException interrupted) {
            return ExchangeResult.Failed.because(ExchangeFailure.CANCELLED);
        }
    }

    private ExchangeResult once(String caller, String engine, OutgoingRequest request) {
        EngineLine line = lines.computeIfAbsent(engine, id -> new EngineLine(limits, clock));
        Optional<ExchangeFailure> refusal =
                ofCaller(caller).tryAcquirePermit() ? line.refusal() : Optional.of(ExchangeFailure.TOO_MANY_CALLS);
        if (refusal.isPresent()) {
            return ExchangeResult.Failed.because(refusal.get());
        }
        ExchangeResult result = ExchangeResult.Failed.because(ExchangeFailure.CANCELLED);
        try {
            result = exchange.send(request);
        } finally {
            line.end(result);
        }
        return result;
    }

    private static boolean isHarmlessAgain(ExchangeResult result, OutgoingRequest request) {
        if (!(result instanceof ExchangeResult.Failed failed)) {
            return false;
        }
        return switch (failed.reason()) {
            case NO_CONNECTION -> true;
            case BROKEN, ENGINE_FAILED ->
                request.body().isEmpty() && failed.retryAfter().isEmpty();
            default -> false;
        };
    }

    private RateLimiter<Object> ofCaller(String caller) {
        synchronized (callers) {
            return callers.computeIfAbsent(caller, id -> RateLimiter.burstyBuilder(limits.perCaller(), limits.window())
                    .build());
        }
    }

    /** For an administrator's page: whether it rests after failures, or asked to wait. */
    public boolean isLeftAlone(String engine) {
        EngineLine line = lines.get(engine);
        return line != null && line.isLeftAlone();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
