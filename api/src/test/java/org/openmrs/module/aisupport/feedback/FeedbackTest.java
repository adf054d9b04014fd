/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.FeedbackEngine;
import org.openmrs.module.aisupport.engine.outside.http.WireServer;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.suggestion.RunReport;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An engine outside is told what became of its suggestion: once, late enough to be true, and nothing about anybody (E3). */
@Tag("E3")
@Timeout(120)
class FeedbackTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DUE = Duration.ofMinutes(12);

    private final House house = new House();
    private final PatientRef patient = house.patients.add();
    private ListeningService service;
    private RunReport asked;

    @BeforeEach
    void prepare() throws IOException {
        Database.execute("delete from aisupport_feedback"); // another test's, whose server is gone
        service = new ListeningService(house.clock);
        house.switchedOn.add(service.engine());
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
    }

    @AfterEach
    void close() {
        service.close();
        house.pool.close();
    }

    private String suggested() {
        asked = house.awaitEnd(
                house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of(service.id))));
        return house.suggestionsOf(patient).get(0).suggestion().getUuid();
    }

    private void decide(String suggestion, DecisionOutcome outcome, String text, String reason, String comment) {
        house.suggestions.decide(
                suggestion, new DecisionRequest(outcome, Optional.empty(), null, text, reason, comment, List.of()));
    }

    private String accepted() {
        String suggestion = suggested();
        decide(suggestion, DecisionOutcome.ACCEPTED, null, null, null);
        return suggestion;
    }

    /** In a thread of the platform's, which has one session for all of it. */
    private void round() {
        roundOf(house);
    }

    private static void roundOf(House node) {
        node.asInOneRequest(() -> {
            node.feedback.run(() -> false);
            return node;
        });
    }

    private void roundAfter(Duration pause) {
        house.clock.advance(pause);
        round();
    }

    private List<AuditRow> audited(AuditKind kind) {
        return house.auditOf(patient).stream()
                .filter(row -> row.getKind() == kind)
                .toList();
    }

    private static List<String> outbox() {
        return Database.texts("select suggestion_uuid from aisupport_feedback");
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text).at("/feedback/0");
    }

    @Test
    void trust19_it_is_told_once_and_only_when_the_decision_can_no_longer_be_undone() throws IOException {
        accepted();

        roundAfter(Duration.ofMinutes(10));
        assertThat(service.toldTexts()).as("within the time of an undo").isEmpty();

        roundAfter(Duration.ofMinutes(2));
        round();
        roundAfter(Duration.ofDays(1));

        assertThat(service.toldTexts()).hasSize(1);
        assertThat(json(service.toldTexts().get(0)).path("outcome").asText()).isEqualTo("accepted");
        assertThat(outbox()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_SENT)).hasSize(1);
    }

    @Test
    void trust10_the_bytes_hold_ids_that_the_service_gave_a_code_and_a_time_and_nothing_about_patient_or_gp()
            throws IOException {
        String suggestion = suggested();
        decide(suggestion, DecisionOutcome.REJECTED, null, "patient-refuses", "Grethe says no, her son agrees");
        String decidedAt = house.suggestionsOf(patient)
                .get(0)
                .decision()
                .orElseThrow()
                .getAt()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        roundAfter(DUE);

        WireServer.Received told = service.told().get(0);
        assertThat(told.text())
                .isEqualTo("{\"feedback\":[{\"card\":\"card-1\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\""
                        + decidedAt + "\",\"overrideReason\":{\"reason\":{\"code\":\"patient-refuses\","
                        + "\"system\":\"http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes\"}}}]}");
        assertThat(told.head().lines().filter(line -> !line.isEmpty()).map(line -> line.split("[: ]")[0].toLowerCase()))
                .containsOnly(
                        "post", "host", "content-length", "user-agent", "accept", "authorization", "content-type");
        for (String private_ : List.of(
                patient.uuid(),
                suggestion,
                FakeUser.DOCTOR.uuid(),
                FakeUser.DOCTOR.name(),
                "Grethe",
                asked.run().getUuid())) {
            assertThat(told.head() + told.text()).doesNotContain(private_);
        }
    }

    @Test
    void own_words_are_not_told_and_count_as_accepted() throws IOException {
        decide(suggested(), DecisionOutcome.ACCEPTED, "Repeat in a week", null, "as her sister did");

        roundAfter(DUE);

        assertThat(json(service.toldTexts().get(0)).path("outcome").asText()).isEqualTo("accepted");
        assertThat(service.toldTexts().get(0)).doesNotContain("week", "sister");
    }

    @Test
    void a_card_that_nobody_decided_on_is_not_told_of() {
        suggested();

        roundAfter(Duration.ofDays(5));

        assertThat(service.toldTexts()).isEmpty();
    }

    @Test
    void what_the_protocol_cannot_say_is_not_kept_waiting() {
        service.gives("'uuid':'card-1'", "{'label':'a','uuid':'1'},{'label':'b','uuid':'2'}");
        accepted();

        roundAfter(DUE);

        assertThat(service.toldTexts()).isEmpty();
        assertThat(outbox()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_GIVEN_UP)).isEmpty();
    }

    @Test
    void a_card_without_uuid_leaves_nothing_to_tell() {
        service.gives("", "");
        accepted();

        assertThat(outbox()).isEmpty();
    }

    @Test
    @Tag("S1")
    void trust19_a_decision_that_was_undone_is_not_told_and_the_next_one_is() throws IOException {
        String suggestion = accepted();
        house.suggestions.undo(suggestion);
        assertThat(outbox()).isEmpty();

        decide(suggestion, DecisionOutcome.REJECTED, null, null, null);
        roundAfter(DUE);

        assertThat(service.toldTexts()).hasSize(1);
        assertThat(json(service.toldTexts().get(0)).path("outcome").asText()).isEqualTo("overridden");
    }

    @Test
    void a_decision_that_lost_leaves_nothing_in_the_outbox() {
        String suggestion = accepted();

        assertThatThrownBy(() -> decide(suggestion, DecisionOutcome.REJECTED, null, null, null))
                .isInstanceOf(RuntimeException.class);

        assertThat(outbox()).hasSize(1);
    }

    @Test
    @Tag("A1")
    void trust07_what_leaves_is_in_the_audit_before_it_goes_and_no_transaction_is_open_meanwhile() {
        accepted();
        List<AuditRow> before = new ArrayList<>();
        List<Boolean> inTransaction = new ArrayList<>();
        watch(message -> {
            before.addAll(audited(AuditKind.FEEDBACK_INTENT));
            inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
            return message.send();
        });

        roundAfter(DUE);

        byte[] bytes = service.told().get(0).body();
        assertThat(inTransaction).containsExactly(false);
        assertThat(before).singleElement().satisfies(row -> {
            assertThat(row.getPayloadHash()).isEqualTo(Sha256.hex(bytes));
            assertThat(row.getBytes()).isEqualTo(bytes.length);
            assertThat(row.getRecipient()).isEqualTo("cds.example.org");
            assertThat(row.getPurpose()).isEqualTo("external-processing");
            assertThat(row.getActor()).as("nobody did it").isEmpty();
        });
    }

    @Test
    @Tag("E6")
    void trust07_what_left_is_shown_with_what_the_run_had_sent() {
        accepted();

        roundAfter(DUE);

        assertThat(house.suggestions.sent(asked.run().getUuid())).last().satisfies(opened -> assertThat(
                        opened.payload().map(bytes -> new String(bytes, UTF_8)))
                .contains(service.toldTexts().get(0)));
    }

    private void watch(WatchedEngine.Around around) {
        house.switchedOn.set(0, new WatchedEngine(service.engine(), around));
    }

    @Test
    void what_a_crash_kept_from_going_goes_when_the_server_is_up_again() {
        accepted();
        watch(message -> {
            throw new WatchedEngine.PowerCut();
        });
        assertThatThrownBy(() -> roundAfter(DUE)).isInstanceOf(WatchedEngine.PowerCut.class);

        House restarted = restarted();
        roundOf(restarted);
        assertThat(service.toldTexts()).as("while it may still be on its way").isEmpty();
        restarted.clock.advance(FeedbackRow.CLAIM);
        roundOf(restarted);
        restarted.clock.advance(FeedbackRow.CLAIM);
        roundOf(restarted);

        assertThat(service.toldTexts()).hasSize(1);
        assertThat(outbox()).isEmpty();
    }

    @Test
    void what_went_just_before_a_crash_goes_again_to_the_byte_so_that_the_service_can_tell() {
        accepted();
        watch(message -> {
            message.send();
            throw new WatchedEngine.PowerCut();
        });
        assertThatThrownBy(() -> roundAfter(DUE)).isInstanceOf(WatchedEngine.PowerCut.class);

        House restarted = restarted();
        restarted.clock.advance(FeedbackRow.CLAIM);
        roundOf(restarted);

        assertThat(service.toldTexts()).hasSize(2);
        assertThat(service.toldTexts().get(1)).isEqualTo(service.toldTexts().get(0));
        assertThat(audited(AuditKind.FEEDBACK_SENT)).singleElement().satisfies(row -> assertThat(row.getDetail())
                .isEqualTo("attempt 2, may be a repetition"));
        assertThat(outbox()).isEmpty();
    }

    private House restarted() {
        House restarted = new House();
        restarted.clock.advance(DUE);
        restarted.switchedOn.add(service.engine());
        return restarted;
    }

    @RepeatedTest(20)
    @Tag("O3")
    void of_two_nodes_one_sends() throws Exception {
        accepted();
        house.clock.advance(DUE);
        House other = restarted();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);

        List<Future<?>> rounds = new ArrayList<>();
        for (House node : List.of(house, other)) {
            rounds.add(nodes.submit(() -> {
                start.await();
                roundOf(node);
                return node;
            }));
        }
        for (Future<?> round : rounds) {
            round.get();
        }
        nodes.shutdown();

        assertThat(service.toldTexts()).hasSize(1);
        assertThat(audited(AuditKind.FEEDBACK_INTENT)).hasSize(1);
        assertThat(outbox()).isEmpty();
    }

    @RepeatedTest(20)
    @Tag("C5")
    void a_withdrawal_at_that_very_moment_succeeds_and_either_nothing_went_or_it_is_in_the_audit() throws Exception {
        accepted();
        house.clock.advance(DUE);
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);

        Future<?> round = both.submit(() -> {
            start.await();
            round();
            return house;
        });
        Future<?> withdrawal = both.submit(() -> {
            start.await();
            return house.say(patient, Purpose.EXTERNAL_PROCESSING, ConsentDecision.WITHDRAW);
        });
        round.get();
        withdrawal.get();
        both.shutdown();

        assertThat(outbox()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_INTENT))
                .hasSize(service.toldTexts().size());
        assertThat(audited(AuditKind.FEEDBACK_SENT)).hasSize(service.toldTexts().size());
    }

    @Test
    @Tag("C5")
    void a_withdrawal_waits_for_whoever_crosses_it_off_and_does_not_fail_for_it() throws Exception {
        accepted();
        CountDownLatch crossedOff = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection connection = Database.dataSource().getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from aisupport_feedback")) {
            connection.setAutoCommit(false);
            delete.executeUpdate();

            Future<?> withdrawal = other.submit(() -> {
                crossedOff.countDown();
                return house.say(patient, Purpose.EXTERNAL_PROCESSING, ConsentDecision.WITHDRAW);
            });
            crossedOff.await();
            awaitALockWait();
            connection.commit();
            withdrawal.get();
        }
        other.shutdown();

        assertThat(outbox()).isEmpty();
    }

    private static void awaitALockWait() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Database.texts(
                        "select info from information_schema.processlist where info like ? and id <> connection_id()",
                        "%aisupport_feedback%for update%")
                .isEmpty()) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
        }
    }

    @Test
    void a_service_that_fails_is_told_again_after_pauses_that_grow_and_with_the_same_bytes() {
        accepted();
        service.answersFeedback(500);
        roundAfter(DUE);
        assertThat(service.toldTexts()).hasSize(1);

        for (int minutes : List.of(1, 2, 4)) {
            roundAfter(Duration.ofMinutes(minutes).minusSeconds(10));
            int before = service.toldTexts().size();
            roundAfter(Duration.ofSeconds(10));
            assertThat(service.toldTexts()).as("after " + minutes + " minutes").hasSize(before + 1);
        }
        service.answersFeedback(200);
        roundAfter(Duration.ofMinutes(8));
        roundAfter(Duration.ofDays(1));

        assertThat(service.toldTexts())
                .hasSize(5)
                .containsOnly(service.toldTexts().get(0));
        assertThat(audited(AuditKind.FEEDBACK_INTENT))
                .extracting(AuditRow::getDetail)
                .startsWith("attempt 1", "attempt 2, may be a repetition");
        assertThat(house.suggestions.sent(asked.run().getUuid()))
                .as("kept once")
                .hasSize(2);
    }

    @Test
    void a_service_that_asks_for_time_is_given_it() {
        accepted();
        service.answersFeedback(WireServer.answer(503, "Retry-After: 1800", new byte[0]));
        roundAfter(DUE);

        roundAfter(Duration.ofMinutes(29));
        assertThat(service.toldTexts()).hasSize(1);

        service.answersFeedback(200);
        roundAfter(Duration.ofMinutes(1));
        assertThat(service.toldTexts()).hasSize(2);
        assertThat(outbox()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 410, 422, 501})
    void a_service_that_wants_no_feedback_is_not_asked_again_for_it(int status) {
        accepted();
        service.answersFeedback(status);

        roundAfter(DUE);
        roundAfter(Duration.ofDays(1));

        assertThat(service.toldTexts()).hasSize(1);
        assertThat(outbox()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_GIVEN_UP)).singleElement().satisfies(row -> assertThat(row.getOutcome())
                .isEqualTo(AuditOutcome.DISCARDED));
    }

    @Test
    void after_three_days_it_is_given_up_and_the_audit_says_why() {
        accepted();
        service.answersFeedback(500);
        roundAfter(DUE);
        roundAfter(Duration.ofDays(2));

        roundAfter(Duration.ofDays(1));

        assertThat(service.toldTexts()).hasSize(2);
        assertThat(outbox()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_GIVEN_UP)).singleElement().satisfies(row -> {
            assertThat(row.getOutcome()).isEqualTo(AuditOutcome.FAILED);
            assertThat(row.getDetail()).isEqualTo("The engine failed.");
        });
    }

    @Test
    void an_answer_that_leads_elsewhere_is_not_followed_and_one_that_is_long_is_not_read() {
        accepted();
        service.answersFeedback(WireServer.answer(
                307, "Location: " + service.server.address("/r4/cds-services/kidneys/feedback"), new byte[0]));
        roundAfter(DUE);
        assertThat(service.toldTexts()).hasSize(1);
        assertThat(outbox()).hasSize(1);

        service.answersFeedback(WireServer.answer(200, "Content-Type: application/json", new byte[5_000_000]));
        roundAfter(Duration.ofMinutes(1));
        assertThat(outbox()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_SENT)).hasSize(1);
    }

    @Test
    void what_is_no_http_counts_as_perhaps_arrived() {
        accepted();
        service.answersFeedback((socket, out) -> socket.close());
        roundAfter(DUE);

        service.answersFeedback(200);
        roundAfter(Duration.ofMinutes(1));

        assertThat(audited(AuditKind.FEEDBACK_INTENT)).last().satisfies(row -> assertThat(row.getDetail())
                .isEqualTo("attempt 2, may be a repetition"));
        assertThat(outbox()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"OWN_CARE", "EXTERNAL_PROCESSING", "COMMERCIAL"})
    @Tag("C5")
    void trust05_after_a_withdrawal_nothing_is_told_whichever_yes_it_rested_on_and_a_new_yes_does_not_bring_it_back(
            Purpose ended) {
        becomesACompanys();
        house.grant(patient, Purpose.COMMERCIAL);
        String suggestion = accepted();
        assertThat(outbox()).hasSize(1);

        house.say(patient, ended, ConsentDecision.WITHDRAW);
        assertThat(outbox()).isEmpty();
        assertThat(Database.texts("select feedback_handle from aisupport_suggestion where uuid = ?", suggestion))
                .containsExactly((String) null);
        house.grant(patient, ended);
        house.suggestions.undo(suggestion);
        decide(suggestion, DecisionOutcome.REJECTED, null, null, null);
        roundAfter(DUE);

        assertThat(service.toldTexts()).isEmpty();
    }

    @Test
    @Tag("C5")
    void a_withdrawal_that_the_suggestion_did_not_rest_on_leaves_it_to_be_told() {
        house.grant(patient, Purpose.QUALITY);
        accepted();

        house.say(patient, Purpose.QUALITY, ConsentDecision.WITHDRAW);
        roundAfter(DUE);

        assertThat(service.toldTexts()).hasSize(1);
    }

    @Test
    @Tag("C2")
    void trust02_the_gate_is_asked_again_before_it_goes() {
        accepted();
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);

        roundAfter(DUE);

        assertThat(service.toldTexts()).isEmpty();
        assertThat(outbox()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_INTENT)).isEmpty();
    }

    @Test
    @Tag("C5")
    void trust05_a_withdrawal_after_the_gate_was_asked_and_before_it_goes_keeps_it_here() {
        accepted();
        whenPacked(() -> house.say(patient, Purpose.EXTERNAL_PROCESSING, ConsentDecision.WITHDRAW));

        roundAfter(DUE);

        assertThat(service.toldTexts()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_INTENT)).isEmpty();
        assertThat(outbox()).isEmpty();
    }

    @Test
    @Tag("C2")
    void trust05_a_no_that_nobody_reported_before_it_goes_keeps_it_here() {
        accepted();
        whenPacked(() -> house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO));

        roundAfter(DUE);

        assertThat(service.toldTexts()).isEmpty();
        assertThat(outbox()).isEmpty();
    }

    @Test
    @Tag("E5")
    void an_engine_that_is_switched_off_before_it_goes_is_told_when_it_is_on_again() {
        accepted();
        whenPacked(house.switchedOn::clear);
        roundAfter(DUE);
        assertThat(service.toldTexts()).isEmpty();

        house.switchedOn.add(service.engine());
        roundAfter(FeedbackSender.PAUSE);
        assertThat(service.toldTexts()).hasSize(1);
    }

    private void whenPacked(Runnable happens) {
        house.switchedOn.set(0, new WatchedEngine(service.engine(), happens, FeedbackEngine.Message::send));
    }

    @Test
    @Tag("C2")
    void trust02_a_consent_that_cannot_be_read_is_no_yes_and_no_end_of_one() {
        accepted();
        Database.execute("rename table person_merge_log to hidden");
        try {
            roundAfter(DUE);
        } finally {
            Database.execute("rename table hidden to person_merge_log");
        }
        assertThat(service.toldTexts()).isEmpty();
        assertThat(outbox()).hasSize(1);

        roundAfter(FeedbackSender.PAUSE);
        assertThat(service.toldTexts()).hasSize(1);
    }

    @Test
    @Tag("C5")
    void a_withdrawal_while_it_is_on_its_way_is_kept_and_so_is_that_it_was_told() {
        accepted();
        watch(message -> {
            house.say(patient, Purpose.EXTERNAL_PROCESSING, ConsentDecision.WITHDRAW);
            return message.send();
        });

        roundAfter(DUE);

        assertThat(outbox()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_SENT)).hasSize(1);
    }

    @Test
    void trust01_a_purged_patient_leaves_nothing_to_tell() {
        accepted();
        house.patients.purge(patient);
        house.sweep.run();
        assertThat(outbox()).isEmpty();

        roundAfter(DUE);

        assertThat(service.toldTexts()).isEmpty();
    }

    @Test
    @Tag("E5")
    void an_engine_that_is_switched_off_is_told_nothing_until_it_is_on_again() {
        accepted();
        house.switchedOn.clear();
        roundAfter(DUE);
        assertThat(outbox()).hasSize(1);

        house.switchedOn.add(service.engine());
        roundAfter(FeedbackSender.PAUSE);

        assertThat(service.toldTexts()).hasSize(1);
    }

    @Test
    @Tag("E5")
    void while_all_engines_outside_are_stopped_nothing_leaves() {
        accepted();
        house.settings.set(Setting.OUTSIDE_ENGINES, "false");
        roundAfter(DUE);
        assertThat(service.toldTexts()).isEmpty();
        assertThat(outbox()).hasSize(1);

        house.settings.set(Setting.OUTSIDE_ENGINES, "true");
        roundAfter(FeedbackSender.PAUSE);
        assertThat(service.toldTexts()).hasSize(1);
    }

    @Test
    @Tag("X2")
    void without_a_key_to_keep_it_by_nothing_leaves_and_nothing_is_lost() {
        accepted();
        String keys = house.runtimeProperties.remove("aisupport.egress.keys");
        roundAfter(DUE);
        assertThat(service.toldTexts()).isEmpty();

        house.runtimeProperties.put("aisupport.egress.keys", keys);
        roundAfter(FeedbackSender.PAUSE);
        assertThat(service.toldTexts()).hasSize(1);
    }

    @Test
    void trust10_an_engine_that_was_moved_is_not_told_of_another_services_cards() {
        accepted();
        house.switchedOn.set(0, service.engine("/elsewhere", false));

        roundAfter(DUE);

        assertThat(service.toldTexts()).isEmpty();
        assertThat(outbox()).isEmpty();
        assertThat(audited(AuditKind.FEEDBACK_GIVEN_UP)).hasSize(1);
    }

    @Test
    @Tag("C1")
    void trust08_an_engine_that_has_become_a_companys_needs_a_yes_to_companies() {
        accepted();
        becomesACompanys();

        roundAfter(DUE);

        assertThat(service.toldTexts()).isEmpty();
        assertThat(outbox()).isEmpty();
    }

    /** And the patient is told so, and says again yes to services outside. */
    private void becomesACompanys() {
        house.switchedOn.set(0, service.engine("/r4", true));
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
    }

    @Test
    @Tag("C4")
    void trust08_a_service_that_was_told_otherwise_to_the_patient_is_told_nothing() {
        house.switchedOn.clear();
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.switchedOn.add(service.engine());
        assertThatThrownBy(this::suggested).isInstanceOf(ConsentMissingException.class);

        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        accepted();
        house.switchedOn.set(0, service.engineIn("Elsewhere"));
        roundAfter(DUE);

        assertThat(service.toldTexts()).isEmpty();
        assertThat(outbox()).isEmpty();
    }

    @Test
    void one_that_breaks_costs_the_others_nothing() {
        String broken = accepted();
        Database.execute(
                "update aisupport_feedback set handle = '{', due_micros = 0 where suggestion_uuid = ?", broken);
        PatientRef other = house.patients.add();
        house.grant(other);
        house.grant(other, Purpose.EXTERNAL_PROCESSING);
        house.awaitEnd(house.suggestions.request(new RunRequest(other.uuid(), null, null, List.of(service.id))));
        decide(house.suggestionsOf(other).get(0).suggestion().getUuid(), DecisionOutcome.ACCEPTED, null, null, null);

        roundAfter(DUE);

        assertThat(service.toldTexts()).hasSize(1);
        assertThat(outbox()).containsExactly(broken);
    }

    @Test
    void a_round_ends_when_the_module_stops() {
        accepted();
        house.clock.advance(DUE);

        house.feedback.run(() -> true);

        assertThat(service.toldTexts()).isEmpty();
        assertThat(outbox()).hasSize(1);
    }

    @Test
    @Tag("O1")
    void how_many_wait_since_when_and_why_is_known() {
        assertThat(state()).isEqualTo(new FeedbackHealth.State(true, "Nothing waits."));
        accepted();
        assertThat(state().well()).isTrue();
        assertThat(state().words()).startsWith("1 waiting, the oldest since 20").endsWith("Z.");

        service.answersFeedback(500);
        roundAfter(DUE);
        assertThat(state()).satisfies(state -> {
            assertThat(state.well()).as("for a while").isTrue();
            assertThat(state.words()).endsWith("The engine failed.");
        });

        house.clock.advance(Duration.ofHours(1));
        assertThat(state().well()).isFalse();
    }

    private FeedbackHealth.State state() {
        return house.inTransaction(house.feedbackHealth::state);
    }
}
