/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.outside.http.WireServer;
import org.openmrs.module.aisupport.engine.outside.text.PlainText;

/** What can be wrong with cards, each over the wire: the bad one brings no suggestion, its reason is counted, and the good one stays. */
@Tag("E5")
@Tag("X3")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileCardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = "{'uuid':'good','summary':'Good','indicator':'info','source':{'label':'Src'}}";
    private static final String LONG = "x".repeat(9_000);

    private Engine engine;

    @BeforeAll
    void start() throws IOException {
        engine = new Engine();
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    record Bad(String name, String card, CardFault fault) {
        @Override
        public String toString() {
            return name + ": " + fault;
        }
    }

    static Stream<Bad> bad() {
        return Stream.of(required(), suggestions(), reasonsAndLinks()).flatMap(cases -> cases);
    }

    private static Stream<Bad> required() {
        return Stream.of(
                new Bad("null", "null", CardFault.NOT_AN_OBJECT),
                new Bad("a text", "'card'", CardFault.NOT_AN_OBJECT),
                new Bad("a list", "[]", CardFault.NOT_AN_OBJECT),
                new Bad("empty", "{}", CardFault.SUMMARY_MISSING),
                with("no summary", "summary", null, CardFault.SUMMARY_MISSING),
                with("a null summary", "summary", "null", CardFault.SUMMARY_MISSING),
                with("an empty summary", "summary", "''", CardFault.SUMMARY_MISSING),
                with("a blank summary", "summary", "' \\n '", CardFault.SUMMARY_MISSING),
                with("a summary of markup alone", "summary", "'<b></b>'", CardFault.SUMMARY_MISSING),
                with(
                        "a summary of characters that nobody sees",
                        "summary",
                        "'\\u200b\\u202e'",
                        CardFault.SUMMARY_MISSING),
                with("a summary of 141 characters", "summary", "'" + "x".repeat(141) + "'", CardFault.SUMMARY_TOO_LONG),
                with("a summary that is a number", "summary", "1", CardFault.WRONG_TYPE),
                with("a summary that is an object", "summary", "{'a':1}", CardFault.WRONG_TYPE),
                with("no indicator", "indicator", null, CardFault.INDICATOR_UNKNOWN),
                with("an indicator that nobody knows", "indicator", "'hard-stop'", CardFault.INDICATOR_UNKNOWN),
                with("an indicator in capitals", "indicator", "'INFO'", CardFault.INDICATOR_UNKNOWN),
                with("an indicator that is a number", "indicator", "2", CardFault.WRONG_TYPE),
                with("no source", "source", null, CardFault.SOURCE_MISSING),
                with("a source that is a text", "source", "'Src'", CardFault.SOURCE_MISSING),
                with("a source without a label", "source", "{'url':'https://a.example'}", CardFault.SOURCE_MISSING),
                with("a source whose label is a list", "source", "{'label':['a']}", CardFault.WRONG_TYPE),
                with("a label of a source too long", "source", "{'label':'" + LONG + "'}", CardFault.TEXT_TOO_LONG),
                with(
                        "a topic without code",
                        "source",
                        "{'label':'a','topic':{'display':'b'}}",
                        CardFault.REASON_INCOMPLETE),
                with("a detail that is a number", "detail", "7", CardFault.WRONG_TYPE),
                with("a detail too long", "detail", "'" + LONG + "'", CardFault.TEXT_TOO_LONG),
                with(
                        "a detail of formatting without end",
                        "detail",
                        "'" + "<b>".repeat(20_000) + "'",
                        CardFault.TEXT_TOO_LONG),
                with("a uuid that is a number", "uuid", "7", CardFault.WRONG_TYPE),
                with("a uuid too long", "uuid", "'" + LONG + "'", CardFault.TEXT_TOO_LONG),
                new Bad("the uuid of another card", GOOD, CardFault.REPEATED_UUID));
    }

    private static Stream<Bad> suggestions() {
        return Stream.of(
                with("an unknown way to choose", "selectionBehavior", "'all'", CardFault.SELECTION_UNKNOWN),
                with("a way to choose that is true", "selectionBehavior", "true", CardFault.WRONG_TYPE),
                with(
                        "suggestions without a way to choose",
                        "suggestions",
                        "[{'label':'a'}]",
                        CardFault.SELECTION_UNKNOWN),
                offering("suggestions that are no list", "{'label':'a'}", CardFault.WRONG_TYPE),
                offering("a suggestion that is a text", "['a']", CardFault.WRONG_TYPE),
                offering("a suggestion that is null", "[null]", CardFault.WRONG_TYPE),
                offering("a suggestion without label", "[{'uuid':'1'}]", CardFault.SUGGESTION_INCOMPLETE),
                offering("a suggestion whose label is a number", "[{'label':1}]", CardFault.WRONG_TYPE),
                offering("21 suggestions", many("{'label':'a'}", 21), CardFault.TOO_MANY_PARTS),
                acting("actions that are no list", "{}", CardFault.WRONG_TYPE),
                acting("an action without type", "[{'description':'d','resource':{}}]", CardFault.ACTION_INCOMPLETE),
                acting(
                        "an action of an unknown type",
                        "[{'type':'execute','description':'d','resource':{}}]",
                        CardFault.ACTION_INCOMPLETE),
                acting(
                        "an action without description",
                        "[{'type':'create','resource':{}}]",
                        CardFault.ACTION_INCOMPLETE),
                acting("a creation of nothing", "[{'type':'create','description':'d'}]", CardFault.ACTION_INCOMPLETE),
                acting(
                        "a creation of a text",
                        "[{'type':'create','description':'d','resource':'x'}]",
                        CardFault.ACTION_INCOMPLETE),
                acting(
                        "a deletion of nothing",
                        "[{'type':'delete','description':'d','resource':{}}]",
                        CardFault.ACTION_INCOMPLETE),
                acting(
                        "21 actions",
                        many("{'type':'delete','description':'d','resourceId':'a/1'}", 21),
                        CardFault.TOO_MANY_PARTS));
    }

    private static Stream<Bad> reasonsAndLinks() {
        return Stream.of(
                with("reasons that are no list", "overrideReasons", "'no'", CardFault.WRONG_TYPE),
                with("a reason without code", "overrideReasons", "[{'display':'d'}]", CardFault.REASON_INCOMPLETE),
                with("a reason without words", "overrideReasons", "[{'code':'c'}]", CardFault.REASON_INCOMPLETE),
                with(
                        "a reason of markup alone",
                        "overrideReasons",
                        "[{'code':'c','display':'<br>'}]",
                        CardFault.REASON_INCOMPLETE),
                with(
                        "a code too long",
                        "overrideReasons",
                        "[{'display':'d','code':'" + LONG + "'}]",
                        CardFault.TEXT_TOO_LONG),
                with("links that are no list", "links", "{}", CardFault.WRONG_TYPE),
                link("a link without label", "{'url':'https://a.example','type':'absolute'}"),
                link("a link without address", "{'label':'a','type':'absolute'}"),
                link("a link without type", "{'label':'a','url':'https://a.example'}"),
                link("a link of an unknown type", "{'label':'a','url':'https://a.example','type':'popup'}"),
                link("a link that runs a script", "{'label':'a','url':'javascript:alert(1)','type':'absolute'}"),
                link("a link that holds its page", "{'label':'a','url':'data:text/html,x','type':'absolute'}"),
                link("a link to a file", "{'label':'a','url':'file:///etc/passwd','type':'absolute'}"),
                link("a link that leads to this server", "{'label':'a','url':'/openmrs/admin','type':'absolute'}"),
                link(
                        "a link with a user",
                        "{'label':'a','url':'https://bank.example@evil.example/','type':'absolute'}"),
                link("a link that is no address", "{'label':'a','url':'https://a b','type':'absolute'}"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void trust17_a_bad_card_brings_no_suggestion_and_its_reason_is_counted(Bad bad) {
        CdsOutcome.Answered outcome = cards(GOOD + "," + bad.card);

        assertThat(outcome.offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.proposal().summary()).isEqualTo("Good"));
        assertThat(outcome.cards().dropped()).containsExactly(bad.fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'cards':null}",
                "{'cards':{}}",
                "{'cards':'none'}",
                "{'Cards':[]}",
                "{'resourceType':'OperationOutcome'}",
                "{'systemActions':[{'type':'create','description':'d','resource':{}}]}"
            })
    void an_answer_without_a_list_of_cards_brings_none(String json) {
        assertThat(engine.answering(quoted(json), request())).isInstanceOf(CdsOutcome.NoCards.class);
    }

    @Test
    void of_ten_thousand_cards_none_is_shown() {
        String cards = many(GOOD.replace("'uuid':'good',", ""), 10_000);

        assertThat(engine.answering(quoted("{'cards':" + cards + "}"), request()))
                .isInstanceOf(CdsOutcome.NoCards.class);
        assertThat(engine.answering(
                        quoted("{'cards':" + many(GOOD.replace("'uuid':'good',", ""), 51) + "}"), request()))
                .isInstanceOf(CdsOutcome.NoCards.class);
    }

    @Test
    void no_cards_are_an_answer() {
        assertThat(cards("").offers()).isEmpty();
    }

    @Test
    void trust14_what_a_service_wants_done_by_itself_is_not_done_and_counted() {
        CdsOutcome.Answered outcome = (CdsOutcome.Answered) engine.answering(
                quoted(
                        "{'cards':["
                                + offering(
                                                "",
                                                "[{'label':'a','isRecommended':true},{'label':'b','isRecommended':false}]",
                                                null)
                                        .card
                                + "],'systemActions':[{'type':'delete','description':'d','resourceId':'a/1'},{'type':'create'}]}"),
                request());

        assertThat(outcome.cards().ignoredActions()).isEqualTo(2);
        assertThat(outcome.cards().ignoredRecommendations()).isEqualTo(1);
        assertThat(outcome.offers()).singleElement().satisfies(offer -> assertThat(
                        offer.proposal().detail())
                .isEqualTo("It offers, one of them at most:\n- a\n- b"));
    }

    /** In every place where text may stand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<scr<script>ipt>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<svg/onload=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "<!--<b>--><i>x",
                "<iframe src=//evil.example>",
                "<b<b<b<b<b<b<b>>>>>>>",
                "<math><mi xlink:href='data:x'>",
                "[x](javascript:alert(1))",
                "![x](https://evil.example/pixel.png)",
                "<https://evil.example/a?b=c>",
                "<body onload=alert(1)",
                "<custom-element>x",
                "<?php x ?>",
                "<![CDATA[x]]>"
            })
    void trust15_no_markup_survives_wherever_it_stands(String markup) throws JsonProcessingException {
        String text = JSON.writeValueAsString("Before " + markup + " after");
        String card =
                ("{'uuid':'u','summary':T,'detail':T,'indicator':'info','source':{'label':T,'topic':{'code':'c','display':T}},"
                                + "'selectionBehavior':'any','suggestions':[{'label':T,'actions':[{'type':'create','description':T,'resource':"
                                + "{'resourceType':'Condition','code':{'text':T}}}]}],'overrideReasons':[{'code':'c','display':T}],"
                                + "'links':[{'label':T,'type':'smart','url':'https://app.example/launch'}]}")
                        .replace('\'', '"')
                        .replaceAll("\\bT\\b", Matcher.quoteReplacement(text));
        engine.server.nowAnswers(WireServer.json("{\"cards\":[" + card + "]}"));

        CdsOutcome.Answered outcome = (CdsOutcome.Answered) engine.client.call("dr-a", request());

        assertThat(outcome.offers()).hasSize(1);
        CdsCard read = outcome.offers().get(0).card();
        Proposal proposal = outcome.offers().get(0).proposal();
        assertThat(Stream.of(
                        proposal.summary(),
                        proposal.detail(),
                        proposal.source().label(),
                        proposal.source().citation(),
                        proposal.problem().orElseThrow().text(),
                        read.overrideReasons().get(0).display()))
                .allSatisfy(shown -> assertThat(shown)
                        .contains("Before", "after")
                        .doesNotContain("javascript:", "pixel.png", "?b=c")
                        .doesNotMatch(Pattern.compile("(?s).*<[A-Za-z/!?].*")));
    }

    /** Each would take the square of its length, or the whole stack, of a careless pattern. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg ",
                "<!--",
                "<b",
                "<b ",
                "**a",
                "__",
                "[",
                "[a](",
                "![a](",
                "[a](b(",
                "()",
                "<a>",
                "</",
                "&amp;",
                "# ",
                "\n ",
                "\n\n",
                " ",
                "<https://",
                "~~x "
            })
    void a_text_that_is_made_to_be_slow_is_read_all_the_same(String piece) {
        assertThat(PlainText.of("[a](" + piece.repeat(30_000))).isNotNull();
        assertThat(PlainText.of(piece.repeat(30_000) + "x")).endsWith("x");
    }

    @Test
    void a_threshold_is_no_tag() {
        assertThat(PlainText.of("If eGFR <30 or <b>K+</b> >5.5, a < b & c > d; 1 <x and y> 2"))
                .isEqualTo("If eGFR <30 or K+ >5.5, a < b & c > d; 1 \u2039x and y> 2");
    }

    @Test
    void formatting_goes_and_words_stay() {
        assertThat(
                        PlainText.of(
                                "# Title\r\n\r\n\r\n**Bold** and __strong__\n* item [NICE](https://www.nice.org.uk/ng28 \"t\")\n<p>one</p><p>two<br>three"))
                .isEqualTo("Title\n\nBold and strong\n* item NICE (www.nice.org.uk)\none\ntwo\nthree");
        assertThat(PlainText.of("$1 \\1 {x}")).isEqualTo("$1 \\1 {x}");
        assertThat(PlainText.of("<b<i>>word</b<i>>")).isEqualTo("word");
        assertThat(PlainText.of("a\u202eb\u0000c\ud800d \u0645\u06cc\u200c\u062e"))
                .isEqualTo("abcd \u0645\u06cc\u200c\u062e");
    }

    @Test
    void an_address_that_could_mislead_is_left_out_and_the_card_stays() {
        for (String url : new String[] {
            "http://a.example",
            "javascript:alert(1)",
            "https://good.example@evil.example/",
            "https://",
            "//a.example",
            "https://a b"
        }) {
            CdsOutcome.Answered outcome = cards(with("", "source", "{'label':'Src','url':'" + url + "'}", null).card);

            assertThat(outcome.offers().get(0).proposal().source().url()).isNull();
        }
        assertThat(cards(with("", "source", "{'label':'Src','url':'https://a.example/x'}", null).card)
                        .offers()
                        .get(0)
                        .proposal()
                        .source()
                        .url())
                .isEqualTo("https://a.example/x");
    }

    private CdsOutcome.Answered cards(String cards) {
        return (CdsOutcome.Answered) engine.answering(quoted("{'cards':[" + cards + "]}"), request());
    }

    private static CdsRequest request() {
        return CdsRequest.of(Engine.service(Map.of()), Engine.chart(aWoman(58).build()));
    }

    /** A good card with one field changed or, by null, without it. */
    private static Bad with(String name, String field, String value, CardFault fault) {
        try {
            ObjectNode card = (ObjectNode) JSON.readTree(quoted(GOOD));
            card.put("uuid", "other");
            card.remove(field);
            if (value != null) {
                card.set(field, JSON.readTree(quoted(value)));
            }
            return new Bad(name, card.toString(), fault);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Bad offering(String name, String suggestions, CardFault fault) {
        return new Bad(
                name,
                "{'uuid':'other','summary':'s','indicator':'info','source':{'label':'Src'},'selectionBehavior':'at-most-one','suggestions':"
                        + suggestions + "}",
                fault);
    }

    private static Bad acting(String name, String actions, CardFault fault) {
        return offering(name, "[{'label':'a','actions':" + actions + "}]", fault);
    }

    private static Bad link(String name, String link) {
        return with(name, "links", "[" + link + "]", CardFault.LINK_INCOMPLETE);
    }

    private static String many(String one, int times) {
        return "[" + (one + ",").repeat(times - 1) + one + "]";
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
