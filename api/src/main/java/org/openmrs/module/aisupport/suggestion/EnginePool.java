/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openmrs.module.aisupport.engine.EngineFailure;
import org.openmrs.module.aisupport.platform.BackgroundThreads;
import org.openmrs.module.aisupport.platform.Gauges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets engines work on a bounded pool of plain threads that know nothing of the platform, each for a bounded time. Results are kept
 * in a thread of the platform's. A hung engine costs a thread here and nothing on any screen (P3).
 */
public class EnginePool implements Gauges {

    private static final Logger LOG = LoggerFactory.getLogger(EnginePool.class);
    private static final int THREADS = 4;
    private static final int WAITING = 64;

    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService timer;
    private final BackgroundThreads background;
    private final RunFinisher finisher;
    private final Duration timeout;
    private final RunListener listener;
    private final Set<EngineTask> inFlight = ConcurrentHashMap.newKeySet();

    public EnginePool(BackgroundThreads background, RunFinisher finisher, Duration timeout) {
        this(background, finisher, timeout, RunListener.NOBODY);
    }

    public EnginePool(BackgroundThreads background, RunFinisher finisher, Duration timeout, RunListener listener) {
        this.background = background;
        this.finisher = finisher;
        this.timeout = timeout;
        this.listener = listener;
        this.workers = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), EnginePool::thread);
        workers.allowCoreThreadTimeOut(true);
        ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(1, EnginePool::thread);
        clockwork.setRemoveOnCancelPolicy(true);
        this.timer = clockwork;
    }

    void submit(EngineTask task) {
        inFlight.add(task);
        Attempt attempt = new Attempt(task);
        try {
            workers.execute(attempt);
        } catch (RejectedExecutionException full) {
            attempt.end(CallEnd.NO_ROOM, EngineResult.failed("The server is busy. Ask again in a moment.", 0));
        }
    }

    /** Called when the platform refreshes its context: nothing may be left hanging. */
    public void close() {
        // Taken before the threads are interrupted: an engine that notices would otherwise end its task elsewhere,
        // later.
        for (EngineTask task : List.copyOf(inFlight)) {
            if (inFlight.remove(task)) {
                tell(task, CallEnd.STOPPED, 0);
                finish(task, EngineResult.failed("The server restarted this part meanwhile. Ask again.", 0));
            }
        }
        workers.shutdownNow();
        timer.shutdownNow();
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                new Gauge(
                        "aisupport_engine_queue_length",
                        "Calls of engines that wait for a thread.",
                        () -> workers.getQueue().size()),
                new Gauge(
                        "aisupport_engine_queue_limit",
                        "Calls that can wait; a further one is refused.",
                        () -> WAITING),
                new Gauge("aisupport_engine_threads_busy", "Threads that call an engine now.", workers::getActiveCount),
                new Gauge(
                        "aisupport_engine_threads_limit",
                        "Engines that are called at once at the most.",
                        () -> THREADS));
    }

    /** What breaks here, such as the card of an engine that is being unloaded, costs the run nothing. */
    private void tell(EngineTask task, CallEnd end, long millis) {
        try {
            String engine = task.engine().card().id();
            log(task, engine, end, millis);
            listener.callEnded(engine, end, Duration.ofMillis(millis));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("event=listener_broke run={}", task.runUuid(), e);
        }
    }

    /** The only line about a call that ended: see docs/operations.md. */
    private static void log(EngineTask task, String engine, CallEnd end, long millis) {
        String line = "event=engine_call_ended run={} engine={} end={} millis={}";
        if (end == CallEnd.ANSWERED) {
            LOG.info(line, task.runUuid(), engine, end, millis);
        } else {
            LOG.warn(line, task.runUuid(), engine, end, millis);
        }
    }

    private void finish(EngineTask task, EngineResult result) {
        try {
            finisher.finish(task, result);
        } catch (RuntimeException unkeepable) {
            LOG.error("event=result_not_kept run={}", task.runUuid(), unkeepable);
            abandon(task, "Its answer could not be kept.");
        }
    }

    private void abandon(EngineTask task, String why) {
        try {
            finisher.abandon(task, why);
        } catch (RuntimeException e) {
            // The run still ends by its own clock (Run.LONGEST).
            LOG.error("event=run_end_not_recorded run={}", task.runUuid(), e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "aisupport-engine");
        thread.setDaemon(true);
        return thread;
    }

    /** One try at a task. Whichever comes first, answer or timeout, ends it; the other comes too late. */
    private final class Attempt implements Runnable {
        private final EngineTask task;
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile long startedAt = System.nanoTime();

        Attempt(EngineTask task) {
            this.task = task;
        }

        @Override
        public void run() {
            try {
                EngineCall call = EngineCall.of(task);
                if (mayBegin(call)) {
                    make(call);
                } else {
                    inFlight.remove(task);
                }
            } catch (EngineFailure told) {
                end(CallEnd.of(told), EngineResult.failed(told.getMessage(), millis()));
            } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError broken) {
                // Only the class: a message could quote the record, and logs hold no patient data (X3).
                LOG.error(
                        "event=engine_broke run={} engine={} cause={}",
                        task.runUuid(),
                        task.engine().card().id(),
                        broken.getClass().getName());
                end(CallEnd.BROKE, EngineResult.failed("It could not look at this record.", millis()));
            }
        }

        private void make(EngineCall call) {
            startedAt = System.nanoTime();
            ScheduledFuture<?> alarm = startAlarm(Thread.currentThread());
            try {
                end(CallEnd.ANSWERED, EngineResult.answered(call.answer().get(), millis()));
            } finally {
                alarm.cancel(false);
            }
        }

        /** The task may have waited for a thread, and the patient may have withdrawn meanwhile. */
        private boolean mayBegin(EngineCall call) {
            AtomicBoolean begun = new AtomicBoolean();
            try {
                background.run(() -> begun.set(finisher.begin(task, call))).get();
            } catch (ExecutionException | RuntimeException e) {
                LOG.error("event=run_not_begun run={}", task.runUuid(), e);
                background.run(() -> abandon(task, "It could not begin."));
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            return begun.get();
        }

        private ScheduledFuture<?> startAlarm(Thread worker) {
            return timer.schedule(
                    () -> {
                        // In this order: an engine that is interrupted would otherwise end with a reason of its own.
                        end(CallEnd.TIMED_OUT, EngineResult.failed("It did not answer in time.", millis()));
                        worker.interrupt();
                    },
                    timeout.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        void end(CallEnd how, EngineResult result) {
            if (ended.compareAndSet(false, true) && inFlight.remove(task)) {
                tell(task, how, result.millis());
                background.run(() -> finish(task, result));
            }
        }

        private long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
        }
    }
}
