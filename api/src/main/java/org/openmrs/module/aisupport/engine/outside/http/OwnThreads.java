/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that exchanges run in, all in one group and ended with it. The JDK's client starts one of its own, which before Java 21
 * nothing ends but the garbage collector, some time later; it is started from here so that it falls into the group too, and it stops when
 * it is interrupted. A thread that outlived the module would keep the module's class loader.
 */
final class OwnThreads implements Executor, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ThreadGroup group = new ThreadGroup("aisupport-outside");
    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService pool = Executors.newCachedThreadPool(this::thread);

    private Thread thread(Runnable work) {
        Thread thread = new Thread(group, work, group.getName() + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        // Not the one of whoever called first, which may be another module's.
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    /** What it makes may start threads; they fall into the group. */
    <T> T make(Callable<T> maker) {
        try {
            return pool.submit(maker).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting.", interrupted);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The HTTP client can't be started.", broken.getCause());
        }
    }

    /** Those that are alive, for a test to wait for. */
    Thread[] alive() {
        Thread[] found = new Thread[group.activeCount() + 16];
        return Arrays.copyOf(found, group.enumerate(found));
    }

    /** Interrupts them, and waits for them a while. One that hangs in a name server's silence ends when the system gives up. */
    @Override
    public void close() {
        pool.shutdownNow();
        group.interrupt();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : alive()) {
                if (thread != Thread.currentThread()) {
                    thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
