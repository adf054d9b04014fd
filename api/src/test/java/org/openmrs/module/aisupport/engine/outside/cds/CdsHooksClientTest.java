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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.engine.outside.chart.PseudonymisedChart;
import org.openmrs.module.aisupport.engine.outside.chart.R4Rules;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure;
import org.openmrs.module.aisupport.engine.outside.http.WireServer;

/** CDS Hooks 2.0, from discovery to proposals, over the wire. */
@Tag("E3")
@Timeout(120)
class CdsHooksClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATIENT = "Patient/{{context.patientId}}";

    private Engine engine;

    @BeforeEach
    void start() throws IOException {
        engine = new Engine();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void services_of_known_hooks_are_found_and_others_counted() {
        CdsDiscovery found = discovered(
                """
                {"services":[
                 {"id":"a","hook":"patient-view","title":"A <b>title</b>","description":"d","prefetch":{"p":"Patient/{{context.patientId}}"}},
                 {"id":"a","hook":"encounter-start","description":"d","usageRequirements":"u"},
                 {"id":"b","hook":"order-sign","description":"d"}]}""");

        assertThat(found.services())
                .containsExactly(
                        new CdsService("a", CdsHook.PATIENT_VIEW, "A title", "d", Map.of("p", PATIENT), ""),
                        new CdsService("a", CdsHook.ENCOUNTER_START, "a", "d", Map.of(), "u"));
        assertThat(found.otherHooks()).isEqualTo(1);
        assertThat(found.malformed()).isZero();
        assertThat(engine.server.received().get(0).head())
                .startsWith("GET /r4/cds-services HTTP/1.1\r\n")
                .contains("Authorization: Bearer s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "'a'",
                "{}",
                "{'hook':'patient-view','description':'d'}",
                "{'hook':1,'id':'a','description':'d'}",
                "{'hook':'patient-view','id':'','description':'d'}",
                "{'hook':'patient-view','id':'..','description':'d'}",
                "{'hook':'patient-view','id':'a/b','description':'d'}",
                "{'hook':'patient-view','id':'a?b','description':'d'}",
                "{'hook':'patient-view','id':'a b','description':'d'}",
                "{'hook':'patient-view','id':'%2e%2e','description':'d'}",
                "{'hook':'patient-view','id':7,'description':'d'}",
                "{'hook':'patient-view','id':'a'}",
                "{'hook':'patient-view','id':'a','description':'d','prefetch':[]}",
                "{'hook':'patient-view','id':'a','description':'d','prefetch':{'p':1}}",
                "{'hook':'patient-view','id':'a','description':'d','prefetch':{'p q':'x'}}",
                "{'hook':'patient-view','id':'good','description':'the same again'}"
            })
    void a_service_that_is_malformed_is_left_out_and_counted(String service) {
        CdsDiscovery found =
                discovered(("{'services':[{'hook':'patient-view','id':'good','description':'d'}," + service + "]}")
                        .replace('\'', '"'));

        assertThat(found.services()).extracting(CdsService::id).containsExactly("good");
        assertThat(found.malformed()).isEqualTo(1);
    }

    @Test
    void what_is_no_discovery_is_told_in_words() {
        engine.server.nowAnswers(WireServer.json("{\"resourceType\":\"CapabilityStatement\"}"));
        assertThat(engine.client.discover("dr-a").problem()).contains("The answer is no CDS Hooks discovery.");

        engine.server.nowAnswers(WireServer.answer(401, "", new byte[0]));
        assertThat(engine.client.discover("dr-a").problem()).contains(ExchangeFailure.UNAUTHORISED.words());
    }

    @Test
    void trust10_a_request_holds_ids_of_its_own_and_no_way_back() throws IOException {
        CdsRequest request = request(Map.of("patient", PATIENT));

        engine.answering("{\"cards\":[]}", request);

        WireServer.Received received = engine.server.received().get(0);
        assertThat(received.head()).startsWith("POST /r4/cds-services/greeter HTTP/1.1\r\n");
        JsonNode sent = JSON.readTree(received.body());
        assertThat(names(sent)).containsExactly("hook", "hookInstance", "context", "prefetch");
        assertThat(names(sent.path("context"))).containsExactly("userId", "patientId");
        assertThat(sent.path("hook").asText()).isEqualTo("patient-view");
        assertThat(sent.at("/prefetch/patient/id").asText())
                .isEqualTo(sent.at("/context/patientId").asText())
                .isEqualTo(request.chart().patientId());
        assertThat(received.body()).isEqualTo(request.json());
        R4Rules.assertValid(sent.at("/prefetch/patient"));
    }

    @Test
    void no_id_is_used_twice() throws IOException {
        JsonNode first = JSON.readTree(request(Map.of()).json());
        JsonNode second = JSON.readTree(request(Map.of()).json());

        for (String id : List.of("/hookInstance", "/context/userId", "/context/patientId")) {
            assertThat(first.at(id).asText())
                    .isNotEmpty()
                    .isNotEqualTo(second.at(id).asText());
        }
    }

    @Test
    void the_start_of_an_encounter_has_an_encounter_that_leads_nowhere() throws IOException {
        CdsService service = new CdsService(
                "s",
                CdsHook.ENCOUNTER_START,
                "s",
                "d",
                Map.of("e", "Encounter/{{context.encounterId}}", "p", PATIENT),
                "");
        CdsRequest request = CdsRequest.of(service, Engine.chart(aWoman(58).build()));

        assertThat(JSON.readTree(request.json()).at("/context/encounterId").asText())
                .hasSize(36);
        assertThat(request.unanswered()).containsExactly("e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Encounter/{{context.encounterId}}",
                "{{context.userId}}",
                "Practitioner/{{userPractitionerId}}",
                "Patient/{{context.medication.id}}",
                "Patient/{{patientId}}",
                "Patient/{{context.patientId",
                "Patient/{{ context.patientId }}",
                "Patient/{{context.patientId}}{{",
                "AllergyIntolerance?patient={{context.patientId}}",
                "Observation?patient={{context.patientId}}&code=1-1"
            })
    void a_template_that_the_chart_cannot_answer_is_left_out(String template) throws IOException {
        CdsRequest request = request(Map.of("p", PATIENT, "other", template));

        assertThat(names(JSON.readTree(request.json()).path("prefetch"))).containsExactly("p");
        assertThat(request.unanswered()).containsExactly("other");
        assertThat(request.isWorthwhile()).isTrue();
    }

    @Test
    void a_service_that_could_be_given_nothing_is_not_called() {
        CdsRequest request = request(Map.of("e", "Encounter/{{context.encounterId}}"));

        assertThat(engine.client.call("dr-a", request)).isEqualTo(new CdsOutcome.NothingToGive(List.of("e")));
        assertThat(engine.server.received()).isEmpty();
    }

    @Test
    void a_service_that_asks_for_nothing_is_given_nothing() throws IOException {
        CdsRequest request = request(Map.of());

        assertThat(engine.answering("{\"cards\":[]}", request)).isInstanceOf(CdsOutcome.Answered.class);
        assertThat(JSON.readTree(engine.server.received().get(0).body()).has("prefetch"))
                .isFalse();
    }

    @Test
    void what_is_known_to_be_absent_is_sent_as_null() throws IOException {
        CdsRequest request = CdsRequest.of(
                Engine.service(
                        Map.of("d", "Condition?patient={{context.patientId}}&code=http://snomed.info/sct|73211009")),
                Engine.chart(aWoman(58).build(), "diabetes"));

        assertThat(JSON.readTree(request.json()).path("prefetch").path("d").isNull())
                .isTrue();
        assertThat(request.isWorthwhile()).isTrue();
    }

    @Test
    void a_card_becomes_a_proposal_with_the_records_that_it_cites() {
        PseudonymisedChart chart =
                Engine.chart(aWoman(58).measured("creatinine", 148, 3).build(), "creatinine");
        String cited = chart.measurements().get(0).id();

        Proposal proposal = offer(
                        chart,
                        "{'uuid':'u','summary':'eGFR is low','detail':'See **Observation/" + cited
                                + "**','indicator':'warning',"
                                + "'source':{'label':'Kidney rules','url':'https://kidney.example/','icon':'https://kidney.example/a.png',"
                                + "'topic':{'system':'urn:t','code':'1','display':'Kidney'}},"
                                + "'links':[{'label':'Guide','type':'absolute','url':'https://kidney.example/guide?p=1'},"
                                + "{'label':'Calculator','type':'smart','url':'https://app.example/launch','appContext':'x'}]}")
                .proposal();

        assertThat(proposal.rule()).isEqualTo("greeter");
        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.FOLLOW_UP);
        assertThat(proposal.source())
                .isEqualTo(new Proposal.Source("Kidney rules", "Kidney", "https://kidney.example/"));
        assertThat(proposal.detail())
                .endsWith("\nLink: Guide (kidney.example)\nApp, not opened from here: Calculator (app.example)");
        assertThat(proposal.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.record().orElseThrow().uuid())
                    .isEqualTo(chart.measurements().get(0).item().record().uuid());
            assertThat(evidence.value()).contains("148 µmol/L");
        });
    }

    @Test
    void trust22_a_card_that_cites_nothing_says_so() {
        Proposal proposal = offer("{'summary':'s','indicator':'info','source':{'label':'l'}}")
                .proposal();

        assertThat(proposal.evidence()).isEmpty();
        assertThat(proposal.limits()).isEqualTo("The service does not say which records it rests on.");
    }

    @ParameterizedTest
    @CsvSource({"MedicationRequest,MEDICATION", "ServiceRequest,TEST", "Condition,DIAGNOSIS", "Appointment,FOLLOW_UP"})
    void what_a_card_offers_tells_what_kind_it_is(String resource, Proposal.Kind kind) {
        assertThat(offer(creating("{'resourceType':'" + resource + "'}"))
                        .proposal()
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void a_card_that_offers_one_problem_proposes_it_and_nothing_is_written() {
        Proposal proposal = offer(
                        creating(
                                "{'resourceType':'Condition','code':{'text':'CKD, <b>stage 3</b>','coding':["
                                        + "{'system':'http://snomed.info/sct','code':'433144002'},{'system':'http://other.example','code':'x'}]}}"))
                .proposal();

        assertThat(proposal.problem())
                .contains(new ProposedProblem(
                        "CKD, stage 3",
                        List.of(new ProposedProblem.Coding("SNOMED CT", "433144002")),
                        Optional.empty()));
    }

    @Test
    void the_same_card_again_is_the_same_suggestion_and_another_is_not() {
        String card = "{'uuid':'1','summary':'s','detail':'d','indicator':'info','source':{'label':'l'}}";

        String first = offer(card).proposal().fingerprint();
        assertThat(offer(card.replace("'1'", "'2'")).proposal().fingerprint()).isEqualTo(first);
        assertThat(offer(card.replace("'d'", "'e'")).proposal().fingerprint()).isNotEqualTo(first);
    }

    @Test
    void the_address_of_a_server_may_end_in_any_of_the_usual_ways() {
        for (String base : List.of(
                "https://a.example/r4",
                "https://a.example/r4/",
                "https://a.example/r4/cds-services",
                "https://a.example/r4/cds-services/")) {
            assertThat(new CdsHooksClient(engine.calls, "cds", URI.create(base), Optional.empty())
                            .address(Engine.service(Map.of())))
                    .hasToString("https://a.example/r4/cds-services/greeter");
        }
    }

    private CdsDiscovery discovered(String json) {
        engine.server.nowAnswers(WireServer.json(json));
        return engine.client.discover("dr-a").discovery().orElseThrow();
    }

    private static CdsRequest request(Map<String, String> prefetch) {
        return CdsRequest.of(Engine.service(prefetch), Engine.chart(aWoman(58).build()));
    }

    private CdsOutcome.Offer offer(String card) {
        return offer(Engine.chart(aWoman(58).build()), card);
    }

    private CdsOutcome.Offer offer(PseudonymisedChart chart, String card) {
        CdsRequest request = CdsRequest.of(Engine.service(Map.of()), chart);
        CdsOutcome outcome = engine.answering("{\"cards\":[" + card.replace('\'', '"') + "]}", request);
        return ((CdsOutcome.Answered) outcome).offers().get(0);
    }

    private static String creating(String resource) {
        return "{'summary':'s','indicator':'info','source':{'label':'l'},'selectionBehavior':'at-most-one','suggestions':[{'label':'a','actions':"
                + "[{'type':'create','description':'d','resource':" + resource + "}]}]}";
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
