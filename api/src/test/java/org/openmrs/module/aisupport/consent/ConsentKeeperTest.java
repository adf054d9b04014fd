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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.suggestion.SuggestionStatus;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.testing.Proposals;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/** What happens to consent without anybody telling the module: the gate denies at once, and the sweep writes it down. */
class ConsentKeeperTest {

    private final House house = new House();
    private PatientRef patient;

    @BeforeEach
    void patient() {
        patient = house.patients.add();
    }

    @Test
    @Tag("C6")
    void trust05_a_no_from_outside_denies_at_once_and_becomes_a_withdrawal_that_takes_suggestions_away() {
        grantWithASuggestion();

        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
        assertThat(denial()).contains(DenialReason.MIRROR_DIFFERS);
        house.sweep.run();

        assertThat(denial()).contains(DenialReason.WITHDRAWN);
        assertThat(last().getDecision()).isEqualTo(ConsentDecision.WITHDRAW);
        assertThat(last().getRecorder()).isEmpty();
        assertThat(suggestionStatuses()).containsExactly(SuggestionStatus.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentMirror.Value.class,
            names = {"UNDECIDED", "ABSENT", "UNREADABLE"})
    @Tag("C6")
    void trust02_doubt_from_outside_is_no_yes_and_lapses_the_grant(ConsentMirror.Value doubt) {
        grantWithASuggestion();

        house.mirror.changeFromOutside(patient, doubt);
        assertThat(denial()).contains(DenialReason.MIRROR_DIFFERS);
        house.sweep.run();

        assertThat(denial()).contains(DenialReason.ATTRIBUTE_CHANGED);
        assertThat(last().getDecision()).isEqualTo(ConsentDecision.LAPSE);
        assertThat(suggestionStatuses()).containsExactly(SuggestionStatus.WITHDRAWN);
        assertThat(house.mirror.read(patient).value()).isEqualTo(doubt);
    }

    @Test
    @Tag("C6")
    void two_answers_beside_each_other_are_none() {
        house.grant(patient);

        house.mirror.addFromOutside(patient, "1");

        assertThat(denial()).contains(DenialReason.MIRROR_DIFFERS);
    }

    @Test
    @Tag("C6")
    void the_uuid_of_yes_says_the_same_as_its_id_and_a_number_that_only_begins_like_it_does_not() {
        house.grant(patient);

        house.mirror.changeFromOutside(patient, ConsentMirror.YES_CONCEPT);
        assertThat(denial()).isEmpty();

        house.mirror.changeFromOutside(patient, "1x");
        assertThat(denial()).contains(DenialReason.MIRROR_DIFFERS);
    }

    @Test
    @Tag("C6")
    void the_sites_own_concept_for_yes_counts_from_the_moment_it_is_set_and_the_modules_no_longer() {
        house.grant(patient);
        Database.execute("insert ignore into concept (concept_id, uuid) values (77, 'the-sites-yes')");

        house.settings.set(Setting.CONSENT_YES_CONCEPT, "the-sites-yes");
        assertThat(denial()).contains(DenialReason.MIRROR_DIFFERS);

        house.mirror.changeFromOutside(patient, "77");
        assertThat(denial()).isEmpty();
    }

    @Test
    @Tag("C6")
    void a_yes_from_outside_waits_for_its_evidence_and_a_grant_brings_it() {
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.YES);
        house.sweep.run();

        assertThat(state().status()).isEqualTo(ConsentStatus.PENDING);
        assertThat(denial()).contains(DenialReason.PENDING_EVIDENCE);
        assertThat(last().getDecision()).isEqualTo(ConsentDecision.IMPORT);

        house.grant(patient);
        assertThat(denial()).isEmpty();
    }

    @Test
    @Tag("C6")
    void a_yes_from_outside_after_a_withdrawal_permits_nothing() {
        house.grant(patient);
        house.withdraw(patient);

        house.mirror.changeFromOutside(patient, ConsentMirror.Value.YES);
        assertThat(denial()).contains(DenialReason.WITHDRAWN);
        house.sweep.run();

        assertThat(denial()).contains(DenialReason.PENDING_EVIDENCE);
    }

    @Test
    @Tag("C6")
    void a_no_from_outside_of_somebody_who_never_said_anything_is_a_refusal() {
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);

        house.sweep.run();

        assertThat(denial()).contains(DenialReason.REFUSED);
    }

    @Test
    @Tag("C6")
    void each_change_is_written_down_once_however_often_the_sweep_comes_by() {
        house.grant(patient);
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);

        house.sweep.run();
        house.sweep.run();
        house.keeper.attend(patient, Purpose.OWN_CARE);

        assertThat(decisions()).containsExactly(ConsentDecision.WITHDRAW, ConsentDecision.GRANT);
    }

    @Test
    @Tag("C6")
    void the_sweep_leaves_alone_whose_attribute_and_ledger_agree() {
        house.grant(patient);

        house.sweep.run();

        assertThat(decisions()).containsExactly(ConsentDecision.GRANT);
        assertThat(denial()).isEmpty();
    }

    @Test
    @Tag("C6")
    void an_attribute_that_could_not_be_written_is_written_once_the_person_validates_again() {
        house.mirror.refuseWritingOf(patient);
        house.grant(patient);
        house.sweep.run();
        assertThat(denial()).contains(DenialReason.MIRROR_DIFFERS);
        assertThat(decisions()).containsExactly(ConsentDecision.GRANT);

        house.mirror.letWrite(patient);
        house.sweep.run();

        assertThat(denial()).isEmpty();
    }

    @Test
    @Tag("C6")
    void what_others_wrote_while_the_ledger_meant_to_write_is_judged_and_not_overwritten() {
        house.mirror.refuseWritingOf(patient);
        house.grant(patient);
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
        house.mirror.letWrite(patient);

        house.sweep.run();

        assertThat(denial()).contains(DenialReason.WITHDRAWN);
        assertThat(house.mirror.read(patient).value()).isEqualTo(ConsentMirror.Value.NO);
    }

    @Test
    @Tag("C7")
    void a_grant_whose_time_is_over_is_written_down_and_the_attribute_no_longer_says_yes() {
        grantWithASuggestion();
        house.clock.advance(Duration.ofDays(731));

        house.sweep.run();

        assertThat(last().getDecision()).isEqualTo(ConsentDecision.EXPIRE);
        assertThat(state().status()).isEqualTo(ConsentStatus.EXPIRED);
        assertThat(house.mirror.read(patient).value()).isEqualTo(ConsentMirror.Value.UNDECIDED);
        assertThat(suggestionStatuses()).containsExactly(SuggestionStatus.WITHDRAWN);
        house.grant(patient);
        assertThat(denial()).isEmpty();
    }

    @Test
    @Tag("C6")
    void a_no_from_outside_that_nobody_has_noticed_is_not_written_over_when_the_time_is_over() {
        house.grant(patient);
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
        house.clock.advance(Duration.ofDays(731));

        house.sweep.run();

        assertThat(denial()).contains(DenialReason.WITHDRAWN);
        assertThat(house.mirror.read(patient).value()).isEqualTo(ConsentMirror.Value.NO);
    }

    @Test
    @Tag("C6")
    void a_no_from_outside_after_a_grant_has_lapsed_is_a_refusal_and_nobody_asks_again() {
        house.grant(patient);
        house.clock.advance(Duration.ofDays(731));
        house.sweep.run();

        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
        house.sweep.run();

        assertThat(denial()).contains(DenialReason.REFUSED);
    }

    @Test
    @Tag("C7")
    void a_form_signed_before_a_merged_record_said_no_does_not_overrule_that_no() {
        PatientRef other = house.patients.add();
        house.patients.merge(other, patient, house.clock.instant().minus(Duration.ofDays(9)));
        house.withdraw(other);
        house.clock.advance(Duration.ofMinutes(1));

        house.consent.record(new ConsentRequest(
                patient.uuid(),
                Purpose.OWN_CARE,
                ConsentDecision.GRANT,
                false,
                new Giver(Giver.Role.PATIENT, null, null),
                ConsentMethod.WRITTEN,
                house.leaflets.currentVersion(),
                "en",
                house.clock.instant().minus(Duration.ofDays(1)),
                null,
                null));

        assertThat(denial()).contains(DenialReason.MERGED);
    }

    @Test
    @Tag("C7")
    void a_minor_needs_a_guardian_and_an_adult_has_none() {
        PatientRef child = house.patients.add(LocalDate.now().minusYears(10));

        assertThatThrownBy(() -> house.grant(child))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("givenBy.role"));
        assertThatThrownBy(() -> house.grantBy(patient, GUARDIAN))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("givenBy.role"));
        house.grantBy(child, GUARDIAN);
        assertThat(denial(child)).isEmpty();
    }

    @Test
    @Tag("C7")
    void a_child_may_say_no_alone() {
        PatientRef child = house.patients.add(LocalDate.now().minusYears(10));
        house.grantBy(child, GUARDIAN);

        house.withdraw(child);

        assertThat(denial(child)).contains(DenialReason.WITHDRAWN);
    }

    @Test
    @Tag("C7")
    void a_guardians_grant_ends_on_the_birthday_and_lapses() {
        patient = house.patients.add(LocalDate.now().minusYears(18).plusDays(2));
        house.grantBy(patient, GUARDIAN);
        house.clock.advance(Duration.ofDays(1));
        assertThat(denial()).isEmpty();

        house.clock.advance(Duration.ofDays(1));
        assertThat(denial()).contains(DenialReason.CAME_OF_AGE);
        house.sweep.run();

        assertThat(last().getReason()).contains(DenialReason.CAME_OF_AGE);
        assertThat(state().status()).isEqualTo(ConsentStatus.LAPSED);
    }

    @Test
    @Tag("C7")
    void the_practice_sets_the_age_and_a_corrected_birth_date_asks_for_a_guardian() {
        patient = house.patients.add(LocalDate.now().minusYears(16));
        house.settings.set(Setting.CONSENT_ADULT_AGE, "15");
        house.grant(patient);
        assertThat(denial()).isEmpty();

        house.patients.setBirthdate(patient, LocalDate.now().minusYears(14));
        assertThat(denial()).contains(DenialReason.GUARDIAN_NEEDED);
        house.sweep.run();

        assertThat(decisions()).containsExactly(ConsentDecision.GRANT);
    }

    @Test
    @Tag("C7")
    void a_guardianship_that_ended_lapses_the_grant() {
        patient = house.patients.add(LocalDate.now().minusYears(10));
        house.grantBy(patient, GUARDIAN);

        house.consent.endGuardianship(patient.uuid(), Purpose.OWN_CARE, "custody changed");

        assertThat(denial()).contains(DenialReason.GUARDIANSHIP_ENDED);
        assertThat(last().getRecorder()).isPresent();
    }

    @Test
    @Tag("C7")
    void a_guardianship_can_not_end_where_the_patient_said_yes() {
        house.grant(patient);

        assertThatThrownBy(() -> house.consent.endGuardianship(patient.uuid(), Purpose.OWN_CARE, null))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(denial()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentDecision.class,
            names = {"REFUSE", "WITHDRAW"})
    @Tag("C7")
    void the_stricter_of_two_merged_records_wins_at_once_and_is_written_down(ConsentDecision no) {
        grantWithASuggestion();
        PatientRef other = house.patients.add();
        house.say(other, Purpose.OWN_CARE, no);

        house.patients.merge(other, patient, house.clock.instant());
        assertThat(denial()).contains(DenialReason.MERGED);
        house.sweep.run();

        assertThat(denial()).contains(DenialReason.MERGED);
        assertThat(last().getReason()).contains(DenialReason.MERGED);
        assertThat(suggestionStatuses()).containsExactly(SuggestionStatus.WITHDRAWN);
    }

    @Test
    @Tag("C7")
    void a_merged_record_of_which_nothing_was_said_denies_until_the_patient_is_asked_again() {
        house.grant(patient);
        house.patients.merge(house.patients.add(), patient, house.clock.instant());
        assertThat(denial()).contains(DenialReason.MERGED);

        house.clock.advance(Duration.ofSeconds(2));
        house.grant(patient);

        assertThat(denial()).isEmpty();
        house.sweep.run();
        assertThat(denial()).isEmpty();
    }

    @Test
    @Tag("C5")
    void trust05_a_no_that_is_recorded_on_the_closed_record_counts_for_the_one_that_remains() {
        PatientRef other = house.patients.add();
        house.patients.merge(other, patient, house.clock.instant());
        house.clock.advance(Duration.ofSeconds(2));
        house.grant(patient);
        assertThat(denial()).isEmpty();

        house.withdraw(other);

        assertThat(denial()).contains(DenialReason.MERGED);
    }

    @Test
    @Tag("C7")
    void a_patient_who_was_asked_after_a_merge_is_not_asked_again_because_the_sweep_came_later() {
        PatientRef other = house.patients.add();
        house.mirror.changeFromOutside(other, ConsentMirror.Value.YES);
        house.keeper.attend(other, Purpose.OWN_CARE);
        house.patients.merge(other, patient, house.clock.instant());
        house.clock.advance(Duration.ofSeconds(2));
        house.grant(patient);
        house.clock.advance(Duration.ofSeconds(2));

        house.keeper.attend(other, Purpose.OWN_CARE);
        house.keeper.attend(patient, Purpose.OWN_CARE);

        assertThat(denial()).isEmpty();
    }

    @Test
    @Tag("C7")
    void two_yeses_stay_a_yes_through_a_merge_and_the_closed_record_keeps_nothing_open() {
        PatientRef other = house.patients.add();
        house.grant(patient);
        house.grant(other);
        house.engine.proposes(Proposals.aProposal("potassium"));
        house.runToTheEnd(other);

        house.patients.merge(other, patient, house.clock.instant());
        house.sweep.run();
        house.sweep.run();

        assertThat(denial()).isEmpty();
        assertThat(denial(other)).isPresent();
        assertThat(Database.texts(
                        "select coalesce(summary, 'erased') from aisupport_suggestion where patient_id = ?",
                        other.id()))
                .containsExactly("erased");
    }

    @Test
    @Tag("C7")
    void a_refusal_reaches_through_a_chain_of_merges_and_a_circle_of_them_ends() {
        PatientRef middle = house.patients.add();
        PatientRef first = house.patients.add();
        house.grant(patient);
        house.grant(middle);
        house.say(first, Purpose.OWN_CARE, ConsentDecision.REFUSE);

        house.patients.merge(first, middle, house.clock.instant());
        house.patients.merge(middle, patient, house.clock.instant());
        assertThat(denial()).contains(DenialReason.MERGED);

        house.patients.merge(patient, first, house.clock.instant());
        assertThat(denial()).isPresent();
    }

    @Test
    @Tag("C7")
    void both_histories_of_a_merge_can_be_read_from_the_record_that_remains() {
        PatientRef other = house.patients.add();
        house.say(other, Purpose.OWN_CARE, ConsentDecision.REFUSE);
        house.grant(patient);
        house.patients.merge(other, patient, house.clock.instant());

        assertThat(house.consent.overview(patient.uuid()).events())
                .extracting(event -> event.getPatient().uuid())
                .containsExactly(patient.uuid(), other.uuid());
    }

    @Test
    @Tag("C7")
    void a_purge_leaves_the_ledger_erases_what_was_copied_from_the_record_and_denies() {
        grantWithASuggestion();

        house.patients.purge(patient);
        assertThat(denial()).contains(DenialReason.MIRROR_DIFFERS);
        house.sweep.run();

        assertThat(denial()).contains(DenialReason.NO_PATIENT);
        assertThat(Database.texts(
                        "select decision from aisupport_consent_event where patient_uuid = ? order by consent_event_id",
                        patient.uuid()))
                .containsExactly("GRANT", "LAPSE");
        assertThat(Database.texts(
                        "select coalesce(summary, 'erased') from aisupport_suggestion where patient_uuid = ?",
                        patient.uuid()))
                .containsExactly("erased");
    }

    @Test
    @Tag("C7")
    void trust01_a_new_patient_who_gets_the_id_of_a_purged_one_gets_none_of_its_yes() {
        house.grant(patient);
        house.patients.purge(patient);

        PatientRef other = house.patients.addWithId(patient.id(), LocalDate.of(1970, 1, 1));
        house.mirror.changeFromOutside(other, ConsentMirror.Value.YES);

        assertThat(denial(other)).contains(DenialReason.NO_RECORD);
        assertThat(house.consent.overview(other.uuid()).events()).isEmpty();
        house.grant(other);
        assertThat(denial(other)).isEmpty();
    }

    @Test
    @Tag("C5")
    void a_closed_record_takes_a_no_and_no_yes() {
        house.grant(patient);
        house.patients.close(patient);
        assertThat(denial()).contains(DenialReason.NO_PATIENT);

        assertThatThrownBy(() -> house.grant(patient)).isInstanceOf(InvalidRequestException.class);
        house.withdraw(patient);

        assertThat(denial()).contains(DenialReason.WITHDRAWN);
    }

    private static final Giver GUARDIAN = new Giver(Giver.Role.GUARDIAN, "Bente Holm", "mother");

    private void grantWithASuggestion() {
        house.grant(patient);
        house.engine.proposes(Proposals.aProposal("potassium"));
        house.runToTheEnd(patient);
        assertThat(suggestionStatuses()).containsExactly(SuggestionStatus.OPEN);
    }

    private List<SuggestionStatus> suggestionStatuses() {
        return Database.texts("select status from aisupport_suggestion where patient_id = ?", patient.id()).stream()
                .map(SuggestionStatus::valueOf)
                .toList();
    }

    private Optional<DenialReason> denial() {
        return denial(patient);
    }

    private Optional<DenialReason> denial(PatientRef whom) {
        return house.inTransaction(() -> house.gate.denial(whom, Purpose.OWN_CARE));
    }

    private PurposeState state() {
        return house.consent.check(patient.uuid(), Purpose.OWN_CARE);
    }

    private ConsentEvent last() {
        return house.consent.overview(patient.uuid()).events().get(0);
    }

    private List<ConsentDecision> decisions() {
        return house.consent.overview(patient.uuid()).events().stream()
                .map(ConsentEvent::getDecision)
                .toList();
    }
}
