/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that act as the platform itself: as many as are asked for, each with a database session of its own. */
public final class DaemonThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DaemonThreads.class);

    private final AtomicInteger number = new AtomicInteger();
    private final Sessions sessions;
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);

    public DaemonThreads(Sessions sessions) {
        this.sessions = sessions;
    }

    Sessions sessions() {
        return sessions;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "daemon-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    public Future<?> run(Runnable task) {
        return threads.submit(() -> {
            ServiceContext.getInstance().awaitRefreshed();
            CurrentThread.asDaemon(() -> sessions.with(() -> attempt(task)));
        });
    }

    // Nobody may ever ask the future, so a failure is said here.
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A task in a daemon thread failed", e);
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
