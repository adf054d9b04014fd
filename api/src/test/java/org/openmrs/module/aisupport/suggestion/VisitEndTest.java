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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.Privileges;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.Proposal.Indicator;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;

/** Harm: a visit can't be ended though nothing is open that anybody may see; or it ends unseen though the practice wanted a decision. */
@Tag("S7")
class VisitEndTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();
    private final String encounter = house.patients.addEncounter(patient);
    private final String visit = house.patients.visits.begin(patient, encounter);

    VisitEndTest() {
        house.grant(patient);
        house.settings.set(Setting.VISIT_END_NEEDS_DECISIONS, "true");
    }

    @AfterEach
    void close() {
        house.pool.close();
    }

    @Test
    void it_is_refused_with_what_is_open_and_the_refusal_is_in_the_audit() {
        askedIn(visit, null, aProposal("potassium"), aProposal("sodium", "151", Indicator.CRITICAL));

        assertThat(refusal())
                .contains("This visit can’t be ended yet: 2 AI suggestions are undecided: «Look at sodium»;"
                        + " «Look at potassium». Open AI support in the chart and accept or reject.");
        assertThat(house.auditOf(patient)).last().satisfies(row -> {
            assertThat(row.getKind()).isEqualTo(AuditKind.VISIT_END_REFUSED);
            assertThat(row.getOutcome()).isEqualTo(AuditOutcome.DENIED);
            assertThat(row.getActor()).contains(FakeUser.DOCTOR);
            assertThat(row.getDetail()).isEqualTo("2 undecided, visit " + visit);
        });
    }

    @Test
    void who_asks_why_is_told_the_same_and_that_is_a_view_and_no_refusal() {
        askedIn(visit, null, aProposal("potassium"));

        assertThat(house.suggestions.visitEndRefusal(visit))
                .isEqualTo(refusal())
                .isPresent();
        assertThat(refusalsInTheAudit()).isEqualTo(1);
        assertThat(house.auditOf(patient)).anySatisfy(row -> {
            assertThat(row.getKind()).isEqualTo(AuditKind.SUGGESTIONS_VIEWED);
            assertThat(row.getDetail()).isEqualTo("1 undecided, visit " + visit);
        });
        house.settings.set(Setting.VISIT_END_NEEDS_DECISIONS, "false");
        assertThat(house.suggestions.visitEndRefusal(visit)).isEmpty();
    }

    @Test
    void three_are_named_and_the_others_counted() {
        askedIn(visit, null, aProposal("a"), aProposal("b"), aProposal("c"), aProposal("d"), aProposal("e"));

        assertThat(refusal().orElseThrow())
                .contains("5 AI suggestions")
                .contains("«Look at e»; «Look at d»; «Look at c»; and 2 more. Open");
    }

    @Test
    void where_all_are_named_no_others_are_counted() {
        askedIn(visit, null, aProposal("a"), aProposal("b"), aProposal("c"));

        assertThat(refusal().orElseThrow()).contains("«Look at c»; «Look at b»; «Look at a». Open");
    }

    @Test
    void trust21_who_may_not_see_suggestions_is_told_how_many_and_not_which() {
        askedIn(visit, null, aProposal("potassium"));
        house.user.lack(Privileges.VIEW_SUGGESTIONS);

        assertThat(refusal())
                .contains("This visit can’t be ended yet: 1 AI suggestion is undecided."
                        + " The GP accepts or rejects under AI support in the chart.");
    }

    @Test
    void trust18_by_default_nothing_is_refused() {
        askedIn(visit, null, aProposal("potassium"));
        for (String off : List.of("", "false", "yes")) {
            house.settings.set(Setting.VISIT_END_NEEDS_DECISIONS, off);

            assertThat(refusal()).as(off).isEmpty();
        }
        assertThat(refusalsInTheAudit()).isZero();
    }

    @Test
    void one_that_nobody_reviewed_in_time_is_undecided_too() {
        askedIn(visit, null, aProposal("potassium"));
        house.settings.set(Setting.SUGGESTION_UNREVIEWED_HOURS, "1");
        house.clock.advance(Duration.ofHours(2));

        assertThat(house.suggestionsOf(patient))
                .extracting(StoredSuggestion::status)
                .containsExactly(SuggestionStatus.UNREVIEWED);
        assertThat(refusal()).isPresent();
    }

    @Test
    void it_ends_once_each_is_decided() {
        askedIn(visit, null, aProposal("potassium"), aProposal("sodium"));

        decideFirst(DecisionOutcome.ACCEPTED);
        assertThat(refusal()).isPresent();

        decideFirst(DecisionOutcome.REJECTED);
        assertThat(refusal()).isEmpty();
    }

    @Test
    void what_was_asked_in_an_encounter_of_the_visit_is_for_the_visit() {
        askedIn(null, encounter, aProposal("potassium"));

        assertThat(refusal()).isPresent();
    }

    @Test
    void what_was_asked_in_no_visit_or_in_another_is_not_for_this_one() {
        askedIn(null, null, aProposal("potassium"));
        String another = house.patients.visits.begin(patient);
        askedIn(another, null, aProposal("sodium"));

        assertThat(refusal()).isEmpty();
        assertThat(house.visitEnds.refusal(another)).isPresent();
    }

    @Test
    void what_stood_before_and_is_proposed_again_in_the_visit_is_for_it() {
        Proposal proposal = aProposal("potassium");
        askedIn(null, null, proposal);
        assertThat(refusal()).isEmpty();

        askedIn(visit, null, proposal);

        assertThat(house.suggestionsOf(patient)).hasSize(1);
        assertThat(refusal()).isPresent();
    }

    @Test
    void what_came_after_the_last_question_of_the_visit_is_not_for_it() {
        askedIn(visit, null);
        askedIn(null, null, aProposal("potassium"));

        assertThat(refusal()).isEmpty();
    }

    @Test
    void another_patients_visit_ends() {
        askedIn(visit, null, aProposal("potassium"));
        PatientRef other = house.patients.add();

        assertThat(house.visitEnds.refusal(house.patients.visits.begin(other))).isEmpty();
    }

    @Test
    void trust04_what_consent_no_longer_lets_be_shown_holds_nobody_up() {
        askedIn(visit, null, aProposal("potassium"));
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);

        assertThat(refusal()).isEmpty();
        assertThat(Database.texts("select status from aisupport_suggestion where patient_id = ?", patient.id()))
                .containsExactly("OPEN");
    }

    @Test
    void a_visit_that_has_ended_or_is_not_saved_yet_can_be_saved_with_an_end() {
        askedIn(visit, null, aProposal("potassium"));
        house.patients.visits.end(visit);

        assertThat(refusal()).isEmpty();
    }

    @Test
    void what_the_platform_does_by_itself_is_not_refused() {
        askedIn(visit, null, aProposal("potassium"));
        house.user.become(null);

        assertThat(refusal()).isEmpty();
    }

    @Test
    void trust18_it_ends_when_it_cannot_be_told_what_is_open_and_the_save_around_it_stands() {
        askedIn(visit, null, aProposal("potassium"));
        Database.execute("rename table aisupport_suggestion to hidden");
        try {
            Optional<String> refusal = house.inTransaction(this::refusal); // fails as a whole if the rule spoils it

            assertThat(refusal).isEmpty();
        } finally {
            Database.execute("rename table hidden to aisupport_suggestion");
        }
        assertThat(refusal()).isPresent();
    }

    @Test
    void a_refusal_stays_in_the_audit_though_the_save_around_it_is_rolled_back() {
        askedIn(visit, null, aProposal("potassium"));

        assertThatThrownBy(() -> house.inTransaction(() -> {
                    throw new IllegalStateException(refusal().orElseThrow());
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(refusalsInTheAudit()).isEqualTo(1);
    }

    private Optional<String> refusal() {
        return house.visitEnds.refusal(visit);
    }

    private void askedIn(String visitUuid, String encounterUuid, Proposal... proposals) {
        house.engine.proposes(proposals);
        house.awaitEnd(house.suggestions.request(new RunRequest(patient.uuid(), visitUuid, encounterUuid, List.of())));
    }

    private void decideFirst(DecisionOutcome outcome) {
        StoredSuggestion open = house.suggestionsOf(patient).stream()
                .filter(stored -> stored.status().isUndecided())
                .findFirst()
                .orElseThrow();
        house.suggestions.decide(
                open.suggestion().getUuid(),
                new DecisionRequest(outcome, Optional.empty(), null, null, null, null, List.of()));
    }

    private long refusalsInTheAudit() {
        return house.auditOf(patient).stream()
                .map(AuditRow::getKind)
                .filter(AuditKind.VISIT_END_REFUSED::equals)
                .count();
    }
}
