/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure.CIRCUIT_OPEN;
import static org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure.ENGINE_FAILED;
import static org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure.HELD_OFF;
import static org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure.TOO_MANY_CALLS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("E5")
@Tag("X3")
@Timeout(120)
class EngineCallsTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final byte[] PAYLOAD = "{}".getBytes(StandardCharsets.UTF_8);

    private final Hands clock = new Hands();
    private WireServer server;
    private EngineCalls calls;

    @BeforeEach
    void start() throws IOException {
        server = WireServer.answering(WireServer.json("{}"));
        calls = calls(new CallLimits(3, NEVER, 100, 100, NEVER), server.asAllowed());
    }

    @AfterEach
    void stop() {
        calls.close();
        server.close();
    }

    private EngineCalls calls(CallLimits limits, AllowedHost allowed) {
        return new EngineCalls(
                new GuardedExchange(new AllowedHosts(List.of(allowed)), ExchangeLimits.USUAL), limits, clock);
    }

    @Test
    void an_engine_that_fails_in_a_row_is_left_alone_and_others_are_not() {
        server.nowAnswers(WireServer.answer(500, "", new byte[0]));
        for (int failure = 0; failure < 3; failure++) {
            assertThat(post("dr-a", "cds")).returns(ENGINE_FAILED, Failures::reason);
        }

        assertThat(post("dr-a", "cds")).returns(CIRCUIT_OPEN, Failures::reason);
        assertThat(calls.isLeftAlone("cds")).isTrue();
        assertThat(post("dr-a", "other")).returns(ENGINE_FAILED, Failures::reason);
        assertThat(calls.isLeftAlone("other")).isFalse();
        assertThat(server.received()).hasSize(4);
    }

    @Test
    void a_good_answer_between_failures_keeps_it_called() {
        for (int round = 0; round < 3; round++) {
            server.nowAnswers(WireServer.answer(500, "", new byte[0]));
            post("dr-a", "cds");
            post("dr-a", "cds");
            server.nowAnswers(WireServer.json("{}"));
            assertThat(post("dr-a", "cds")).isInstanceOf(ExchangeResult.Answered.class);
        }
    }

    @Test
    void after_its_rest_one_call_is_a_trial() {
        EngineCalls shortRest = calls(new CallLimits(1, Duration.ZERO, 100, 100, NEVER), server.asAllowed());
        server.nowAnswers(WireServer.answer(500, "", new byte[0]));
        assertThat(send(shortRest)).returns(ENGINE_FAILED, Failures::reason);
        assertThat(send(shortRest)).returns(ENGINE_FAILED, Failures::reason);

        server.nowAnswers(WireServer.json("{}"));

        assertThat(send(shortRest)).isInstanceOf(ExchangeResult.Answered.class);
        assertThat(shortRest.isLeftAlone("cds")).isFalse();
        shortRest.close();
    }

    @Test
    void a_trial_that_was_no_fault_of_the_engine_does_not_keep_it_out_for_ever() {
        EngineCalls shortRest = calls(new CallLimits(1, Duration.ZERO, 100, 100, NEVER), server.asAllowed());
        server.nowAnswers(WireServer.answer(500, "", new byte[0]));
        send(shortRest);

        ExchangeResult notAllowed = shortRest.send(
                "dr-a",
                "cds",
                OutgoingRequest.post(URI.create("https://elsewhere.example.org/"), PAYLOAD, Optional.empty()));
        assertThat(notAllowed).returns(ExchangeFailure.HOST_NOT_ALLOWED, Failures::reason);

        server.nowAnswers(WireServer.json("{}"));
        assertThat(send(shortRest)).isInstanceOf(ExchangeResult.Answered.class);
        shortRest.close();
    }

    @Test
    void what_was_no_fault_of_the_engine_does_not_count_against_it() {
        server.nowAnswers(WireServer.answer(412, "", new byte[0]));
        for (int call = 0; call < 10; call++) {
            assertThat(post("dr-a", "cds")).returns(ExchangeFailure.LACKS_DATA, Failures::reason);
        }
    }

    @Test
    void every_attempt_of_a_caller_counts_whatever_became_of_it() {
        EngineCalls few = calls(new CallLimits(1, NEVER, 3, 100, NEVER), server.asAllowed());
        server.nowAnswers(WireServer.answer(500, "", new byte[0]));
        assertThat(send(few, "dr-a", "cds")).returns(ENGINE_FAILED, Failures::reason);
        assertThat(send(few, "dr-a", "cds")).returns(CIRCUIT_OPEN, Failures::reason);
        assertThat(send(few, "dr-a", "other")).returns(ENGINE_FAILED, Failures::reason);

        assertThat(send(few, "dr-a", "third")).returns(TOO_MANY_CALLS, Failures::reason);
        assertThat(send(few, "dr-b", "third")).returns(ENGINE_FAILED, Failures::reason);
        few.close();
    }

    @Test
    void every_attempt_on_an_engine_counts_whoever_made_it() {
        EngineCalls few = calls(new CallLimits(3, NEVER, 100, 2, NEVER), server.asAllowed());
        send(few, "dr-a", "cds");
        send(few, "dr-b", "cds");

        assertThat(send(few, "dr-c", "cds")).returns(TOO_MANY_CALLS, Failures::reason);
        assertThat(send(few, "dr-c", "other")).isInstanceOf(ExchangeResult.Answered.class);
        few.close();
    }

    @Test
    void an_engine_that_asks_to_wait_is_waited_for_but_not_for_ever() {
        server.nowAnswers(WireServer.answer(429, "Retry-After: 120", new byte[0]));
        post("dr-a", "cds");
        server.nowAnswers(WireServer.json("{}"));

        clock.move(Duration.ofSeconds(119));
        assertThat(post("dr-a", "cds")).returns(HELD_OFF, Failures::reason);
        clock.move(Duration.ofSeconds(1));
        assertThat(post("dr-a", "cds")).isInstanceOf(ExchangeResult.Answered.class);

        server.nowAnswers(WireServer.answer(429, "Retry-After: 999999", new byte[0]));
        post("dr-a", "cds");
        server.nowAnswers(WireServer.json("{}"));
        clock.move(Duration.ofHours(1));
        assertThat(post("dr-a", "cds")).isInstanceOf(ExchangeResult.Answered.class);
    }

    @Test
    void what_may_hold_a_patients_data_is_never_sent_twice() {
        server.nowAnswers(WireServer.closing(WireServer.raw("")));

        assertThat(post("dr-a", "cds")).returns(ExchangeFailure.BROKEN, Failures::reason);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void a_question_without_payload_is_asked_once_more() {
        AtomicInteger asked = new AtomicInteger();
        server.nowAnswers((socket, out) -> {
            WireServer.Script script =
                    asked.incrementAndGet() == 1 ? WireServer.answer(502, "", new byte[0]) : WireServer.json("{}");
            script.play(socket, out);
        });

        ExchangeResult result =
                calls.send("dr-a", "cds", OutgoingRequest.get(server.address("/cds-services"), Optional.empty()));

        assertThat(result).isInstanceOf(ExchangeResult.Answered.class);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void where_nobody_listens_a_second_try_is_made_and_counted() throws IOException {
        AllowedHost nobody;
        URI address;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = AllowedHost.of("127.0.0.1:" + gone.getLocalPort());
            address = URI.create("http://127.0.0.1:" + gone.getLocalPort() + "/");
        }
        EngineCalls few = calls(new CallLimits(2, NEVER, 100, 100, NEVER), nobody);
        OutgoingRequest post = OutgoingRequest.post(address, PAYLOAD, Optional.empty());

        assertThat(few.send("dr-a", "cds", post)).returns(ExchangeFailure.NO_CONNECTION, Failures::reason);
        assertThat(few.send("dr-a", "cds", post)).returns(CIRCUIT_OPEN, Failures::reason);
        few.close();
    }

    @Test
    void the_library_starts_no_thread_of_its_own() {
        server.nowAnswers(WireServer.answer(500, "", new byte[0]));
        calls.send("dr-a", "cds", OutgoingRequest.get(server.address("/"), Optional.empty()));

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().toLowerCase(Locale.ROOT).contains("failsafe"));
    }

    private ExchangeResult post(String caller, String engine) {
        return send(calls, caller, engine);
    }

    private ExchangeResult send(EngineCalls calls) {
        return send(calls, "dr-a", "cds");
    }

    private ExchangeResult send(EngineCalls calls, String caller, String engine) {
        return calls.send(caller, engine, OutgoingRequest.post(server.address("/"), PAYLOAD, Optional.empty()));
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        void move(Duration on) {
            now = now.plus(on);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
