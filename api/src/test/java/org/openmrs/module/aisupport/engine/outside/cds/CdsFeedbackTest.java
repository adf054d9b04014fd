/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.aisupport.engine.Delivery;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.FeedbackEngine;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.ProposalHandle;
import org.openmrs.module.aisupport.engine.Verdict;
import org.openmrs.module.aisupport.engine.outside.chart.Disclosure;
import org.openmrs.module.aisupport.engine.outside.http.AllowedHosts;
import org.openmrs.module.aisupport.engine.outside.http.CallLimits;
import org.openmrs.module.aisupport.engine.outside.http.EngineCalls;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeLimits;
import org.openmrs.module.aisupport.engine.outside.http.GuardedExchange;
import org.openmrs.module.aisupport.engine.outside.http.WireServer;

/** CDS Hooks 2.0, Feedback, over the wire. */
@Tag("E3")
@Timeout(120)
class CdsFeedbackTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI ADDRESS = URI.create("https://cds.example.org/cds-services/greeter/feedback");
    private static final Instant AT = Instant.parse("2026-11-24T12:00:00.987Z");
    private static final Verdict ACCEPTED = new Verdict(true, Optional.empty(), AT);
    private static final Verdict REJECTED = new Verdict(false, Optional.empty(), AT);
    private static final String BARE = "'summary':'s','indicator':'info','source':{'label':'l'}";

    private Engine server;
    private FeedbackEngine engine;

    @BeforeEach
    void start() throws IOException {
        server = new Engine();
        engine = engineAt(server, server.calls, "/r4");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static FeedbackEngine engineAt(Engine server, EngineCalls calls, String path) {
        return new CdsHooksEngine(
                new EngineCard(
                        "cds",
                        "n",
                        "1",
                        Optional.of(new EngineCard.Outside(
                                "localhost", false, "Denmark", "Not kept", List.of(), Set.of(), false)),
                        "d",
                        "f",
                        "p",
                        "i",
                        "c",
                        "v",
                        "l",
                        Set.of(),
                        List.of()),
                Engine.service(Map.of()),
                new Disclosure(Set.of(), Set.of()),
                new CdsHooksClient(calls, "cds", server.server.address(path), Optional.empty()));
    }

    private Proposal proposed(String card) {
        server.server.nowAnswers(WireServer.json(("{'cards':[{" + card + "}]}").replace('\'', '"')));
        EngineAnswer answer = engine.pack(aWoman(58).build()).send("dr-a");
        return answer.proposals().get(0);
    }

    private ProposalHandle handle(String card) {
        return proposed(card).handle().orElseThrow();
    }

    private static String suggesting(String suggestions) {
        return "'uuid':'c'," + BARE + ",'selectionBehavior':'any','suggestions':[" + suggestions + "]";
    }

    private Delivery told(int status, String headers) {
        ProposalHandle handle = handle("'uuid':'c'," + BARE);
        server.server.nowAnswers(WireServer.answer(status, headers, "{\"not\": [read".getBytes()));
        return engine.feedback(handle, REJECTED).orElseThrow().send();
    }

    @Test
    void what_was_accepted_is_told_by_uuid_to_the_service_that_gave_the_card() throws IOException {
        ProposalHandle handle = handle(suggesting("{'label':'a','uuid':'s1'}"));
        FeedbackEngine.Message message = engine.feedback(handle, ACCEPTED).orElseThrow();
        server.server.nowAnswers(WireServer.answer(200, "", new byte[0]));

        assertThat(message.send()).isEqualTo(Delivery.told());

        WireServer.Received received =
                server.server.received().get(server.server.received().size() - 1);
        assertThat(received.head()).startsWith("POST /r4/cds-services/greeter/feedback HTTP/1.1\r\n");
        assertThat(received.body()).isEqualTo(message.payload());
        assertThat(JSON.readTree(received.body()))
                .isEqualTo(
                        JSON.readTree(
                                """
                {"feedback":[{"card":"c","outcome":"accepted","outcomeTimestamp":"2026-11-24T12:00:00Z",
                              "acceptedSuggestions":[{"id":"s1"}]}]}"""));
    }

    @Test
    void why_it_was_rejected_is_told_by_a_code_and_nothing_where_there_is_none() throws IOException {
        ProposalHandle handle = handle("'uuid':'c'," + BARE);
        Verdict declined = new Verdict(false, Optional.of(new Verdict.Reason("urn:r", "declined")), AT);

        assertThat(sent(handle, declined))
                .isEqualTo(
                        JSON.readTree(
                                """
                {"feedback":[{"card":"c","outcome":"overridden","outcomeTimestamp":"2026-11-24T12:00:00Z",
                              "overrideReason":{"reason":{"code":"declined","system":"urn:r"}}}]}"""));
        assertThat(sent(handle, REJECTED))
                .isEqualTo(
                        JSON.readTree(
                                """
                {"feedback":[{"card":"c","outcome":"overridden","outcomeTimestamp":"2026-11-24T12:00:00Z"}]}"""));
    }

    private JsonNode sent(ProposalHandle handle, Verdict verdict) throws IOException {
        return JSON.readTree(engine.feedback(handle, verdict).orElseThrow().payload());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {"# #", "{'label':'a'}", "{'label':'a','uuid':'s1'},{'label':'b','uuid':'s2'}"})
    void that_a_card_was_accepted_is_not_told_where_it_is_not_certain_which_suggestion_was(String suggestions) {
        ProposalHandle handle = handle(suggesting(suggestions));

        assertThat(engine.feedback(handle, ACCEPTED)).isEmpty();
        assertThat(engine.feedback(handle, REJECTED)).isPresent();
    }

    @Test
    void a_card_without_uuid_leaves_no_handle() {
        assertThat(proposed(BARE).handle()).isEmpty();
    }

    @Test
    void trust10_a_handle_is_known_by_the_address_it_came_from_alone() {
        ProposalHandle handle = handle("'uuid':'c'," + BARE);

        assertThat(engine.gave(handle)).isTrue();
        assertThat(engineAt(server, server.calls, "/r5").gave(handle)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "404,UNWANTED",
        "405,UNWANTED",
        "410,UNWANTED",
        "422,UNWANTED",
        "501,UNWANTED",
        "302,FAILED",
        "401,FAILED",
        "408,FAILED",
        "429,FAILED",
        "500,FAILED",
        "503,FAILED",
        "202,TOLD"
    })
    void a_status_tells_whether_to_try_again(int status, Delivery.End end) {
        assertThat(told(status, "").end()).isEqualTo(end);
    }

    @Test
    void a_server_can_ask_to_be_left_alone_for_a_while() {
        assertThat(told(503, "Retry-After: 120")).satisfies(delivery -> {
            assertThat(delivery.askedToWait()).contains(Duration.ofMinutes(2));
            assertThat(delivery.words()).isEqualTo(ExchangeFailure.ENGINE_FAILED.words());
            assertThat(delivery.mayHaveArrived()).isTrue();
        });
    }

    @Test
    @Tag("E5")
    void a_server_that_takes_no_feedback_is_still_asked_for_suggestions() {
        try (EngineCalls strict = new EngineCalls(
                new GuardedExchange(new AllowedHosts(List.of(server.server.asAllowed())), ExchangeLimits.USUAL),
                CallLimits.USUAL,
                Clock.systemUTC())) {
            engine = engineAt(server, strict, "/r4");
            ProposalHandle handle = handle("'uuid':'c'," + BARE);
            server.server.nowAnswers(WireServer.answer(500, "", new byte[0]));

            List<Delivery> failed = IntStream.rangeClosed(0, CallLimits.USUAL.failures())
                    .mapToObj(
                            i -> engine.feedback(handle, REJECTED).orElseThrow().send())
                    .toList();

            assertThat(failed).last().returns(ExchangeFailure.CIRCUIT_OPEN.words(), Delivery::words);
            assertThat(failed).last().returns(false, Delivery::mayHaveArrived);
            assertThat(proposed("'uuid':'c'," + BARE).handle()).isPresent();
        }
    }

    @Property(tries = 500)
    void any_id_comes_back_as_it_was_and_fits_into_a_column_of_ascii(
            @ForAll @StringLength(min = 1, max = 100) String card,
            @ForAll @StringLength(min = 1, max = 100) String suggestion) {
        CdsCard read = new CdsCard(
                Optional.of(card),
                "s",
                Optional.empty(),
                Proposal.Indicator.INFO,
                new CdsCard.Source("l", Optional.empty(), Optional.empty()),
                Optional.empty(),
                List.of(new CdsCard.Suggestion("a", Optional.of(suggestion), List.of())),
                List.of(),
                List.of());

        ProposalHandle handle = CdsHandle.of(read, ADDRESS).orElseThrow();

        assertThat(handle.text()).matches("\\p{ASCII}+");
        assertThat(CdsHandle.read(handle)).isEqualTo(new CdsHandle(ADDRESS, card, Optional.of(suggestion)));
    }
}
