/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** Harm: consent is recorded on a misunderstanding, or without leaving a trace. */
class ConsentRecordedTest {

    private static final String TOO_LONG = "x".repeat(1_001);

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @Test
    @Tag("A1")
    void whatever_is_entered_stands_in_the_audit_with_its_reason() {
        String grant = house.grant(patient).event().getUuid();
        house.consent.correct(new ConsentCorrection(patient.uuid(), Purpose.OWN_CARE, grant, "another patient"));
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
        house.keeper.attend(patient, Purpose.OWN_CARE);

        assertThat(house.auditOf(patient))
                .filteredOn(row -> row.getKind() == AuditKind.CONSENT_RECORDED)
                .extracting(AuditRow::getDetail)
                .satisfiesExactly(
                        granted -> assertThat(granted).isEqualTo("GRANT " + grant),
                        corrected -> assertThat(corrected).matches("CORRECT [-0-9a-f]{36}"),
                        found -> assertThat(found).matches("IMPORT REFUSED [-0-9a-f]{36}"));
    }

    @Test
    @Tag("C5")
    void a_no_is_told_what_has_left_the_practice_and_a_yes_need_not_be() {
        house.grant(patient);
        house.audit.recordAlone(
                AuditEntry.of(AuditKind.ENGINE_CALL_INTENT).patient(patient).payload("hash", 10, "Elsewhere Ltd"));

        assertThat(house.grant(patient).alreadyShared()).isEmpty();
        assertThat(house.withdraw(patient).alreadyShared())
                .extracting(ConsentRecorded.Shared::recipient)
                .containsExactly("Elsewhere Ltd");
    }

    @Test
    @Tag("C4")
    void the_leaflet_after_which_a_yes_was_given_is_shown_with_it() {
        Leaflet leaflet = house.leaflets
                .find(Purpose.OWN_CARE, house.leaflets.currentVersion(), "en")
                .orElseThrow();

        assertThat(house.grant(patient).leaflet()).contains(leaflet);
        assertThat(house.withdraw(patient).leaflet()).isEmpty();
        assertThat(house.consent.overview(patient.uuid()).leaflets()).containsExactly(leaflet);
        assertThat(house.consent.leaflets(Locale.ENGLISH)).hasSize(5).contains(leaflet);
    }

    @Test
    @Tag("C1")
    void the_overview_has_each_purpose_as_it_stands() {
        house.grant(patient);

        List<PurposeState> purposes = house.consent.overview(patient.uuid()).purposes();

        assertThat(purposes).extracting(PurposeState::purpose).containsExactly(Purpose.values());
        assertThat(purposes)
                .filteredOn(PurposeState::permitted)
                .extracting(PurposeState::purpose)
                .containsExactly(Purpose.OWN_CARE);
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentDecision.class,
            names = {"CORRECT", "EXPIRE", "LAPSE", "IMPORT"})
    @Tag("C3")
    void nobody_can_say_what_only_the_module_finds(ConsentDecision decision) {
        assertRefused(() -> house.say(patient, Purpose.OWN_CARE, decision), "decision");
        assertThat(house.consent.overview(patient.uuid()).events()).isEmpty();
    }

    @Test
    @Tag("C3")
    void what_lacks_a_decision_or_a_purpose_is_refused_by_name() {
        assertRefused(() -> house.say(patient, Purpose.OWN_CARE, null), "decision");
        assertRefused(() -> house.say(patient, null, ConsentDecision.REFUSE), "purpose");
    }

    @Test
    @Tag("C3")
    void a_correction_without_its_event_or_with_an_endless_note_is_refused_by_name() {
        assertRefused(
                () -> house.consent.correct(new ConsentCorrection(patient.uuid(), Purpose.OWN_CARE, " ", TOO_LONG)),
                "corrects",
                "note");
    }

    @Test
    @Tag("C7")
    void the_end_of_a_guardianship_is_recorded_and_told_and_its_note_is_not_endless() {
        PatientRef child = house.patients.add(LocalDate.now().minusYears(10));
        house.grantBy(child, new Giver(Giver.Role.GUARDIAN, "Bente Holm", "mother"));
        assertRefused(() -> house.consent.endGuardianship(child.uuid(), Purpose.OWN_CARE, TOO_LONG), "note");

        ConsentRecorded ended = house.consent.endGuardianship(child.uuid(), Purpose.OWN_CARE, "custody changed");

        assertThat(ended.event().getReason()).contains(DenialReason.GUARDIANSHIP_ENDED);
        assertThat(ended.state().status()).isEqualTo(ConsentStatus.LAPSED);
    }

    @Test
    @Tag("C3")
    void nothing_is_recorded_that_nobody_recorded_or_that_is_said_of_nobody() {
        assertThatThrownBy(() -> house.withdraw(new PatientRef(-1, "nobody"))).isInstanceOf(NotFoundException.class);
        house.user.become(null);

        assertThatThrownBy(() -> house.grant(patient))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("by a user");
        assertThat(Database.texts("select uuid from aisupport_consent_event where patient_id = ?", patient.id()))
                .isEmpty();
    }

    private static void assertRefused(Runnable request, String... fields) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys(fields));
    }
}
