/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.Privileges;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.testing.Proposals;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** What can be taken back, by whom and for how long; and from when until when a yes may hold. */
class ConsentCorrectionTest {

    private static final Giver PATIENT = new Giver(Giver.Role.PATIENT, null, null);

    private final House house = new House();
    private PatientRef patient;

    @BeforeEach
    void patient() {
        patient = house.patients.add();
    }

    @Test
    @Tag("C5")
    void a_withdrawal_that_was_a_slip_is_undone_and_the_grant_stands_again_as_it_was() {
        ConsentRecorded granted = house.grant(patient, Purpose.OWN_CARE, PATIENT, true);
        house.withdraw(patient);
        assertThat(denial()).contains(DenialReason.WITHDRAWN);

        ConsentRecorded undone = undoLast();

        assertThat(denial()).isEmpty();
        assertThat(undone.event().getDecision()).isEqualTo(ConsentDecision.CORRECT);
        assertThat(undone.state().eventUuid()).contains(granted.event().getUuid());
        assertThat(undone.state().expires()).isEqualTo(granted.state().expires());
        assertThat(undone.state().includesSensitive()).isTrue();
        assertThat(house.mirror.read(patient).value()).isEqualTo(ConsentMirror.Value.YES);
    }

    @Test
    @Tag("C5")
    void an_undo_brings_no_suggestion_back() {
        house.grant(patient);
        house.engine.proposes(Proposals.aProposal("potassium"));
        house.runToTheEnd(patient);
        house.withdraw(patient);

        undoLast();

        assertThat(Database.texts("select status from aisupport_suggestion where patient_id = ?", patient.id()))
                .containsExactly("WITHDRAWN");
    }

    @Test
    @Tag("C5")
    void a_refusal_of_somebody_who_had_said_nothing_is_undone_to_nothing() {
        house.say(patient, Purpose.OWN_CARE, ConsentDecision.REFUSE);

        ConsentRecorded undone = undoLast();

        assertThat(undone.state().status()).isEqualTo(ConsentStatus.NOT_RECORDED);
        assertThat(denial()).contains(DenialReason.NO_RECORD);
        assertThat(house.mirror.read(patient).value()).isEqualTo(ConsentMirror.Value.UNDECIDED);
    }

    @Test
    @Tag("C5")
    void after_ten_minutes_a_no_stays() {
        house.grant(patient);
        house.withdraw(patient);
        house.clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(this::undoLast).isInstanceOf(InvalidRequestException.class);
        assertThat(denial()).contains(DenialReason.WITHDRAWN);
    }

    @Test
    @Tag("C5")
    void nobody_undoes_a_no_that_somebody_else_recorded() {
        house.grant(patient);
        house.withdraw(patient);
        house.user.become(FakeUser.COLLEAGUE);

        assertThatThrownBy(this::undoLast).isInstanceOf(InvalidRequestException.class);
        assertThat(denial()).contains(DenialReason.WITHDRAWN);
    }

    @Test
    @Tag("C6")
    void a_no_that_came_through_the_attribute_can_not_be_undone() {
        house.grant(patient);
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
        house.keeper.attend(patient, Purpose.OWN_CARE);

        assertThatThrownBy(this::undoLast).isInstanceOf(InvalidRequestException.class);
        assertThat(denial()).contains(DenialReason.WITHDRAWN);
    }

    @Test
    @Tag("C3")
    void a_grant_recorded_for_the_wrong_patient_is_corrected_with_a_note_and_takes_its_suggestions_along() {
        house.grant(patient);
        house.engine.proposes(Proposals.aProposal("potassium"));
        house.runToTheEnd(patient);

        assertThatThrownBy(() -> correctLast(" ")).isInstanceOf(InvalidRequestException.class);
        ConsentRecorded corrected = correctLast("It was another Karen.");

        assertThat(corrected.withdrawnSuggestions()).isEqualTo(1);
        assertThat(denial()).contains(DenialReason.NO_RECORD);
        assertThat(house.consent.overview(patient.uuid()).events()).hasSize(2);
    }

    @Test
    @Tag("C3")
    void correcting_twice_walks_back_past_what_was_corrected() {
        house.say(patient, Purpose.OWN_CARE, ConsentDecision.REFUSE);
        house.grant(patient);
        house.grant(patient);

        correctLast("wrong patient");
        assertThat(denial()).isEmpty();
        correctLast("wrong patient");

        assertThat(denial()).contains(DenialReason.REFUSED);
    }

    @Test
    @Tag("C10")
    void a_yes_to_less_is_in_part_a_no_and_can_not_be_corrected_away_later() {
        house.grant(patient, Purpose.OWN_CARE, PATIENT, true);
        house.grant(patient);
        house.clock.advance(Duration.ofMinutes(11));

        assertThatThrownBy(() -> correctLast("meant the wider one")).isInstanceOf(InvalidRequestException.class);
        assertThat(house.consent.check(patient.uuid(), Purpose.OWN_CARE).includesSensitive())
                .isFalse();
    }

    @Test
    @Tag("C3")
    void a_time_beyond_all_reason_is_refused_by_name() {
        for (Instant beyond : List.of(Instant.parse("2300-01-01T00:00:00Z"), Instant.MAX, Instant.MIN)) {
            assertThatThrownBy(() -> house.consent.record(grant(beyond, null)))
                    .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                            .containsKey("effective"));
            assertThatThrownBy(() -> house.consent.record(grant(null, beyond)))
                    .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                            .containsKey("expires"));
        }
    }

    @Test
    @Tag("C3")
    void the_case_in_which_somebody_writes_a_uuid_changes_nothing() {
        house.grant(patient);

        house.consent.record(new ConsentRequest(
                patient.uuid().toUpperCase(Locale.ROOT),
                Purpose.QUALITY,
                ConsentDecision.REFUSE,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null));

        assertThat(denial()).isEmpty();
        assertThat(house.consent.check(patient.uuid(), Purpose.QUALITY).status())
                .isEqualTo(ConsentStatus.REFUSED);
    }

    @Test
    @Tag("C3")
    void what_no_longer_stands_can_not_be_corrected_and_says_so() {
        ConsentRecorded first = house.grant(patient);
        house.withdraw(patient);

        assertThatThrownBy(() -> house.consent.correct(new ConsentCorrection(
                        patient.uuid(), Purpose.OWN_CARE, first.event().getUuid(), "no")))
                .isInstanceOf(ConsentChangedException.class);
    }

    @Test
    @Tag("C3")
    void an_event_of_another_patient_or_purpose_is_not_found() {
        PatientRef other = house.patients.add();
        String event = house.grant(other).event().getUuid();
        house.grant(patient);

        assertThatThrownBy(() ->
                        house.consent.correct(new ConsentCorrection(patient.uuid(), Purpose.OWN_CARE, event, "no")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(
                        () -> house.consent.correct(new ConsentCorrection(other.uuid(), Purpose.QUALITY, event, "no")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @Tag("C3")
    void a_form_that_was_signed_last_week_counts_from_then() {
        Instant lastWeek = house.clock.instant().minus(Duration.ofDays(7));

        ConsentRecorded recorded = house.consent.record(grant(lastWeek, null));

        assertThat(denial()).isEmpty();
        assertThat(Duration.between(lastWeek, recorded.event().getExpiresAt().orElseThrow())
                        .toDays())
                .isBetween(729L, 732L);
    }

    @Test
    @Tag("C3")
    void a_form_that_was_signed_before_the_patient_withdrew_overrules_nothing() {
        Instant lastWeek = house.clock.instant().minus(Duration.ofDays(7));
        house.withdraw(patient);

        assertThatThrownBy(() -> house.consent.record(grant(lastWeek, null)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("effective"));
        assertThat(denial()).contains(DenialReason.WITHDRAWN);
    }

    @Test
    @Tag("C3")
    void a_grant_for_later_permits_nothing_before() {
        house.consent.record(grant(house.clock.instant().plus(Duration.ofDays(1)), null));
        assertThat(denial()).contains(DenialReason.NOT_YET_EFFECTIVE);

        house.clock.advance(Duration.ofDays(2));

        assertThat(denial()).isEmpty();
    }

    @Test
    @Tag("C7")
    void a_patient_may_say_yes_for_less_time_and_nobody_for_more() {
        Instant nextMonth = house.clock.instant().plus(Duration.ofDays(30));

        house.consent.record(grant(null, nextMonth));
        house.clock.advance(Duration.ofDays(31));

        assertThat(denial()).contains(DenialReason.EXPIRED);
        assertThatThrownBy(() ->
                        house.consent.record(grant(null, house.clock.instant().plus(Duration.ofDays(800)))))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> house.consent.record(grant(null, nextMonth)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @Tag("C10")
    void a_new_grant_without_sensitive_topics_takes_away_what_may_rest_on_them() {
        house.grant(patient, Purpose.OWN_CARE, PATIENT, true);
        house.engine.proposes(Proposals.aProposal("phq-9"));
        house.runToTheEnd(patient);

        ConsentRecorded narrower = house.grant(patient);

        assertThat(narrower.withdrawnSuggestions()).isEqualTo(1);
        assertThat(denial()).isEmpty();
    }

    @Test
    @Tag("C10")
    void trust11_a_result_that_was_begun_with_sensitive_topics_is_discarded_once_they_are_excluded() throws Exception {
        house.grant(patient, Purpose.OWN_CARE, PATIENT, true);
        house.engine.proposes(Proposals.aProposal("phq-9"));
        house.engine.holds();
        var run = house.run(patient);
        house.engine.awaitCall();

        house.grant(patient);
        house.engine.release();
        house.awaitEnd(run);
        house.awaitDiscard(patient);

        assertThat(house.suggestionsOf(patient)).isEmpty();
        assertThat(house.auditOf(patient))
                .anyMatch(row -> DenialReason.NARROWED.name().equals(row.getDetail()));
    }

    @Test
    @Tag("C7")
    void the_list_of_whom_to_ask_again_has_what_ends_soon_and_what_has_ended_and_no_clear_no() {
        house.grant(patient);
        PatientRef ended = house.patients.add();
        house.consent.record(new ConsentRequest(
                ended.uuid(),
                Purpose.QUALITY,
                ConsentDecision.GRANT,
                false,
                PATIENT,
                ConsentMethod.SPOKEN,
                leafletVersion(),
                "en",
                null,
                house.clock.instant().plus(Duration.ofDays(20)),
                null));
        PatientRef pending = house.patients.add();
        house.mirror.changeFromOutside(pending, ConsentMirror.Value.YES);
        house.keeper.attend(pending, Purpose.OWN_CARE);
        PatientRef refused = house.patients.add();
        house.say(refused, Purpose.OWN_CARE, ConsentDecision.REFUSE);

        assertThat(due(30)).contains(ended, pending).doesNotContain(patient, refused);
        assertThat(due(800)).contains(ended, pending, patient).doesNotContain(refused);
        house.patients.die(ended);
        assertThat(due(30)).doesNotContain(ended);
    }

    @Test
    @Tag("X1")
    void trust21_whoever_may_not_read_patients_learns_no_name() {
        house.user.lack(Privileges.GET_PATIENTS);

        assertThat(house.consent.overview(patient.uuid()).patient().name()).isEmpty();
    }

    private List<PatientRef> due(int days) {
        List<PatientRef> due = new ArrayList<>();
        RenewalPage page;
        do {
            page = house.consent.renewals(new RenewalQuery(days, due.size(), 100));
            page.renewals().forEach(renewal -> due.add(renewal.patient()));
        } while (due.size() < page.total());
        return due;
    }

    private ConsentRequest grant(Instant effective, Instant expires) {
        return new ConsentRequest(
                patient.uuid(),
                Purpose.OWN_CARE,
                ConsentDecision.GRANT,
                false,
                PATIENT,
                ConsentMethod.WRITTEN,
                leafletVersion(),
                "en",
                effective,
                expires,
                null);
    }

    private static String leafletVersion() {
        return Leaflets.load().currentVersion();
    }

    private ConsentRecorded undoLast() {
        return correctLast(null);
    }

    private ConsentRecorded correctLast(String note) {
        String standing = house.consent
                .check(patient.uuid(), Purpose.OWN_CARE)
                .eventUuid()
                .orElseThrow();
        return house.consent.correct(new ConsentCorrection(patient.uuid(), Purpose.OWN_CARE, standing, note));
    }

    private Optional<DenialReason> denial() {
        return house.inTransaction(() -> house.gate.denial(patient, Purpose.OWN_CARE));
    }
}
