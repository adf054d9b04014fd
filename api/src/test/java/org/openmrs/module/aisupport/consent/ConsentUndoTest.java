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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.suggestion.SuggestionStatus;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.testing.Proposals;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/** Harm: behind a corrected event a yes stands again that the patient has narrowed or taken back. */
class ConsentUndoTest {

    private static final Duration TOO_LATE = Duration.ofMinutes(11);

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @Test
    @Tag("C5")
    void within_ten_minutes_whoever_recorded_a_no_can_undo_it() {
        house.grant(patient);
        house.withdraw(patient);
        house.clock.advance(Duration.ofMinutes(9));

        correctLast(patient);

        assertThat(status(patient)).isEqualTo(ConsentStatus.GRANTED);
    }

    @Test
    @Tag("C5")
    void the_refusal_of_an_undo_says_whether_it_comes_too_late_or_from_somebody_else() {
        house.withdraw(patient);
        house.user.become(FakeUser.COLLEAGUE);
        assertRefusedWith("notYours");

        house.user.become(FakeUser.DOCTOR);
        house.clock.advance(Duration.ofMinutes(10));
        assertRefusedWith("tooLate");
    }

    @Test
    @Tag("C7")
    void a_yes_for_less_time_is_in_part_a_no_and_can_not_be_corrected_away_later() {
        house.grant(patient);
        grantUntil(patient, house.clock.instant().plus(Duration.ofDays(20)));
        house.clock.advance(TOO_LATE);

        assertRefusedWith("tooLate");
    }

    @Test
    @Tag("C3")
    void a_yes_that_was_recorded_twice_can_be_corrected_at_any_time_and_the_first_stands() {
        String first = house.grant(patient).event().getUuid();
        house.grant(patient);
        house.clock.advance(TOO_LATE);

        ConsentRecorded corrected = correctLast(patient);

        assertThat(corrected.state().eventUuid()).contains(first);
        assertThat(corrected.state().permitted()).isTrue();
    }

    @Test
    @Tag("C3")
    void a_yes_after_a_no_can_be_corrected_at_any_time_and_the_no_stands() {
        house.say(patient, Purpose.OWN_CARE, ConsentDecision.REFUSE);
        house.grant(patient);
        house.clock.advance(TOO_LATE);

        ConsentRecorded corrected = correctLast(patient);

        assertThat(corrected.state().denial()).contains(DenialReason.REFUSED);
        assertThat(corrected.state().permitted()).isFalse();
    }

    @Test
    @Tag("C7")
    void a_yes_after_a_longer_one_that_a_merge_had_ended_can_be_corrected_at_any_time() {
        house.grant(patient);
        house.patients.merge(patient, house.patients.add(), house.clock.instant());
        house.keeper.attend(patient, Purpose.OWN_CARE);
        Database.execute("update patient set voided = false where patient_id = ?", patient.id());
        grantUntil(patient, house.clock.instant().plus(Duration.ofDays(20)));
        house.clock.advance(TOO_LATE);

        correctLast(patient);

        assertThat(status(patient)).isEqualTo(ConsentStatus.LAPSED);
    }

    @Test
    @Tag("C5")
    void a_yes_that_is_said_again_takes_nothing_away_and_one_that_was_an_error_takes_everything() {
        house.grant(patient);
        house.engine.proposes(Proposals.aProposal("potassium"));
        house.runToTheEnd(patient);

        assertThat(house.grant(patient).withdrawnSuggestions()).isZero();
        assertThat(house.suggestionsOf(patient))
                .extracting(stored -> stored.status())
                .containsExactly(SuggestionStatus.OPEN);

        assertThat(correctLast(patient).withdrawnSuggestions()).isEqualTo(1);
        assertThat(house.suggestionsOf(patient))
                .extracting(stored -> stored.status())
                .containsExactly(SuggestionStatus.WITHDRAWN);
    }

    private void grantUntil(PatientRef whom, Instant end) {
        house.consent.record(new ConsentRequest(
                whom.uuid(),
                Purpose.OWN_CARE,
                ConsentDecision.GRANT,
                false,
                new Giver(Giver.Role.PATIENT, null, null),
                ConsentMethod.SPOKEN,
                house.leaflets.currentVersion(),
                "en",
                null,
                end,
                null));
    }

    private void assertRefusedWith(String code) {
        assertThatThrownBy(() -> correctLast(patient))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(
                                refusal.problems().get("corrects"))
                        .extracting(InvalidRequestException.Problem::code)
                        .containsExactly(code));
    }

    private ConsentRecorded correctLast(PatientRef whom) {
        String standing =
                house.consent.check(whom.uuid(), Purpose.OWN_CARE).eventUuid().orElseThrow();
        return house.consent.correct(
                new ConsentCorrection(whom.uuid(), Purpose.OWN_CARE, standing, "a slip of the mouse"));
    }

    private ConsentStatus status(PatientRef whom) {
        return house.consent.check(whom.uuid(), Purpose.OWN_CARE).status();
    }
}
