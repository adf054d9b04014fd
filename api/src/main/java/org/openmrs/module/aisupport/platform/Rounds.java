/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes rounds, one after the other, in a thread of the platform's; the next begins a pause after it should have, never beside the last. */
public class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final List<Round> rounds;
    private final BackgroundThreads background;
    private final RoundListener listener;
    private final ScheduledExecutorService timer;
    private volatile Future<?> underWay;
    private volatile boolean closed;

    public Rounds(List<Round> rounds, BackgroundThreads background, Duration pause) {
        this(rounds, background, pause, RoundListener.NOBODY);
    }

    public Rounds(List<Round> rounds, BackgroundThreads background, Duration pause, RoundListener listener) {
        this.rounds = List.copyOf(rounds);
        this.listener = listener;
        this.background = background;
        rounds.forEach(round -> listener.planned(nameOf(round)));
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "aisupport-rounds");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(
                this::startUnlessUnderWay, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void startUnlessUnderWay() {
        if (underWay != null && !underWay.isDone()) {
            return;
        }
        try {
            underWay = background.run(() -> rounds.forEach(this::make));
        } catch (RuntimeException notNow) {
            // while the module starts or stops
            LOG.debug("No background thread for now", notNow);
        }
    }

    /** One that breaks costs the others nothing. */
    private void make(Round round) {
        if (closed) {
            return;
        }
        String name = nameOf(round);
        long startedAt = System.nanoTime();
        boolean well = false;
        try {
            round.run(() -> closed);
            well = true;
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("event=round_failed round={} It is tried again", name, e);
            }
        }
        if (well || !closed) {
            listener.ended(name, Duration.ofNanos(System.nanoTime() - startedAt), well);
        }
    }

    private static String nameOf(Round round) {
        return round.getClass().getSimpleName();
    }

    /** A round under way ends with what it is at. */
    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
    }
}
