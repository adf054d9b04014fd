/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("O1")
@Timeout(60)
class RoundsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private Rounds all(Round... rounds) {
        return new Rounds(List.of(rounds), threads::submit, Duration.ofMillis(1));
    }

    @Test
    void one_that_breaks_costs_the_others_nothing_and_is_tried_again() throws InterruptedException {
        CountDownLatch broken = new CountDownLatch(2);
        CountDownLatch well = new CountDownLatch(2);

        Rounds rounds = all(
                stopped -> {
                    broken.countDown();
                    throw new IllegalStateException("this round breaks");
                },
                stopped -> well.countDown());

        broken.await();
        well.await();
        rounds.close();
    }

    @Test
    void a_slow_one_never_runs_beside_itself() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch five = new CountDownLatch(5);

        Rounds rounds = all(stopped -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            pause();
            atOnce.decrementAndGet();
            five.countDown();
        });

        five.await();
        rounds.close();
        assertThat(most).hasValue(1);
    }

    /** Some pauses of the timer's. */
    private static void pause() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(5);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void when_the_module_stops_the_one_under_way_learns_of_it_and_no_other_begins() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean other = new AtomicBoolean();
        Rounds rounds = all(
                stopped -> {
                    begun.countDown();
                    while (!stopped.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                },
                stopped -> other.set(true));
        begun.await();

        rounds.close();
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other).isFalse();
    }
}
