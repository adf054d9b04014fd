/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with an answer on the wire, each with the reason that an administrator is told. One exchange lives through all. */
@Tag("E5")
@Tag("X2")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenAnswersTest {

    private static final int MOST = 1 << 20;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    private WireServer server;
    private GuardedExchange exchange;
    private GuardedExchange impatient;

    record Case(String name, WireServer.Script script, ExchangeFailure reason, boolean waits) {
        @Override
        public String toString() {
            return name + ": " + reason;
        }
    }

    @BeforeAll
    void start() throws IOException {
        server = WireServer.answering(WireServer.json("{}"));
        exchange = exchange(Duration.ofMinutes(1));
        impatient = exchange(Duration.ofSeconds(1));
    }

    private GuardedExchange exchange(Duration whole) {
        return new GuardedExchange(
                new AllowedHosts(List.of(server.asAllowed())),
                new ExchangeLimits(Duration.ofSeconds(3), whole, MOST, 8));
    }

    @AfterAll
    void no_thread_is_left_after_all_of_them() throws Exception {
        Thread[] alive = exchange.threads();
        assertThat(alive).isNotEmpty();
        exchange.close();
        impatient.close();
        for (Thread thread : alive) {
            thread.join();
        }
        assertThat(exchange.threads()).isEmpty();
        assertThat(impatient.threads()).isEmpty();
        server.close();
    }

    static Stream<Case> cases() {
        return Stream.of(statuses(), heads(), wires(), bodies()).flatMap(cases -> cases);
    }

    private static Stream<Case> statuses() {
        return Stream.of(
                status(100, ExchangeFailure.TOO_SLOW, true),
                status(101, ExchangeFailure.BROKEN, false),
                status(201, ExchangeFailure.UNEXPECTED_STATUS, false),
                status(206, ExchangeFailure.UNEXPECTED_STATUS, false),
                fine("204 without content", answer("HTTP/1.1 204 x\r\n\r\n"), ExchangeFailure.NO_CONTENT),
                redirect(301),
                redirect(302),
                redirect(303),
                redirect(307),
                redirect(308),
                fine("304", answer("HTTP/1.1 304 x\r\n\r\n"), ExchangeFailure.REDIRECTED),
                status(400, ExchangeFailure.REFUSED, false),
                status(401, ExchangeFailure.UNAUTHORISED, false),
                status(403, ExchangeFailure.UNAUTHORISED, false),
                status(404, ExchangeFailure.NOT_FOUND, false),
                status(407, ExchangeFailure.UNAUTHORISED, false),
                status(412, ExchangeFailure.LACKS_DATA, false),
                status(429, ExchangeFailure.ASKED_TO_WAIT, false),
                status(500, ExchangeFailure.ENGINE_FAILED, false),
                status(502, ExchangeFailure.ENGINE_FAILED, false),
                status(503, ExchangeFailure.ENGINE_FAILED, false),
                status(600, ExchangeFailure.UNEXPECTED_STATUS, false),
                status(999, ExchangeFailure.UNEXPECTED_STATUS, false));
    }

    private static Stream<Case> heads() {
        return Stream.of(
                head("no content type", ""),
                head("HTML", "Content-Type: text/html"),
                head("plain text", "Content-Type: text/plain; charset=utf-8"),
                head("JSON in another charset", "Content-Type: application/json; charset=utf-16"),
                head(
                        "JSON in a charset behind another parameter",
                        "Content-Type: application/json; a=b; charset=latin1"),
                head("two content types", "Content-Type: application/json\r\nContent-Type: text/html"),
                head("a type that begins like JSON", "Content-Type: application/json5"),
                head("a list of JSON texts", "Content-Type: application/json-seq"),
                fine("gzip that was not asked for", gzipped(200, "gzip"), ExchangeFailure.ENCODED),
                fine("a gzip bomb", gzipped(50 * MOST, "gzip"), ExchangeFailure.ENCODED),
                fine("gzip that does not say so", gzipped(200, "identity"), ExchangeFailure.NOT_UTF8),
                fine("an encoding that nobody knows", gzipped(200, "x-none"), ExchangeFailure.ENCODED),
                fine(
                        "a content length above the cap",
                        answer(OK + JSON + "Content-Length: 1048577\r\n\r\n"),
                        ExchangeFailure.TOO_LARGE),
                fine(
                        "a content length of 10^18",
                        answer(OK + JSON + "Content-Length: 1000000000000000000\r\n\r\n"),
                        ExchangeFailure.TOO_LARGE));
    }

    private static Stream<Case> wires() {
        return Stream.of(
                cut("nothing", ""),
                cut("not HTTP", "SSH-2.0-OpenSSH_9.2\r\n"),
                cut("HTTP/0.9", "{\"cards\":[]}"),
                cut("a status that is no number", "HTTP/1.1 abc OK\r\n\r\n"),
                cut("a head that is cut off", "HTTP/1.1 200 OK\r\nContent-Ty"),
                cut("a body shorter than its length", OK + JSON + "Content-Length: 20\r\n\r\n{}"),
                cut("a chunk that is cut off", OK + JSON + CHUNKED + "\r\n14\r\n{}"),
                cut("chunks without the last", OK + JSON + CHUNKED + "\r\n2\r\n{}\r\n"),
                cut("a chunk size that is no number", OK + JSON + CHUNKED + "\r\nzz\r\n{}\r\n0\r\n\r\n"),
                cut("a chunk size below zero", OK + JSON + CHUNKED + "\r\n-2\r\n{}\r\n0\r\n\r\n"),
                cut("a chunk longer than its size", OK + JSON + CHUNKED + "\r\n2\r\n{}xyz\r\n0\r\n\r\n"),
                cut("a length below zero", OK + JSON + "Content-Length: -5\r\n\r\n{}"),
                cut("a length that is no number", OK + JSON + "Content-Length: x\r\n\r\n{}"),
                cut(
                        "a header name with a space",
                        OK + "Content Type: application/json\r\n" + JSON + "Content-Length: 2\r\n\r\n{}"),
                fine("a reset within the body", BrokenAnswersTest::reset, ExchangeFailure.BROKEN),
                waits("silence", ""),
                waits("a head that stalls", "HTTP/1.1 200 OK\r\n"),
                waits("a body that stalls", OK + JSON + "Content-Length: 20\r\n\r\n{\"a\""),
                waits("a length longer than the body", OK + JSON + "Content-Length: 3\r\n\r\n{}"),
                fine(
                        "a chunk size without end",
                        WireServer.endless(OK + JSON + CHUNKED + "\r\n", "00000000"),
                        ExchangeFailure.BROKEN),
                fine(
                        "headers without end",
                        WireServer.endless(OK, "X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n"),
                        ExchangeFailure.BROKEN),
                fine(
                        "a header without end",
                        WireServer.endless(OK + "X-Filler: ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
                        ExchangeFailure.BROKEN),
                fine(
                        "chunks without end",
                        WireServer.endless(OK + JSON + CHUNKED + "\r\n", "8\r\n[[[[[[[[\r\n"),
                        ExchangeFailure.TOO_LARGE),
                fine(
                        "a body without length and end",
                        WireServer.endless(OK + JSON + "\r\n", "        "),
                        ExchangeFailure.TOO_LARGE));
    }

    private static Stream<Case> bodies() {
        return Stream.of(
                body("empty", "", ExchangeFailure.NOT_JSON),
                body("blanks", " \n ", ExchangeFailure.NOT_JSON),
                body("HTML that calls itself JSON", "<html><script>alert(1)</script></html>", ExchangeFailure.NOT_JSON),
                body("a list", "[{}]", ExchangeFailure.NOT_JSON),
                body("a text", "\"cards\"", ExchangeFailure.NOT_JSON),
                body("null", "null", ExchangeFailure.NOT_JSON),
                body("a number", "1", ExchangeFailure.NOT_JSON),
                body("cut off", "{\"cards\":[", ExchangeFailure.NOT_JSON),
                body("two objects", "{}{}", ExchangeFailure.NOT_JSON),
                body("rubbish behind it", "{} x", ExchangeFailure.NOT_JSON),
                body("a comment", "{/* */}", ExchangeFailure.NOT_JSON),
                body("single quotes", "{'a':1}", ExchangeFailure.NOT_JSON),
                body("a comma too many", "{\"a\":1,}", ExchangeFailure.NOT_JSON),
                body("NaN", "{\"a\":NaN}", ExchangeFailure.NOT_JSON),
                body("a control character in a text", "{\"a\":\"\u0001\"}", ExchangeFailure.NOT_JSON),
                body("an escape that does not exist", "{\"a\":\"\\x41\"}", ExchangeFailure.NOT_JSON),
                body("a byte order mark", "\ufeff{}", ExchangeFailure.NOT_JSON),
                body("the same field twice", "{\"a\":1,\"a\":2}", ExchangeFailure.REPEATED_FIELD),
                body("the same field twice, further in", "{\"x\":[{\"a\":1,\"a\":2}]}", ExchangeFailure.REPEATED_FIELD),
                body("the same field twice, once escaped", "{\"a\":1,\"\\u0061\":2}", ExchangeFailure.REPEATED_FIELD),
                body("nested too deeply", nested(33), ExchangeFailure.TOO_DEEP),
                body("nested 100,000 deep and never closed", "{\"a\":" + "[".repeat(100_000), ExchangeFailure.TOO_DEEP),
                body("a text too long", "{\"a\":\"" + "x".repeat(65_537) + "\"}", ExchangeFailure.TOO_LONG_A_VALUE),
                body("a name too long", "{\"" + "x".repeat(257) + "\":1}", ExchangeFailure.TOO_LONG_A_VALUE),
                body("a whole number too long", "{\"a\":" + "9".repeat(41) + "}", ExchangeFailure.TOO_LONG_A_VALUE),
                body("a fraction too long", "{\"a\":0." + "9".repeat(40) + "}", ExchangeFailure.TOO_LONG_A_VALUE),
                encoded("UTF-16", "{}", StandardCharsets.UTF_16BE, ExchangeFailure.NOT_JSON),
                encoded("Latin-1", "{\"a\":\"Sørensen\"}", StandardCharsets.ISO_8859_1, ExchangeFailure.NOT_UTF8),
                bytes("an overlong sequence", new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'}),
                bytes(
                        "half of a surrogate pair",
                        new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'}),
                bytes("a sequence cut off", new byte[] {'{', '}', (byte) 0xe2, (byte) 0x82}));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trust17_a_broken_answer_is_no_answer_and_the_reason_is_told(Case broken) {
        server.nowAnswers(broken.script);

        ExchangeResult result = (broken.waits ? impatient : exchange)
                .send(OutgoingRequest.post(
                        server.address("/a"), "{}".getBytes(StandardCharsets.UTF_8), Optional.empty()));

        assertThat(result).returns(broken.reason, Failures::reason);
        assertThat(broken.reason.mayHaveLeft()).isTrue();
    }

    /** Else every case above could fail for another reason than its own. */
    @Test
    void the_same_without_the_fault_is_read() {
        List.of(
                        WireServer.json("{\"a\":1}"),
                        WireServer.raw(OK + JSON + CHUNKED + "\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n"),
                        WireServer.closing(WireServer.raw(OK + JSON + "\r\n{\"a\":1}")),
                        WireServer.answer(200, "Content-Type: application/JSON; charset=\"UTF-8\"", utf8("{\"a\":1}")),
                        WireServer.answer(
                                200, "Content-Type: application/fhir+json; fhirVersion=4.0", utf8("{\"a\":1}")),
                        WireServer.json("{\"a\":1,\"b\":" + nested(31) + "}"),
                        WireServer.json("{\"a\":1,\"b\":\"" + "x".repeat(65_536) + "\",\"c\":" + "9".repeat(40) + "}"))
                .forEach(script -> {
                    server.nowAnswers(script);

                    ExchangeResult result = exchange.send(OutgoingRequest.get(server.address("/a"), Optional.empty()));

                    assertThat(result).isInstanceOf(ExchangeResult.Answered.class);
                    assertThat(((ExchangeResult.Answered) result)
                                    .json()
                                    .path("a")
                                    .asInt())
                            .isEqualTo(1);
                });
    }

    @Test
    void the_wait_that_an_engine_asks_for_is_told() {
        server.nowAnswers(WireServer.answer(429, "Retry-After: 120", new byte[0]));
        assertThat(exchange.send(OutgoingRequest.get(server.address("/a"), Optional.empty())))
                .isEqualTo(new ExchangeResult.Failed(
                        ExchangeFailure.ASKED_TO_WAIT, OptionalInt.of(429), Optional.of(Duration.ofMinutes(2))));

        server.nowAnswers(WireServer.answer(503, "Retry-After: Fri, 31 Dec 2027 23:59:59 GMT", new byte[0]));
        assertThat(exchange.send(OutgoingRequest.get(server.address("/a"), Optional.empty())))
                .isEqualTo(new ExchangeResult.Failed(
                        ExchangeFailure.ENGINE_FAILED, OptionalInt.of(503), Optional.empty()));
    }

    @Test
    void where_only_the_status_counts_any_2xx_is_fine_and_no_body_is_read() {
        server.nowAnswers(WireServer.answer(202, "Content-Type: text/html", utf8("<b>thanks</b>")));

        ExchangeResult result = exchange.send(OutgoingRequest.tell(server.address("/a"), utf8("{}"), Optional.empty()));

        assertThat(result).isInstanceOf(ExchangeResult.Answered.class);
        assertThat(((ExchangeResult.Answered) result).body()).isEmpty();
    }

    private static Case fine(String name, WireServer.Script script, ExchangeFailure reason) {
        return new Case(name, script, reason, false);
    }

    private static Case status(int status, ExchangeFailure reason, boolean waits) {
        return new Case(
                "status " + status,
                WireServer.answer(status, "Content-Type: application/json", utf8("{}")),
                reason,
                waits);
    }

    private static Case redirect(int status) {
        String elsewhere = "Location: https://elsewhere.example.org/\r\nContent-Type: application/json";
        return fine("redirect " + status, WireServer.answer(status, elsewhere, utf8("{}")), ExchangeFailure.REDIRECTED);
    }

    private static Case head(String name, String headers) {
        return fine(name, WireServer.answer(200, headers, utf8("{}")), ExchangeFailure.NOT_JSON_TYPE);
    }

    private static Case cut(String name, String written) {
        return fine(name, WireServer.closing(WireServer.raw(written)), ExchangeFailure.BROKEN);
    }

    private static Case waits(String name, String written) {
        return new Case(name, WireServer.raw(written), ExchangeFailure.TOO_SLOW, true);
    }

    private static Case body(String name, String json, ExchangeFailure reason) {
        return fine(name, WireServer.json(json), reason);
    }

    private static Case encoded(String name, String text, Charset charset, ExchangeFailure reason) {
        return fine(name, WireServer.answer(200, JSON.strip(), text.getBytes(charset)), reason);
    }

    private static Case bytes(String name, byte[] bytes) {
        return fine(name, WireServer.answer(200, JSON.strip(), bytes), ExchangeFailure.NOT_UTF8);
    }

    private static WireServer.Script answer(String raw) {
        return WireServer.raw(raw);
    }

    private static WireServer.Script gzipped(int blanks, String encoding) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(utf8("{" + " ".repeat(blanks) + "}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return WireServer.answer(200, JSON + "Content-Encoding: " + encoding, packed.toByteArray());
    }

    /** Ends without the other side being told, as when a cable is pulled. */
    private static void reset(Socket socket, OutputStream out) throws IOException {
        out.write(utf8(OK + JSON + "Content-Length: 20\r\n\r\n{\"a\":"));
        out.flush();
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
