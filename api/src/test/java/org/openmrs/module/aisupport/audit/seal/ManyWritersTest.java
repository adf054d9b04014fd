/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;

/**
 * Sixteen who write at once, on two nodes that both seal: {@code -Daisupport.seal.events=100000} for the whole of it. What it says of
 * rows in a second is for reading.
 */
@Tag("A2")
@Tag("O3")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class ManyWritersTest {

    private static final int WRITERS = 16;
    private static final int EVENTS = Integer.getInteger("aisupport.seal.events", 4_000);

    @Test
    void two_nodes_make_one_chain_without_a_gap_and_lose_no_row() throws Exception {
        SealedHouse one = SealedHouse.on("many_writers");
        SealedHouse other = one.otherNode();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        AtomicBoolean written = new AtomicBoolean();

        long begun = System.nanoTime();
        List<Future<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            SealedHouse node = writer % 2 == 0 ? one : other;
            int mine = EVENTS / WRITERS + (writer < EVENTS % WRITERS ? 1 : 0);
            writers.add(threads.submit(writing(node, mine)));
        }
        List<Future<Integer>> sealers =
                List.of(threads.submit(sealing(one, written)), threads.submit(sealing(other, written)));
        int rows = sum(writers);
        double writtenAfter = seconds(begun);
        written.set(true);
        sum(sealers);
        double sealedAfter = seconds(begun);
        threads.shutdown();

        assertThat(rows).isEqualTo(EVENTS);
        assertThat(one.transactions.alone(() -> one.store.last().orElseThrow().seq()))
                .isEqualTo(EVENTS);
        ChainVerdict verdict = one.verdict();
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.rows()).isEqualTo(EVENTS);
        double verifiedAfter = seconds(begun) - sealedAfter;
        assertThat(unsealed(one)).isOne(); // that it was verified
        System.out.printf(
                "%d rows by %d writers on 2 nodes: written in %.1f s (%.0f/s), all sealed after %.1f s (%.0f/s),"
                        + " verified in %.1f s (%.0f/s)%n",
                EVENTS,
                WRITERS,
                writtenAfter,
                EVENTS / writtenAfter,
                sealedAfter,
                EVENTS / sealedAfter,
                verifiedAfter,
                EVENTS / verifiedAfter);

        one.write(EVENTS);
        begun = System.nanoTime();
        one.seal();
        System.out.printf(
                "%d rows that waited: sealed in %.1f s (%.0f/s)%n", EVENTS, seconds(begun), EVENTS / seconds(begun));
        assertThat(unsealed(one)).isZero();
    }

    private static Callable<Integer> writing(SealedHouse node, int count) {
        return () -> {
            for (int i = 0; i < count; i++) {
                node.audit.recordAlone(
                        AuditEntry.of(AuditKind.SUGGESTIONS_VIEWED).detail("row " + i));
            }
            return count;
        };
    }

    /** Without a pause, so that the two are in each other's way as often as can be. */
    private static Callable<Integer> sealing(SealedHouse node, AtomicBoolean written) {
        return () -> {
            boolean last;
            do {
                last = written.get();
                node.seal();
                assertThat(node.sealer.obstacle()).isEmpty();
            } while (!last);
            return 0;
        };
    }

    private static int sum(List<Future<Integer>> all) throws InterruptedException, ExecutionException {
        int sum = 0;
        for (Future<Integer> one : all) {
            sum += one.get();
        }
        return sum;
    }

    private static int unsealed(SealedHouse house) {
        return house.transactions.alone(() -> house.store
                .unsealed(new IdWindow(1, Long.MAX_VALUE), Long.MAX_VALUE, 10)
                .size());
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
