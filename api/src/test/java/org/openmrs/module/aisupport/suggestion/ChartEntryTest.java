/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;
import static org.openmrs.module.aisupport.testing.Proposals.proposing;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.charting.EntryObstacle;
import org.openmrs.module.aisupport.charting.EntryPreview;
import org.openmrs.module.aisupport.charting.EntryRequest;
import org.openmrs.module.aisupport.charting.WrittenEntry;
import org.openmrs.module.aisupport.charting.WrittenEntry.Status;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.engine.ProposedProblem.Coding;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.platform.ChartWriter.NewEntry;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/** Harm: something is in the record that no GP put there; or a GP believes that it is, and it isn't. */
@Tag("S6")
class ChartEntryTest {

    private static final int DIABETES = 119_481;
    private static final int PLAN = 7;
    private static final ProposedProblem PROBLEM = new ProposedProblem(
            "Diabetes mellitus", List.of(new Coding("CIEL", "119481"), new Coding("LOINC", "other")), Optional.empty());

    private final House house = new House();
    private final PatientRef patient = house.patients.add();
    private final String encounter = house.patients.addEncounter(patient);
    private String suggestion;

    @BeforeEach
    void anOpenSuggestionThatProposesAProblem() {
        house.chart.concept(DIABETES, "CIEL", "119481").text(PLAN);
        house.settings.set(Setting.SUGGESTION_PLAN_NOTE_CONCEPT, FakeChart.uuidOf(PLAN));
        house.grant(patient);
        house.engine.proposes(proposing(PROBLEM));
        house.runToTheEnd(patient);
        suggestion = house.suggestionsOf(patient).get(0).suggestion().getUuid();
    }

    @AfterEach
    void close() {
        house.pool.close();
    }

    @Test
    void what_would_be_written_is_shown_before_in_words_and_with_its_concept() {
        assertThat(previews())
                .extracting(EntryPreview::kind, EntryPreview::text, EntryPreview::obstacle)
                .containsExactly(
                        tuple(EntryKind.CONDITION, "Concept 119481", Optional.empty()),
                        tuple(EntryKind.DIAGNOSIS, "Concept 119481", Optional.empty()),
                        tuple(EntryKind.PLAN_NOTE, "Look at problem", Optional.empty()));
        assertThat(previews().get(0).concept().orElseThrow().uuid()).isEqualTo(FakeChart.uuidOf(DIABETES));
    }

    @Test
    void trust14_accepting_alone_writes_nothing() {
        accept();

        assertThat(house.chartWriter.written()).isEmpty();
    }

    @Test
    void trust14_what_the_gp_asks_for_is_written_and_names_the_suggestion_it_came_of() {
        StoredSuggestion decided = accept(entry(EntryKind.CONDITION), entry(EntryKind.DIAGNOSIS));

        assertThat(house.chartWriter.written().values())
                .containsExactly(
                        written(EntryKind.CONDITION, Optional.of(FakeChart.uuidOf(DIABETES)), "Concept 119481"),
                        written(EntryKind.DIAGNOSIS, Optional.of(FakeChart.uuidOf(DIABETES)), "Concept 119481"));
        assertThat(decided.written())
                .extracting(WrittenEntry::kind, WrittenEntry::status)
                .containsExactly(
                        tuple(EntryKind.CONDITION, Status.WRITTEN), tuple(EntryKind.DIAGNOSIS, Status.WRITTEN));
        assertThat(house.auditOf(patient))
                .filteredOn(row -> row.getKind() == AuditKind.CHART_ENTRY)
                .hasSize(2);
    }

    @Test
    void a_plan_note_holds_the_gps_own_words() {
        accept(new EntryRequest(EntryKind.PLAN_NOTE, " Repeat HbA1c in three months "));

        assertThat(house.chartWriter.written().values())
                .containsExactly(written(
                        EntryKind.PLAN_NOTE, Optional.of(FakeChart.uuidOf(PLAN)), "Repeat HbA1c in three months"));
    }

    @Test
    void a_plan_note_holds_the_wording_that_was_accepted_unless_it_has_its_own() {
        house.suggestions.decide(
                suggestion,
                new DecisionRequest(
                        DecisionOutcome.ACCEPTED,
                        Optional.empty(),
                        encounter,
                        "Ask about thirst",
                        null,
                        null,
                        List.of(entry(EntryKind.PLAN_NOTE))));

        assertThat(house.chartWriter.written().values())
                .extracting(NewEntry::text)
                .containsExactly("Ask about thirst");
    }

    @Test
    void a_problem_in_own_words_is_not_coded_as_something_else() {
        accept(new EntryRequest(EntryKind.CONDITION, "Steroid diabetes"));

        assertThat(house.chartWriter.written().values())
                .containsExactly(written(EntryKind.CONDITION, Optional.empty(), "Steroid diabetes"));
    }

    @Test
    void a_problem_that_the_dictionary_lacks_is_written_as_free_text() {
        House elsewhere = new House();
        PatientRef other = elsewhere.patients.add();
        elsewhere.grant(other);
        elsewhere.engine.proposes(proposing(PROBLEM));
        elsewhere.runToTheEnd(other);
        String open = elsewhere.suggestionsOf(other).get(0).suggestion().getUuid();

        elsewhere.suggestions.decide(open, accepting(null, entry(EntryKind.CONDITION)));

        assertThat(elsewhere.chartWriter.written().values())
                .singleElement()
                .returns(Optional.empty(), NewEntry::conceptUuid)
                .returns("Diabetes mellitus", NewEntry::text);
        elsewhere.pool.close();
    }

    @Test
    void what_the_gp_may_not_write_is_said_before_and_after_and_the_decision_stands() {
        house.chartWriter.forbid(EntryKind.CONDITION);

        assertThat(previews().get(0).obstacle()).contains(EntryObstacle.NO_PRIVILEGE);
        StoredSuggestion decided = accept(entry(EntryKind.CONDITION), entry(EntryKind.DIAGNOSIS));

        assertThat(decided.status()).isEqualTo(SuggestionStatus.ACCEPTED);
        assertThat(decided.written())
                .extracting(WrittenEntry::status, WrittenEntry::reason)
                .containsExactly(
                        tuple(Status.NOT_WRITTEN, Optional.of("NO_PRIVILEGE")),
                        tuple(Status.WRITTEN, Optional.empty()));
    }

    @Test
    void a_diagnosis_needs_the_encounter_it_belongs_to() {
        StoredSuggestion decided = house.suggestions.decide(suggestion, accepting(null, entry(EntryKind.DIAGNOSIS)));

        assertThat(decided.written())
                .singleElement()
                .returns(Status.NOT_WRITTEN, WrittenEntry::status)
                .returns(Optional.of("NO_ENCOUNTER"), WrittenEntry::reason);
    }

    @Test
    void what_is_on_the_problem_list_is_not_put_there_twice_but_own_words_are() {
        house.chart.condition(DIABETES, true, null);

        assertThat(previews().get(0).obstacle()).contains(EntryObstacle.ALREADY_RECORDED);
        StoredSuggestion decided = accept(new EntryRequest(EntryKind.CONDITION, "Steroid diabetes"));

        assertThat(decided.written()).extracting(WrittenEntry::status).containsExactly(Status.WRITTEN);
    }

    @Test
    void without_a_concept_that_can_hold_a_text_there_are_no_plan_notes() {
        house.settings.set(Setting.SUGGESTION_PLAN_NOTE_CONCEPT, FakeChart.uuidOf(DIABETES));

        assertThat(previews().get(2).obstacle()).contains(EntryObstacle.NOT_CONFIGURED);
        StoredSuggestion decided = accept(entry(EntryKind.PLAN_NOTE));

        assertThat(decided.written()).extracting(WrittenEntry::status).containsExactly(Status.NOT_WRITTEN);
        assertThat(house.chartWriter.written()).isEmpty();
    }

    @Test
    void what_the_platform_refuses_leaves_no_decision_behind() {
        house.chartWriter.refuseEverything();

        assertThatThrownBy(() -> accept(entry(EntryKind.CONDITION)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("apply"));

        assertThat(house.suggestionsOf(patient).get(0).status()).isEqualTo(SuggestionStatus.OPEN);
        assertThat(house.auditOf(patient)).noneMatch(row -> row.getKind() == AuditKind.SUGGESTION_DECIDED);
        assertThat(Database.texts("select uuid from aisupport_chart_entry where suggestion_uuid = ?", suggestion))
                .isEmpty();
    }

    @Test
    void nothing_is_written_that_the_suggestion_does_not_propose() {
        house.engine.proposes(aProposal("plain"));
        house.runToTheEnd(patient);
        String plain = house.suggestionsOf(patient).stream()
                .filter(stored -> stored.suggestion().getRule().equals("plain"))
                .findFirst()
                .orElseThrow()
                .suggestion()
                .getUuid();

        assertThatThrownBy(() -> house.suggestions.decide(plain, accepting(encounter, entry(EntryKind.CONDITION))))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(house.chartWriter.written()).isEmpty();
    }

    @Test
    void rejecting_writes_nothing_and_says_that_it_cant() {
        DecisionRequest rejecting = new DecisionRequest(
                DecisionOutcome.REJECTED,
                Optional.empty(),
                null,
                null,
                null,
                null,
                List.of(entry(EntryKind.CONDITION)));

        assertThatThrownBy(() -> house.suggestions.decide(suggestion, rejecting))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("apply"));
    }

    @Test
    void each_kind_is_named_once_and_has_words_if_any_that_fit() {
        assertThatThrownBy(() -> accept(
                        entry(EntryKind.CONDITION),
                        entry(EntryKind.CONDITION),
                        new EntryRequest(EntryKind.DIAGNOSIS, "x".repeat(256)),
                        new EntryRequest(EntryKind.PLAN_NOTE, " "),
                        new EntryRequest(null, null)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("apply", "apply.2.text", "apply.3.text", "apply.4.kind"));
    }

    @Test
    void undo_takes_back_what_was_written() {
        String record = recordOf(accept(entry(EntryKind.CONDITION)));

        StoredSuggestion reopened = house.suggestions.undo(suggestion);

        assertThat(house.chartWriter.isVoided(record)).isTrue();
        assertThat(reopened.status()).isEqualTo(SuggestionStatus.OPEN);
        assertThat(reopened.written())
                .singleElement()
                .returns(Status.TAKEN_BACK, WrittenEntry::status)
                .returns(Optional.empty(), WrittenEntry::reason);
        assertThat(house.auditOf(patient)).last().satisfies(row -> assertThat(row.getKind())
                .isEqualTo(AuditKind.CHART_ENTRY_RETURNED));
    }

    @Test
    void undo_leaves_what_somebody_has_changed_since_and_says_so() {
        String record = recordOf(accept(entry(EntryKind.DIAGNOSIS)));
        house.chartWriter.edit(record);

        StoredSuggestion reopened = house.suggestions.undo(suggestion);

        assertThat(house.chartWriter.isVoided(record)).isFalse();
        assertThat(reopened.written())
                .singleElement()
                .returns(Status.KEPT, WrittenEntry::status)
                .returns(Optional.of("CHANGED"), WrittenEntry::reason);
    }

    @Test
    void undo_says_so_when_the_record_is_gone_already() {
        house.chartWriter.remove(recordOf(accept(entry(EntryKind.CONDITION))));

        assertThat(house.suggestions.undo(suggestion).written())
                .extracting(WrittenEntry::reason)
                .containsExactly(Optional.of("GONE"));
    }

    @Test
    void undo_by_who_may_not_remove_records_reopens_and_says_what_stays() {
        String record = recordOf(accept(entry(EntryKind.PLAN_NOTE)));
        house.chartWriter.forbidVoiding(EntryKind.PLAN_NOTE);

        StoredSuggestion reopened = house.suggestions.undo(suggestion);

        assertThat(house.chartWriter.isVoided(record)).isFalse();
        assertThat(reopened.written()).extracting(WrittenEntry::reason).containsExactly(Optional.of("NO_PRIVILEGE"));
    }

    @Test
    void accepted_again_after_an_undo_it_is_written_again() {
        accept(entry(EntryKind.CONDITION));
        house.suggestions.undo(suggestion);

        StoredSuggestion again = accept(entry(EntryKind.CONDITION));

        assertThat(again.written()).extracting(WrittenEntry::status).containsExactly(Status.TAKEN_BACK, Status.WRITTEN);
    }

    @Test
    @Tag("C5")
    void trust05_what_was_proposed_is_erased_with_the_rest_when_consent_ends() {
        house.withdraw(patient);

        assertThat(Database.texts(
                        "select coalesce(problem_json, 'erased') from aisupport_suggestion where uuid = ?", suggestion))
                .containsExactly("erased");
    }

    private List<EntryPreview> previews() {
        return house.suggestions.suggestion(suggestion).previews();
    }

    private StoredSuggestion accept(EntryRequest... entries) {
        return house.suggestions.decide(suggestion, accepting(encounter, entries));
    }

    private static DecisionRequest accepting(String encounter, EntryRequest... entries) {
        return new DecisionRequest(
                DecisionOutcome.ACCEPTED, Optional.empty(), encounter, null, null, null, List.of(entries));
    }

    private static EntryRequest entry(EntryKind kind) {
        return new EntryRequest(kind, null);
    }

    private static String recordOf(StoredSuggestion decided) {
        return decided.written().get(0).recordUuid().orElseThrow();
    }

    private NewEntry written(EntryKind kind, Optional<String> concept, String text) {
        return new NewEntry(kind, patient, Optional.of(encounter), concept, text, suggestion);
    }
}
