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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.engine.Proposal.Indicator;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;

class DecisionTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();
    private String suggestion;

    @BeforeEach
    void anOpenSuggestion() {
        suggestion = open(Indicator.WARNING);
    }

    @AfterEach
    void close() {
        house.pool.close();
    }

    private String open(Indicator indicator) {
        house.grant(patient);
        house.engine.proposes(
                aProposal("rule-WARNING", "6.1", Indicator.WARNING), aProposal("rule-" + indicator, "6.1", indicator));
        house.runToTheEnd(patient);
        return house.suggestionsOf(patient).get(0).suggestion().getUuid();
    }

    private static DecisionRequest accept() {
        return new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of());
    }

    private static DecisionRequest reject(String reason) {
        return new DecisionRequest(DecisionOutcome.REJECTED, Optional.empty(), null, null, reason, null, List.of());
    }

    @Test
    @Tag("S2")
    void trust19_a_decision_has_a_person_and_a_time() {
        StoredSuggestion decided = house.suggestions.decide(suggestion, accept());

        assertThat(decided.status()).isEqualTo(SuggestionStatus.ACCEPTED);
        assertThat(decided.decision()).hasValueSatisfying(decision -> {
            assertThat(decision.getDecider()).isEqualTo(FakeUser.DOCTOR);
            assertThat(decision.getAt()).isNotNull();
        });
        assertThat(house.auditOf(patient)).last().satisfies(row -> {
            assertThat(row.getKind()).isEqualTo(AuditKind.SUGGESTION_DECIDED);
            assertThat(row.getActor()).contains(FakeUser.DOCTOR);
        });
    }

    @Test
    @Tag("S1")
    void a_decision_and_its_undo_are_answered_with_what_stands_also_where_a_request_has_one_session() {
        StoredSuggestion decided = house.asInOneRequest(() -> house.suggestions.decide(suggestion, accept()));
        StoredSuggestion reopened = house.asInOneRequest(() -> house.suggestions.undo(suggestion));

        assertThat(decided.status()).isEqualTo(SuggestionStatus.ACCEPTED);
        assertThat(decided.decision()).isPresent();
        assertThat(decided.suggestion().getVersion()).isEqualTo(1);
        assertThat(reopened.status()).isEqualTo(SuggestionStatus.OPEN);
        assertThat(reopened.suggestion().getVersion()).isEqualTo(2);
    }

    @Test
    @Tag("C6")
    void trust02_a_refused_decision_shows_nothing_of_the_suggestion_without_consent() {
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
        DecisionRequest stale =
                new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.of(99), null, null, null, null, List.of());

        assertThatThrownBy(() -> house.suggestions.decide(suggestion, stale))
                .isInstanceOf(ConsentMissingException.class);
    }

    @Test
    @Tag("S8")
    void a_decision_is_not_undone_once_newer_data_has_led_to_another_suggestion() {
        house.suggestions.decide(suggestion, accept());
        house.engine.proposes(aProposal("rule-WARNING", "7.0", Indicator.WARNING));
        house.runToTheEnd(patient);

        assertThatThrownBy(() -> house.suggestions.undo(suggestion))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining("Newer data");
    }

    @Test
    @Tag("S1")
    void own_wording_makes_it_accepted_with_edits_and_the_original_stays() {
        DecisionRequest edited = new DecisionRequest(
                DecisionOutcome.ACCEPTED, Optional.empty(), null, "Repeat in a week", null, null, List.of());

        StoredSuggestion decided = house.suggestions.decide(suggestion, edited);

        assertThat(decided.status()).isEqualTo(SuggestionStatus.ACCEPTED_WITH_EDITS);
        assertThat(decided.decision().orElseThrow().getText()).isEqualTo("Repeat in a week");
        assertThat(decided.suggestion().getSummary()).startsWith("Look at");
    }

    @Test
    @Tag("S2")
    void who_comes_second_is_shown_the_decision_that_stands() {
        house.suggestions.decide(suggestion, accept());
        house.user.become(FakeUser.COLLEAGUE);

        assertThatThrownBy(() -> house.suggestions.decide(suggestion, reject(null)))
                .isInstanceOfSatisfying(AlreadyDecidedException.class, late -> {
                    assertThat(late.standing().status()).isEqualTo(SuggestionStatus.ACCEPTED);
                    assertThat(late.standing().decision().orElseThrow().getDecider())
                            .isEqualTo(FakeUser.DOCTOR);
                });
    }

    @RepeatedTest(10)
    @Tag("S2")
    void of_two_who_decide_at_once_exactly_one_wins() throws InterruptedException {
        ExecutorService gps = Executors.newFixedThreadPool(2);
        Callable<String> first = as(FakeUser.DOCTOR, accept());
        Callable<String> second = as(FakeUser.COLLEAGUE, reject(null));

        List<String> results = new ArrayList<>();
        for (Future<String> result : gps.invokeAll(List.of(first, second))) {
            try {
                results.add(result.get());
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
        gps.shutdown();

        assertThat(results).containsExactlyInAnyOrder("won", "lost");
        assertThat(house.auditOf(patient))
                .filteredOn(row -> row.getKind() == AuditKind.SUGGESTION_DECIDED)
                .hasSize(1);
    }

    private Callable<String> as(Actor who, DecisionRequest request) {
        return () -> {
            house.user.become(who);
            try {
                house.suggestions.decide(suggestion, request);
                return "won";
            } catch (AlreadyDecidedException late) {
                assertThat(late.standing().decision()).isPresent();
                return "lost";
            }
        };
    }

    @Test
    @Tag("S2")
    void a_decision_on_a_version_that_was_not_on_the_screen_is_refused() {
        DecisionRequest stale =
                new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.of(99), null, null, null, null, List.of());

        assertThatThrownBy(() -> house.suggestions.decide(suggestion, stale))
                .isInstanceOf(AlreadyDecidedException.class)
                .hasMessageContaining("Look at it again");
    }

    @Test
    @Tag("X1")
    void not_even_an_administrator_decides_without_being_a_provider() {
        house.user.become(FakeUser.ADMINISTRATOR);

        assertThatThrownBy(() -> house.suggestions.decide(suggestion, accept()))
                .isInstanceOf(NotAProviderException.class);
    }

    @Test
    @Tag("S5")
    void only_a_critical_suggestion_needs_a_reason_for_rejecting_it() {
        String critical = open(Indicator.CRITICAL);

        assertThat(house.suggestions.decide(suggestion, reject(null)).status()).isEqualTo(SuggestionStatus.REJECTED);
        assertThatThrownBy(() -> house.suggestions.decide(critical, reject(null)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("overrideReason"));
        assertThat(house.suggestions
                        .decide(critical, reject("wrong-data"))
                        .decision()
                        .orElseThrow()
                        .getOverrideReason())
                .isEqualTo("wrong-data");
    }

    @Test
    @Tag("S5")
    void a_reason_outside_the_value_set_is_refused() {
        assertThatThrownBy(() -> house.suggestions.decide(suggestion, reject("because")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @Tag("S1")
    void the_same_gp_may_undo_within_ten_minutes_and_the_decision_stays_in_the_record() {
        house.suggestions.decide(suggestion, accept());
        house.clock.advance(Duration.ofMinutes(9));

        StoredSuggestion reopened = house.suggestions.undo(suggestion);

        assertThat(reopened.status()).isEqualTo(SuggestionStatus.OPEN);
        assertThat(reopened.decision()).isEmpty();
        assertThat(Database.texts(
                        "select undoer_uuid from aisupport_undo where decision_uuid in"
                                + " (select uuid from aisupport_decision where suggestion_uuid = ?)",
                        suggestion))
                .containsExactly(FakeUser.DOCTOR.uuid());
        assertThat(house.auditOf(patient)).last().satisfies(row -> assertThat(row.getKind())
                .isEqualTo(AuditKind.DECISION_UNDONE));
        assertThat(house.suggestions.decide(suggestion, reject(null)).status()).isEqualTo(SuggestionStatus.REJECTED);
    }

    @Test
    @Tag("S1")
    void nobody_else_may_undo_and_nobody_after_ten_minutes_and_nobody_what_is_open() {
        assertThatThrownBy(() -> house.suggestions.undo(suggestion)).isInstanceOf(IllegalTransitionException.class);
        house.suggestions.decide(suggestion, accept());

        house.user.become(FakeUser.COLLEAGUE);
        assertThatThrownBy(() -> house.suggestions.undo(suggestion))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining("Anna Friis");

        house.user.become(FakeUser.DOCTOR);
        house.clock.advance(Duration.ofMinutes(11));
        assertThatThrownBy(() -> house.suggestions.undo(suggestion))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining("10 minutes");
    }

    @Test
    @Tag("C5")
    void a_decision_can_not_be_undone_into_an_open_suggestion_after_withdrawal() {
        house.suggestions.decide(suggestion, accept());
        house.withdraw(patient);

        assertThatThrownBy(() -> house.suggestions.undo(suggestion)).isInstanceOf(ConsentMissingException.class);
    }

    @Test
    @Tag("C5")
    void what_was_withdrawn_can_not_be_decided() {
        house.withdraw(patient);

        assertThatThrownBy(() -> house.suggestions.decide(suggestion, accept()))
                .isInstanceOfSatisfying(
                        AlreadyDecidedException.class,
                        late -> assertThat(late.standing().status()).isEqualTo(SuggestionStatus.WITHDRAWN));
    }

    @Test
    @Tag("S7")
    void after_the_practices_time_it_is_unreviewed_and_still_decidable() {
        house.settings.set(Setting.SUGGESTION_UNREVIEWED_HOURS, "24");
        house.clock.advance(Duration.ofHours(25));

        assertThat(house.suggestionsOf(patient).get(0).status()).isEqualTo(SuggestionStatus.UNREVIEWED);
        assertThat(house.suggestions.decide(suggestion, accept()).status()).isEqualTo(SuggestionStatus.ACCEPTED);
    }

    @Test
    @Tag("S4")
    void trust15_the_label_can_be_reworded_for_a_language_and_never_blanked() {
        house.settings.set(Setting.SUGGESTION_LABEL, "en", "Computer idea. Your doctor decides.");
        assertThat(house.suggestionsOf(patient).get(0).label()).isEqualTo("Computer idea. Your doctor decides.");

        house.settings.set(Setting.SUGGESTION_LABEL, "en", "   ");
        assertThat(house.suggestionsOf(patient).get(0).label()).contains("Your GP decides");
    }

    @Test
    @Tag("X1")
    void a_decision_names_no_other_patients_encounter_and_no_suggestion_that_does_not_exist() {
        String foreign = house.patients.addEncounter(house.patients.add());
        DecisionRequest elsewhere =
                new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), foreign, null, null, null, List.of());

        assertThatThrownBy(() -> house.suggestions.decide(suggestion, elsewhere))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.suggestions.decide("nothing", accept())).isInstanceOf(NotFoundException.class);
    }

    @Test
    @Tag("S7")
    void in_an_encounter_the_open_ones_are_shown_and_those_that_were_decided_in_it() {
        String today = house.patients.addEncounter(patient);
        String tomorrow = house.patients.addEncounter(patient);
        house.suggestions.decide(
                suggestion,
                new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), today, null, null, null, List.of()));
        String other = open(Indicator.CRITICAL);

        assertThat(uuidsIn(today)).containsExactly(other, suggestion);
        assertThat(uuidsIn(tomorrow)).containsExactly(other);
    }

    private List<String> uuidsIn(String encounter) {
        return house
                .suggestions
                .suggestions(
                        new SuggestionQuery(patient.uuid(), Optional.of(encounter), Optional.empty(), false, 0, 10))
                .suggestions()
                .stream()
                .map(stored -> stored.suggestion().getUuid())
                .toList();
    }
}
