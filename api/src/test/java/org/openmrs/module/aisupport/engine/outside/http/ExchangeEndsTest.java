/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That an exchange really ends: the connection is hung up, and no thread stays. The limit is for a test that would hang. */
@Tag("E5")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ExchangeEndsTest {

    private static final ExchangeLimits SHORT = ExchangeLimits.USUAL.withWhole(Duration.ofSeconds(1));
    private static final ExchangeLimits LONG = ExchangeLimits.USUAL.withWhole(Duration.ofMinutes(1));
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    enum Stalled {
        BEFORE_THE_HEAD(""),
        WITHIN_THE_HEAD("HTTP/1.1 200 OK\r\nContent-Ty"),
        BEFORE_THE_BODY(HEAD + "Content-Length: 20\r\n\r\n"),
        WITHIN_THE_BODY(HEAD + "Content-Length: 20\r\n\r\n{\"a\":"),
        WITHIN_A_CHUNK(HEAD + "Transfer-Encoding: chunked\r\n\r\n14\r\n{\"a\":");

        private final String written;

        Stalled(String written) {
            this.written = written;
        }
    }

    @ParameterizedTest
    @EnumSource
    void trust17_a_stalled_answer_is_hung_up_on(Stalled stalled) throws Exception {
        try (WireServer server = WireServer.answering(WireServer.raw(stalled.written));
                GuardedExchange exchange = exchange(server, SHORT)) {
            ExchangeResult result = exchange.send(get(server));

            assertThat(result).returns(ExchangeFailure.TOO_SLOW, Failures::reason);
            server.awaitHangUps(1);
        }
    }

    @Test
    void an_answer_that_is_refused_by_its_status_is_hung_up_on_while_it_still_comes() throws Exception {
        WireServer.Script endless = WireServer.endless(
                "HTTP/1.1 500 x\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", "4\r\nhtml\r\n");
        try (WireServer server = WireServer.answering(endless);
                GuardedExchange exchange = exchange(server, LONG)) {
            ExchangeResult result = exchange.send(get(server));

            assertThat(result).returns(ExchangeFailure.ENGINE_FAILED, Failures::reason);
            server.awaitHangUps(1);
        }
    }

    @Test
    void an_answer_without_end_is_hung_up_on_when_it_is_too_large() throws Exception {
        WireServer.Script endless = WireServer.endless(HEAD + "Transfer-Encoding: chunked\r\n\r\n", "4\r\n[[[[\r\n");
        try (WireServer server = WireServer.answering(endless);
                GuardedExchange exchange = exchange(server, LONG)) {
            ExchangeResult result = exchange.send(get(server));

            assertThat(result).returns(ExchangeFailure.TOO_LARGE, Failures::reason);
            server.awaitHangUps(1);
        }
    }

    @Test
    void an_interrupt_cancels_it_and_hangs_up() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (WireServer server = WireServer.answering((socket, out) -> asked.countDown());
                GuardedExchange exchange = exchange(server, LONG)) {
            CompletableFuture<ExchangeResult> result = new CompletableFuture<>();
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                result.complete(exchange.send(get(server)));
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            asked.await();

            caller.interrupt();

            assertThat(result.get()).returns(ExchangeFailure.CANCELLED, Failures::reason);
            assertThat(stillInterrupted.get()).isTrue();
            server.awaitHangUps(1);
        }
    }

    @Test
    void no_thread_outlives_it_and_what_is_under_way_ends_with_it() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (WireServer server = WireServer.answering((socket, out) -> asked.countDown())) {
            GuardedExchange exchange = exchange(server, LONG);
            CompletableFuture<ExchangeResult> result = CompletableFuture.supplyAsync(() -> exchange.send(get(server)));
            asked.await();
            Thread[] alive = exchange.threads();

            exchange.close();

            assertThat(alive).anyMatch(thread -> thread.getName().contains("SelectorManager"));
            assertThat(result.get()).returns(ExchangeFailure.CANCELLED, Failures::reason);
            for (Thread thread : alive) {
                thread.join();
            }
            assertThat(exchange.threads()).isEmpty();
            server.awaitHangUps(1);
        }
    }

    @Test
    void an_idle_connection_is_hung_up_on_when_it_closes() throws Exception {
        try (WireServer server = WireServer.answering(WireServer.json("{}"))) {
            GuardedExchange exchange = exchange(server, LONG);
            assertThat(exchange.send(get(server))).isInstanceOf(ExchangeResult.Answered.class);

            exchange.close();

            server.awaitHangUps(1);
        }
    }

    @Test
    void what_is_sent_after_it_closed_goes_nowhere() throws Exception {
        try (WireServer server = WireServer.answering(WireServer.json("{}"))) {
            GuardedExchange exchange = exchange(server, LONG);
            exchange.close();

            assertThat(exchange.send(get(server))).returns(ExchangeFailure.CLOSED, Failures::reason);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void its_threads_do_not_know_the_class_loader_of_whoever_made_it() throws Exception {
        ClassLoader ofTheMaker = new ClassLoader(getClass().getClassLoader()) {};
        Thread.currentThread().setContextClassLoader(ofTheMaker);
        try (WireServer server = WireServer.answering(WireServer.json("{}"));
                GuardedExchange exchange = exchange(server, LONG)) {
            exchange.send(get(server));

            assertThat(Arrays.stream(exchange.threads()).map(Thread::getContextClassLoader))
                    .isNotEmpty()
                    .doesNotContain(ofTheMaker);
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    @Test
    void one_more_than_are_allowed_at_once_is_refused_and_not_queued() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (WireServer server = WireServer.answering((socket, out) -> asked.countDown())) {
            GuardedExchange exchange =
                    exchange(server, new ExchangeLimits(Duration.ofSeconds(3), Duration.ofMinutes(1), 1000, 1));
            CompletableFuture<ExchangeResult> first = CompletableFuture.supplyAsync(() -> exchange.send(get(server)));
            asked.await();

            assertThat(exchange.send(get(server))).returns(ExchangeFailure.BUSY_HERE, Failures::reason);
            exchange.close();
            assertThat(first.get()).returns(ExchangeFailure.CANCELLED, Failures::reason);
        }
    }

    private static OutgoingRequest get(WireServer server) {
        return OutgoingRequest.get(server.address("/cds-services"), Optional.empty());
    }

    private static GuardedExchange exchange(WireServer server, ExchangeLimits limits) {
        return new GuardedExchange(new AllowedHosts(List.of(server.asAllowed())), limits);
    }
}
