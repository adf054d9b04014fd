/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure;
import org.openmrs.module.aisupport.engine.outside.http.WireServer;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.suggestion.RunPart;
import org.openmrs.module.aisupport.suggestion.RunReport;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.openmrs.module.aisupport.suggestion.RunStatus;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** An administrator's engines outside, from the form to the suggestion, over a real connection. */
@Tag("E3")
@Tag("E5")
class OutsideEngineServiceTest {

    private static final String DISCOVERY =
            """
            {"services":[{"id":"kidney","hook":"patient-view","title":"Kidney watch","description":"Looks at potassium",
             "prefetch":{"potassium":"Observation?patient={{context.patientId}}&code=http://loinc.org|2823-3"}}]}""";
    private static final String CARDS =
            """
            {"cards":[{"uuid":"c1","summary":"Repeat the potassium","indicator":"warning","source":{"label":"Kidney watch"}}]}""";
    private static final String MODELS = "{\"object\":\"list\",\"data\":[{\"id\":\"small:7b\"}]}";
    private static final String COMPLETION =
            """
            {"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"%s"}}]}""";
    private static final String CLAIM =
            """
            {"suggestions":[{"summary":"Repeat the potassium","indicator":"warning","kind":"test","claims":[
              {"text":"Potassium is 6.1","stance":"for","cites":["i1"]},{"text":"%s","stance":"for","cites":["i1"]}]}]}""";
    private static final int POTASSIUM = 7;

    /** The audit keeps what other tests did: each its own. */
    private final String id = "kidney-" + Long.toString(System.nanoTime(), 36);

    private WireServer server;
    private House house;
    private PatientRef patient;

    @BeforeEach
    void prepare() throws IOException {
        Database.execute("delete from aisupport_outside_engine");
        server = WireServer.answering(WireServer.json(DISCOVERY));
        house = new House(Map.of(
                OutsideLines.HOSTS,
                "inside:" + server.address("").getAuthority(),
                OutsideLines.SECRET + id,
                "a-secret-of-the-practice"));
        house.chart
                .concept(POTASSIUM, "CIEL", "1133", "mmol/L")
                .number(POTASSIUM, 6.1, house.clock.instant().minus(Duration.ofDays(2)));
        patient = house.patients.add();
    }

    @AfterEach
    void close() {
        house.pool.close();
        house.outsideLines.close();
        server.close();
        Database.execute("delete from aisupport_outside_engine");
    }

    private OutsideEndpoint cds() {
        return new OutsideEndpoint(
                OutsideEndpoint.Protocol.CDS_HOOKS, server.address("/r4").toString(), "kidney", "patient-view", "");
    }

    private OutsideEndpoint chat() {
        return new OutsideEndpoint(
                OutsideEndpoint.Protocol.CHAT, server.address("/v1").toString(), "", "", "small:7b");
    }

    private OutsideEngineSetup setup(OutsideEndpoint endpoint) {
        return new OutsideEngineSetup(
                id,
                "Kidney watch",
                "A university",
                false,
                "Denmark",
                "30 days",
                endpoint,
                Set.of("potassium"),
                true,
                false,
                false);
    }

    private OutsideEngineService.Listed inUse(OutsideEndpoint endpoint) {
        house.outsideEngines.add(setup(endpoint));
        OutsideEngineService.Listed on = house.outsideEngines.switchTo(
                id, true, house.outsideEngines.look(id).version());
        sayYes();
        return on;
    }

    private void sayYes() {
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
    }

    private RunReport ask() {
        return house.awaitEnd(house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of(id))));
    }

    private static RunPart only(RunReport report) {
        assertThat(report.parts()).hasSize(1);
        return report.parts().get(0);
    }

    @Test
    void trust07_a_service_that_is_set_up_looked_at_and_switched_on_gets_what_it_declares_and_nothing_else() {
        OutsideEngineService.Listed listed = inUse(cds());
        assertThat(listed.wants()).singleElement().asString().startsWith("potassium: Observation?");
        server.nowAnswers(WireServer.json(CARDS));

        RunReport report = ask();

        assertThat(house.suggestionsOf(patient)).singleElement().satisfies(stored -> {
            assertThat(stored.suggestion().getSummary()).isEqualTo("Repeat the potassium");
            assertThat(stored.suggestion().getPurpose()).isEqualTo("external-processing");
        });
        WireServer.Received call = server.received().get(1);
        assertThat(call.head()).startsWith("POST /r4/cds-services/kidney ").contains("Bearer a-secret-of-the-practice");
        assertThat(call.text()).contains("6.1", "2823-3").doesNotContain(patient.uuid(), "secret");
        assertThat(house.inTransaction(() -> house.sent.ofRun(report.run().getUuid())))
                .singleElement()
                .satisfies(opened -> assertThat(opened.payload()).hasValue(call.body()));
        assertThat(house.auditOf(patient))
                .filteredOn(row -> row.getKind() == AuditKind.ENGINE_CALL_ENDED)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getOutputHash()).isEqualTo(Sha256.hex(CARDS.getBytes(UTF_8)));
                    assertThat(row.getBytes()).isEqualTo(CARDS.getBytes(UTF_8).length);
                });
    }

    @Test
    void a_language_model_is_asked_and_only_what_the_record_bears_out_is_shown() {
        server.nowAnswers(WireServer.json(MODELS));
        inUse(chat());
        server.nowAnswers(completion("It was 6.1 two days ago"));
        assertThat(only(ask()).getProposed()).isEqualTo(1);
        assertThat(house.suggestionsOf(patient)).hasSize(1);
        WireServer.Received call = server.received().get(server.received().size() - 1);
        assertThat(call.head()).startsWith("POST /v1/chat/completions ");
        assertThat(call.text()).contains("6.1").doesNotContain(patient.uuid());

        patient = house.patients.add();
        sayYes();
        server.nowAnswers(completion("It was 7.4 before"));
        RunReport invented = ask();

        assertThat(only(invented).getProposed()).isZero();
        assertThat(house.outsideEngines.calls(id))
                .extracting(OutsideCallLog.Call::detail)
                .anyMatch(detail -> detail.contains("1 suggestions dropped: [NUMBER_NOT_IN_RECORD]"));
    }

    private static WireServer.Script completion(String second) {
        String content = CLAIM.formatted(second).replace("\n", " ").replace("\"", "\\\"");
        return WireServer.json(COMPLETION.formatted(content));
    }

    @Test
    @Tag("C4")
    void trust07_who_said_yes_before_it_was_there_is_asked_again_and_so_is_everybody_once_it_keeps_data_for_longer() {
        sayYes();
        OutsideEngineService.Listed on = inUse(cds());
        server.nowAnswers(WireServer.json(CARDS));
        assertThat(only(ask()).getProposed()).isEqualTo(1);

        PatientRef asked = patient;
        patient = house.patients.add();
        sayYes();
        server.nowAnswers(WireServer.json(DISCOVERY));
        house.outsideEngines.change(
                new OutsideEngineSetup(
                        id,
                        "Kidney watch",
                        "A university",
                        false,
                        "Denmark",
                        "10 years",
                        cds(),
                        Set.of("potassium"),
                        true,
                        false,
                        false),
                on.version());
        house.outsideEngines.switchTo(id, true, house.outsideEngines.look(id).version());
        int before = server.received().size();

        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(ConsentMissingException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(DenialReason.LEAFLET_CHANGED));
        patient = asked;
        assertThatThrownBy(this::ask).isInstanceOf(ConsentMissingException.class);
        assertThat(server.received()).hasSize(before);
        sayYes();
        server.nowAnswers(WireServer.json(CARDS));
        ask();
        assertThat(server.received()).hasSize(before + 1);
    }

    @Test
    void before_its_server_was_looked_at_it_can_not_be_switched_on() {
        OutsideEngineService.Listed added = house.outsideEngines.add(setup(cds()));

        assertThat(added.enabled()).isFalse();
        assertThatThrownBy(() -> house.outsideEngines.switchTo(id, true, added.version()))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("enabled"));
    }

    @Test
    void a_change_switches_it_off_until_it_was_looked_at_again() {
        OutsideEngineService.Listed on = inUse(cds());
        OutsideEngineSetup more = new OutsideEngineSetup(
                id,
                "Kidney watch",
                "A university",
                false,
                "Denmark",
                "30 days",
                cds(),
                Set.of("potassium"),
                true,
                true,
                false);

        OutsideEngineService.Listed changed = house.outsideEngines.change(more, on.version());

        assertThat(changed.enabled()).isFalse();
        assertThat(changed.lookedAt()).isFalse();
        assertThat(changed.setup().tellsSex()).isTrue();
        assertThatThrownBy(this::ask).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void of_two_who_change_the_same_the_second_is_told_and_loses_nothing_of_the_first() {
        OutsideEngineService.Listed on = inUse(cds());
        house.outsideEngines.switchTo(id, false, on.version());

        assertThatThrownBy(() -> house.outsideEngines.switchTo(id, true, on.version()))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("version"));
        assertThat(house.outsideEngines.engines()).singleElement().satisfies(listed -> assertThat(listed.enabled())
                .isFalse());
    }

    @Test
    void one_that_is_switched_off_or_stopped_with_all_others_is_not_called() {
        OutsideEngineService.Listed on = inUse(cds());
        int before = server.received().size();
        for (String stop : List.of("false", "no", "0", "off", "False ")) {
            house.settings.set(Setting.OUTSIDE_ENGINES, stop);
            assertThatThrownBy(this::ask).isInstanceOf(InvalidRequestException.class);
        }
        house.settings.set(Setting.OUTSIDE_ENGINES, "true");
        house.outsideEngines.switchTo(id, false, on.version());
        assertThatThrownBy(this::ask).isInstanceOf(InvalidRequestException.class);

        assertThat(server.received()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_that_is_switched_off_or_changed_while_it_waits_for_its_turn_is_not_called(boolean change)
            throws InterruptedException {
        OutsideEngineService.Listed on = inUse(cds());
        int before = server.received().size();
        house.engine.holds();
        List<RunReport> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            PatientRef other = house.patients.add();
            house.grant(other);
            others.add(house.suggestions.request(new RunRequest(
                    other.uuid(), null, null, List.of(house.engine.card().id()))));
        }
        house.engine.awaitCall();
        RunReport waiting = house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of(id)));

        if (change) {
            house.outsideEngines.change(setup(chat()), on.version());
        } else {
            house.outsideEngines.switchTo(id, false, on.version());
        }
        house.engine.release();
        others.forEach(house::awaitEnd);
        RunReport ended = house.awaitEnd(waiting);

        assertThat(server.received()).hasSize(before);
        assertThat(only(ended).statusIn(ended.status())).isEqualTo(RunStatus.DISCARDED);
    }

    @Test
    void an_id_stands_for_one_engine_for_good() {
        house.outsideEngines.add(setup(cds()));

        assertThatThrownBy(() -> house.outsideEngines.add(setup(chat())))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("id"));
        assertThatThrownBy(() -> house.outsideEngines.add(named("fake"))).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> house.outsideEngines.look("another")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.outsideEngines.calls("another")).isInstanceOf(NotFoundException.class);
    }

    private OutsideEngineSetup named(String id) {
        return new OutsideEngineSetup(id, "A", "B", false, "Denmark", "30 days", cds(), Set.of(), true, true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A", "-a", "a-", "a b", "../a", "a;drop", "a\u0000", "ø"})
    void an_id_that_could_be_misread_is_refused(String id) {
        assertThatThrownBy(() -> house.outsideEngines.add(named(id)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("id"));
    }

    @ParameterizedTest
    @CsvSource({
        "CDS_HOOKS, http://a b, kidney, patient-view, , url",
        "CDS_HOOKS, //a.example.org, kidney, patient-view, , url",
        "CDS_HOOKS, ftp://a.example.org, kidney, patient-view, , url",
        "CDS_HOOKS, https://user:word@a.example.org, kidney, patient-view, , url",
        "CDS_HOOKS, https://a.example.org?key=1, kidney, patient-view, , url",
        "CDS_HOOKS, https://a.example.org, ../x, patient-view, , service",
        "CDS_HOOKS, https://a.example.org, '', patient-view, , service",
        "CDS_HOOKS, https://a.example.org, kidney, order-sign, , hook",
        "CDS_HOOKS, https://a.example.org, kidney, patient-view, m, model",
        "CHAT, https://a.example.org, '', '', '', model",
        "CHAT, https://a.example.org, '', '', a b, model",
        "CHAT, https://a.example.org, kidney, '', m, service",
        "CHAT, https://a.example.org, '', patient-view, m, hook",
    })
    void an_endpoint_that_makes_no_sense_is_refused_at_its_field(
            OutsideEndpoint.Protocol protocol, String url, String service, String hook, String model, String field) {
        OutsideEndpoint endpoint = new OutsideEndpoint(protocol, url, service, hook, model == null ? "" : model);

        assertThatThrownBy(() -> house.outsideEngines.add(setup(endpoint)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys(field));
    }

    @Test
    @Tag("E6")
    void trust07_free_text_can_not_be_chosen_for_an_engine_outside() {
        assertThat(house.outsideEngines.inputsToChooseFrom()).isNotEmpty().noneMatch(input -> input.id()
                .equals("clinical-note"));
        OutsideEngineSetup notes = new OutsideEngineSetup(
                id,
                "K",
                "B",
                false,
                "Denmark",
                "30 days",
                cds(),
                Set.of("clinical-note", "potassium"),
                true,
                true,
                false);

        assertThatThrownBy(() -> house.outsideEngines.add(notes))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("inputs"));
    }

    @Test
    @Tag("X2")
    void a_host_that_the_owner_does_not_allow_is_never_connected_to() {
        OutsideEndpoint elsewhere =
                new OutsideEndpoint(OutsideEndpoint.Protocol.CHAT, "https://model.example.org/v1", "", "", "small:7b");

        OutsideEngineService.Listed added = house.outsideEngines.add(setup(elsewhere));

        assertThat(added.obstacle()).hasValue(ExchangeFailure.HOST_NOT_ALLOWED.words());
        assertThatThrownBy(() -> house.outsideEngines.look(id))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("url"));
    }

    @Test
    @Tag("X2")
    void a_secret_is_known_to_be_there_and_is_told_to_nobody() {
        OutsideEngineService.Listed on = inUse(cds());

        assertThat(on.hasSecret()).isTrue();
        assertThat(on.toString()).doesNotContain("a-secret-of-the-practice");
        assertThat(Database.texts("select setup_json from aisupport_outside_engine where engine = ?", id))
                .noneMatch(stored -> stored.contains("a-secret"));
    }

    @Test
    void a_server_that_has_another_service_is_told_of_and_stays_off() {
        house.outsideEngines.add(setup(cds()));
        server.nowAnswers(WireServer.json("{\"services\":[]}"));

        assertThatThrownBy(() -> house.outsideEngines.look(id))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("service"));
        assertThat(house.outsideEngines.engines()).singleElement().satisfies(listed -> assertThat(listed.lookedAt())
                .isFalse());
    }

    @Test
    void an_engine_that_fails_costs_its_run_only_and_the_administrator_sees_it() {
        inUse(cds());
        server.nowAnswers(WireServer.answer(500, "", new byte[0]));

        RunReport failed = ask();

        assertThat(only(failed).statusIn(failed.status())).isEqualTo(RunStatus.FAILED);
        assertThat(only(failed).getError()).isEqualTo(ExchangeFailure.ENGINE_FAILED.words());
        assertThat(house.outsideEngines.calls(id)).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(AuditOutcome.FAILED);
            assertThat(call.detail()).isEqualTo(ExchangeFailure.ENGINE_FAILED.words());
        });
        assertThat(house.outsideEngines.engines()).singleElement().satisfies(listed -> assertThat(listed.lately())
                .isEqualTo(new OutsideCallLog.Lately(1, 1, Optional.empty())));
    }

    @Test
    void one_that_fails_again_and_again_is_left_alone_and_said_to_be() {
        inUse(cds());
        server.nowAnswers(WireServer.answer(500, "", new byte[0]));
        for (int i = 0; i < 5; i++) {
            ask();
        }
        int calls = server.received().size();

        RunReport rested = ask();

        assertThat(server.received()).hasSize(calls);
        assertThat(only(rested).getError()).isEqualTo(ExchangeFailure.CIRCUIT_OPEN.words());
        assertThat(house.outsideEngines.engines()).singleElement().satisfies(listed -> assertThat(listed.leftAlone())
                .isTrue());
    }

    @Test
    @Tag("A1")
    void every_change_is_in_the_audit_with_who_made_it() {
        inUse(cds());

        List<AuditRow> rows = house.inTransaction(() -> House.sessions()
                .getCurrentSession()
                .createQuery("select a from AisupportAudit a where a.kind = :kind order by a.id", AuditRow.class)
                .setParameter("kind", AuditKind.OUTSIDE_ENGINE_CHANGED)
                .list());

        assertThat(rows.subList(rows.size() - 3, rows.size()))
                .extracting(AuditRow::getDetail)
                .containsExactly("added", "looked at", "switched on");
        assertThat(rows.get(rows.size() - 1).getActor()).isPresent();
    }
}
