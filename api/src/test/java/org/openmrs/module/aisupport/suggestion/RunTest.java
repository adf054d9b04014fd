/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.ConsentRecorded;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.Proposal.Indicator;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.snapshot.RecordLink;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;

class RunTest {

    private House house = new House();
    private final PatientRef patient = house.patients.add();

    @AfterEach
    void close() {
        house.engine.release();
        house.pool.close();
    }

    private List<AuditKind> auditKinds() {
        return house.auditOf(patient).stream().map(AuditRow::getKind).toList();
    }

    @Test
    @Tag("P6")
    void trust01_without_consent_no_engine_is_called_and_the_refusal_says_why() {
        assertThatThrownBy(() -> house.run(patient))
                .isInstanceOfSatisfying(ConsentMissingException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(DenialReason.NO_RECORD));

        assertThat(house.engine.calls()).isZero();
        assertThat(auditKinds()).containsExactly(AuditKind.GATE_DENIED);
    }

    @Test
    @Tag("C2")
    void trust02_after_a_refusal_no_engine_is_called() {
        house.say(patient, Purpose.OWN_CARE, ConsentDecision.REFUSE);

        assertThatThrownBy(() -> house.run(patient)).isInstanceOf(ConsentMissingException.class);
        assertThat(house.engine.calls()).isZero();
    }

    @Test
    @Tag("S3")
    void a_run_keeps_what_the_engine_proposes_with_its_evidence_and_the_label() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));

        RunReport report = house.runToTheEnd(patient);

        assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(report.parts()).singleElement().satisfies(part -> assertThat(part.getProposed())
                .isOne());
        assertThat(house.suggestionsOf(patient)).singleElement().satisfies(stored -> {
            assertThat(stored.status()).isEqualTo(SuggestionStatus.OPEN);
            assertThat(stored.label()).isEqualTo("AI suggestion – support only. Your GP decides.");
            assertThat(stored.suggestion().getSummary()).isEqualTo("Look at potassium");
            assertThat(stored.evidence()).singleElement().satisfies(evidence -> {
                assertThat(evidence.value()).contains("6.1 mmol/L");
                assertThat(evidence.record().flatMap(RecordLink::conceptUuid)).contains("concept-potassium");
            });
        });
    }

    @Test
    @Tag("A1")
    void the_intent_is_in_the_audit_before_the_engine_is_called() throws InterruptedException {
        house.grant(patient);
        house.engine.holds();

        RunReport run = house.run(patient);
        house.engine.awaitCall();

        assertThat(auditKinds())
                .containsExactly(
                        AuditKind.CONSENT_RECORDED,
                        AuditKind.GATE_PERMITTED,
                        AuditKind.RUN_REQUESTED,
                        AuditKind.ENGINE_CALL_INTENT);
        assertThat(house.auditOf(patient)).last().satisfies(row -> assertThat(row.getActor())
                .contains(FakeUser.DOCTOR));
        house.engine.release();
        house.awaitEnd(run);
    }

    @Test
    @Tag("C5")
    void trust06_an_engine_that_waits_for_its_turn_is_not_called_after_a_withdrawal() throws InterruptedException {
        house.grant(patient);
        List<PatientRef> others = Stream.generate(house.patients::add).limit(4).toList();
        others.forEach(house::grant);
        house.engine.holds();
        List<RunReport> running = others.stream().map(house::run).toList();
        awaitCalls(4);
        RunReport waiting = house.run(patient);

        house.withdraw(patient);
        house.engine.release();
        running.forEach(house::awaitEnd);
        house.awaitEnd(waiting);
        house.awaitDiscard(patient);

        assertThat(house.engine.calls()).isEqualTo(4);
        assertThat(auditKinds()).contains(AuditKind.RESULT_DISCARDED).doesNotContain(AuditKind.ENGINE_CALL_INTENT);
    }

    private void awaitCalls(int calls) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (house.engine.calls() < calls) {
            assertThat(System.nanoTime()).as("the engines are called").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    @Tag("C5")
    void trust05_what_runs_noted_of_the_record_goes_with_the_consent() {
        house.grant(patient);
        house.engine.answers(new EngineAnswer(
                List.of(), List.of(new EngineAnswer.Unjudged("potassium", "Potassium", List.of("6.1"))), List.of()));
        RunReport run = house.runToTheEnd(patient);
        assertThat(run.parts().get(0).getMissing()).hasSize(1);
        assertThat(run.permitted()).isTrue();

        house.withdraw(patient);

        RunReport after = house.suggestions.run(run.run().getUuid());
        assertThat(after.permitted()).isFalse();
        assertThat(after.parts().get(0).getMissing()).isEmpty();
    }

    @Test
    @Tag("C5")
    void trust06_a_result_that_arrives_after_withdrawal_is_discarded_and_logged() throws InterruptedException {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.engine.holds();
        RunReport run = house.run(patient);
        house.engine.awaitCall();

        house.withdraw(patient);
        house.engine.release();
        RunReport report = house.awaitEnd(run);
        house.awaitDiscard(patient);

        assertThat(report.parts()).singleElement().satisfies(part -> assertThat(part.statusIn(report.status()))
                .isEqualTo(RunStatus.DISCARDED));
        assertThat(house.suggestionsOf(patient)).isEmpty();
        assertThat(house.auditOf(patient)).last().satisfies(row -> {
            assertThat(row.getKind()).isEqualTo(AuditKind.RESULT_DISCARDED);
            assertThat(row.getOutcome()).isEqualTo(AuditOutcome.DISCARDED);
            assertThat(row.getDetail()).isEqualTo("WITHDRAWN");
        });
    }

    @Test
    @Tag("C5")
    void trust06_a_result_that_arrives_after_a_withdrawal_is_discarded_although_the_patient_has_said_yes_again()
            throws InterruptedException {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.engine.holds();
        RunReport run = house.run(patient);
        house.engine.awaitCall();

        house.withdraw(patient);
        house.grant(patient);
        house.engine.release();
        house.awaitDiscard(patient);

        assertThat(house.suggestions.run(run.run().getUuid()).status()).isEqualTo(RunStatus.DISCARDED);
        assertThat(house.suggestionsOf(patient)).isEmpty();
        assertThat(house.runToTheEnd(patient).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    @Tag("O3")
    void while_a_run_is_not_over_no_other_begins_for_the_same_patient() throws InterruptedException {
        house.grant(patient);
        house.engine.holds();
        RunReport run = house.run(patient);
        house.engine.awaitCall();
        house.user.become(FakeUser.COLLEAGUE);

        assertThatThrownBy(() -> house.run(patient)).isInstanceOfSatisfying(RunUnderWayException.class, underWay -> {
            assertThat(underWay.runUuid()).isEqualTo(run.run().getUuid());
            assertThat(underWay).hasMessageContaining(FakeUser.DOCTOR.name());
        });
        assertThat(house.engine.calls()).isOne();

        house.engine.release();
        house.awaitEnd(run);
        assertThat(house.runToTheEnd(patient).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @RepeatedTest(10)
    @Tag("O3")
    void of_many_who_ask_at_once_one_is_first() throws InterruptedException {
        house.grant(patient);
        house.engine.holds();
        ExecutorService gps = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> asked = gps.invokeAll(Collections.nCopies(4, this::isFirst));
        gps.shutdown();

        assertThat(asked).extracting(Future::get).containsOnlyOnce(true);
        assertThat(Database.texts("select uuid from aisupport_run where patient_id = ?", patient.id()))
                .hasSize(1);
    }

    private boolean isFirst() {
        try {
            house.run(patient);
            return true;
        } catch (RunUnderWayException second) {
            return false;
        }
    }

    /** Rows of new patients stand beside each other in an index, where locking that there are none yet locks the neighbour's place. */
    @RepeatedTest(20)
    @Tag("P3")
    void runs_of_new_patients_at_once_do_not_get_into_each_others_way() throws Exception {
        house.engine.proposes(aProposal("potassium"));
        List<PatientRef> neighbours =
                Stream.generate(house.patients::add).limit(4).toList();
        neighbours.forEach(house::grant);
        ExecutorService gps = Executors.newFixedThreadPool(4);

        List<Future<RunReport>> asked = gps.invokeAll(neighbours.stream()
                .map(one -> (Callable<RunReport>) () -> house.runToTheEnd(one))
                .toList());
        gps.shutdown();

        for (Future<RunReport> run : asked) {
            assertThat(run.get().status()).isEqualTo(RunStatus.COMPLETED);
        }
        assertThat(neighbours)
                .allSatisfy(one -> assertThat(house.suggestionsOf(one)).hasSize(1));
    }

    @Test
    @Tag("C6")
    void trust06_a_result_that_arrives_after_the_attribute_was_changed_from_outside_is_discarded()
            throws InterruptedException {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.engine.holds();
        RunReport run = house.run(patient);
        house.engine.awaitCall();

        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
        house.engine.release();
        house.awaitEnd(run);
        house.awaitDiscard(patient);

        house.mirror.changeFromOutside(patient, ConsentMirror.Value.YES);
        assertThat(house.suggestionsOf(patient)).isEmpty();
    }

    @Test
    @Tag("C5")
    void trust05_withdrawal_takes_undecided_suggestions_away_and_erases_what_they_said() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"), aProposal("sodium"));
        house.runToTheEnd(patient);
        StoredSuggestion decided = house.suggestionsOf(patient).get(0);
        house.suggestions.decide(decided.suggestion().getUuid(), accepted());

        ConsentRecorded recorded = house.withdraw(patient);

        assertThat(recorded.withdrawnSuggestions()).isOne();
        assertThat(house.auditOf(patient))
                .filteredOn(row -> row.getKind() == AuditKind.SUGGESTION_WITHDRAWN)
                .singleElement()
                .satisfies(row -> assertThat(row.getOutputHash()).hasSize(64));
        assertThat(recorded.alreadyShared()).isEmpty();
        assertThat(house.suggestionsOf(patient))
                .filteredOn(stored -> stored.status() == SuggestionStatus.WITHDRAWN)
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.suggestion().getSummary()).isNull();
                    assertThat(stored.suggestion().getDetail()).isNull();
                    assertThat(stored.suggestion().getLimits()).isNull();
                    assertThat(stored.evidence()).isEmpty();
                    assertThat(stored.suggestion().getContentSha256()).hasSize(64);
                });
        assertThat(house.suggestionsOf(patient))
                .filteredOn(stored -> stored.status() == SuggestionStatus.ACCEPTED)
                .singleElement()
                .satisfies(
                        stored -> assertThat(stored.suggestion().getSummary()).isNotBlank());
    }

    private static DecisionRequest accepted() {
        return new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of());
    }

    @Test
    @Tag("C5")
    void a_suggestion_that_was_withdrawn_is_made_anew_after_a_new_yes() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.runToTheEnd(patient);
        house.withdraw(patient);

        house.grant(patient);
        house.runToTheEnd(patient);

        assertThat(house.suggestionsOf(patient))
                .extracting(StoredSuggestion::status)
                .containsExactlyInAnyOrder(SuggestionStatus.WITHDRAWN, SuggestionStatus.OPEN);
    }

    @Test
    @Tag("C6")
    void trust02_undecided_suggestions_are_not_shown_while_the_attribute_disagrees() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.runToTheEnd(patient);
        String uuid = house.suggestionsOf(patient).get(0).suggestion().getUuid();

        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);

        assertThat(house.suggestionsOf(patient)).isEmpty();
        assertThatThrownBy(() -> house.suggestions.suggestion(uuid)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.suggestions.decide(uuid, accepted()))
                .isInstanceOf(ConsentMissingException.class);
    }

    @Test
    @Tag("S9")
    void the_most_severe_come_first_and_of_those_the_newest() {
        house.grant(patient);
        house.engine.proposes(aProposal("sodium", "150", Proposal.Indicator.WARNING));
        house.runToTheEnd(patient);
        house.engine.proposes(
                aProposal("calcium", "2.7", Proposal.Indicator.INFO),
                aProposal("potassium", "6.9", Proposal.Indicator.CRITICAL),
                aProposal("sodium", "150", Proposal.Indicator.WARNING),
                aProposal("glucose", "14", Proposal.Indicator.WARNING));
        house.runToTheEnd(patient);

        assertThat(house.suggestionsOf(patient))
                .extracting(stored -> stored.suggestion().getRule())
                .containsExactly("potassium", "glucose", "sodium", "calcium");
    }

    @Test
    @Tag("S8")
    void the_same_evidence_proposes_nothing_twice_whatever_became_of_it() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.runToTheEnd(patient);

        assertThat(house.runToTheEnd(patient).parts().get(0).getProposed()).isZero();
        house.suggestions.decide(
                house.suggestionsOf(patient).get(0).suggestion().getUuid(),
                new DecisionRequest(DecisionOutcome.REJECTED, Optional.empty(), null, null, null, null, List.of()));

        assertThat(house.runToTheEnd(patient).parts().get(0).getProposed()).isZero();
        assertThat(house.suggestionsOf(patient)).hasSize(1);
    }

    @Test
    @Tag("S8")
    void changed_evidence_supersedes_and_what_was_rejected_speaks_up_again() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium", "6.1", Indicator.WARNING), aProposal("sodium"));
        house.runToTheEnd(patient);

        house.engine.proposes(aProposal("potassium", "6.4", Indicator.WARNING));
        house.runToTheEnd(patient);

        assertThat(house.suggestionsOf(patient))
                .extracting(stored -> stored.suggestion().getDetail(), StoredSuggestion::status)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Potassium is 6.4", SuggestionStatus.OPEN),
                        org.assertj.core.groups.Tuple.tuple("Potassium is 6.1", SuggestionStatus.SUPERSEDED),
                        org.assertj.core.groups.Tuple.tuple("Potassium is 6.1", SuggestionStatus.SUPERSEDED));
    }

    @Test
    @Tag("E5")
    void a_rule_that_broke_takes_nothing_away_and_is_visible_to_the_administrator() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.runToTheEnd(patient);

        house.engine.answers(new EngineAnswer(
                List.of(), List.of(), List.of(new EngineAnswer.RuleFailure("potassium", "ArithmeticException"))));
        RunReport report = house.runToTheEnd(patient);

        assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(house.suggestionsOf(patient)).singleElement().satisfies(stored -> assertThat(stored.status())
                .isEqualTo(SuggestionStatus.OPEN));
        assertThat(house.inTransaction(() -> house.audit.recentFailures(1)))
                .singleElement()
                .satisfies(row -> assertThat(row.getDetail()).isEqualTo("rule potassium: ArithmeticException"));
    }

    @Test
    @Tag("E5")
    void an_engine_that_breaks_fails_its_run_and_says_nothing_of_the_record() {
        house.grant(patient);
        house.engine.breaks(new IllegalStateException("Karen Holm has potassium 6.1"));

        RunReport report = house.runToTheEnd(patient);

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.getError()).isNotBlank().doesNotContain("Karen"));
        assertThat(house.auditOf(patient))
                .noneMatch(row -> String.valueOf(row.getDetail()).contains("Karen"))
                .filteredOn(row -> row.getKind() == AuditKind.ENGINE_CALL_ENDED)
                .singleElement()
                .satisfies(row -> assertThat(row.getOutcome()).isEqualTo(AuditOutcome.FAILED));
    }

    @Test
    void what_is_not_there_is_not_found() {
        String nowhere = "00000000-0000-4000-8000-000000000000";

        assertThatThrownBy(() -> house.suggestions.run(nowhere)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.suggestions.cancel(nowhere)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.suggestions.suggestion(nowhere)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.suggestions.suggestions(
                        new SuggestionQuery(nowhere, Optional.empty(), Optional.empty(), false, 0, 10)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @Tag("P3")
    void trust17_a_hung_engine_costs_its_own_run_only() throws InterruptedException {
        house = new House(Duration.ofMillis(300));
        PatientRef patient = house.patients.add();
        house.grant(patient);
        house.engine.holds();

        RunReport run = house.run(patient);
        house.engine.awaitCall();
        RunReport report = house.awaitEnd(run);

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.parts().get(0).getError()).isEqualTo("It did not answer in time.");
    }

    @Test
    @Tag("P3")
    void a_cancelled_run_keeps_nothing_that_arrives_later() throws InterruptedException {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.engine.holds();
        RunReport run = house.run(patient);
        house.engine.awaitCall();

        RunReport cancelled = house.suggestions.cancel(run.run().getUuid());
        house.engine.release();
        house.awaitDiscard(patient);

        assertThat(cancelled.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(cancelled.parts()).singleElement().satisfies(part -> {
            assertThat(part.statusIn(RunStatus.RUNNING)).isEqualTo(RunStatus.RUNNING);
            assertThat(part.statusIn(cancelled.status())).isEqualTo(RunStatus.CANCELLED);
        });
        assertThat(house.suggestions.cancel(run.run().getUuid()).status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(house.suggestionsOf(patient)).isEmpty();
        assertThat(house.auditOf(patient))
                .as("cancelled once, though asked for twice")
                .filteredOn(row -> row.getKind() == AuditKind.RUN_CANCELLED)
                .singleElement()
                .satisfies(
                        row -> assertThat(row.getRunUuid()).isEqualTo(run.run().getUuid()));
    }

    @Test
    @Tag("O1")
    void a_run_in_flight_is_over_when_the_platform_refreshes_its_context() throws InterruptedException {
        house.grant(patient);
        house.engine.holds();
        RunReport run = house.run(patient);
        house.engine.awaitCall();

        house.pool.close();

        assertThat(house.suggestions.run(run.run().getUuid()).status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    @Tag("O1")
    void a_run_whose_server_died_reads_as_failed_and_keeps_nothing() throws InterruptedException {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.engine.holds();
        RunReport run = house.run(patient);
        house.engine.awaitCall();

        house.clock.advance(Run.LONGEST.plusSeconds(1));

        assertThat(house.suggestions.run(run.run().getUuid()).status()).isEqualTo(RunStatus.FAILED);
        house.engine.release();
        house.awaitDiscard(patient);
        assertThat(house.suggestionsOf(patient)).isEmpty();
        assertThat(house.runToTheEnd(patient).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    @Tag("X1")
    void an_encounter_of_another_patient_is_not_found() {
        house.grant(patient);
        String foreign = house.patients.addEncounter(house.patients.add());

        assertThatThrownBy(() -> house.suggestions.request(new RunRequest(patient.uuid(), null, foreign, List.of())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.suggestions.suggestions(
                        new SuggestionQuery(patient.uuid(), Optional.of(foreign), Optional.empty(), false, 0, 10)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_unknown_engine_is_refused_before_anything_is_read() {
        house.grant(patient);

        assertThatThrownBy(
                        () -> house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of("oracle"))))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(auditKinds()).doesNotContain(AuditKind.GATE_PERMITTED);
    }

    @Test
    void an_engine_that_is_asked_for_by_name_is_asked() {
        house.grant(patient);

        RunReport report =
                house.awaitEnd(house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of("fake"))));

        assertThat(report.parts()).extracting(RunPart::getEngine).containsExactly("fake");
        assertThat(house.engine.calls()).isOne();
    }

    @Test
    void a_run_for_nobody_is_refused_with_what_is_lacking() {
        assertThatThrownBy(() -> house.suggestions.request(new RunRequest(null, null, null, List.of())))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("patient"));
    }
}
