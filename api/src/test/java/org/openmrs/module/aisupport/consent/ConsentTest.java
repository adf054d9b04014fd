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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;

class ConsentTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    private Optional<DenialReason> denial(Purpose purpose) {
        return house.inTransaction(() -> house.gate.denial(patient, purpose));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    @Tag("C2")
    void trust01_no_record_means_no(Purpose purpose) {
        assertThat(denial(purpose)).contains(DenialReason.NO_RECORD);
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    @Tag("C1")
    void trust03_granting_one_purpose_leaves_every_other_denied(Purpose granted) {
        house.grant(patient, granted);

        List<Purpose> permitted = Arrays.stream(Purpose.values())
                .filter(purpose -> denial(purpose).isEmpty())
                .toList();
        assertThat(permitted).isEqualTo(granted == Purpose.EXTERNAL_PROCESSING ? List.of() : List.of(granted));
    }

    @Test
    @Tag("C1")
    void external_processing_counts_only_together_with_own_care() {
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        assertThat(denial(Purpose.EXTERNAL_PROCESSING)).contains(DenialReason.NO_RECORD);

        house.grant(patient, Purpose.OWN_CARE);
        assertThat(denial(Purpose.EXTERNAL_PROCESSING)).isEmpty();

        house.withdraw(patient);
        assertThat(denial(Purpose.EXTERNAL_PROCESSING)).contains(DenialReason.WITHDRAWN);
    }

    @Test
    @Tag("C1")
    void trust08_companies_get_nothing_whatever_else_was_granted() {
        for (Purpose purpose : Purpose.values()) {
            if (purpose != Purpose.COMMERCIAL) {
                house.grant(patient, purpose);
            }
        }

        assertThat(denial(Purpose.COMMERCIAL)).contains(DenialReason.NO_RECORD);
        assertThat(denial(Purpose.DEVELOPMENT)).isEmpty();
    }

    @Test
    @Tag("C1")
    @Tag("D1")
    void trust09_data_to_develop_ai_needs_a_yes_of_its_own_and_loses_it_alone() {
        assertThat(denial(Purpose.DEVELOPMENT)).contains(DenialReason.NO_RECORD);
        for (Purpose purpose : Purpose.values()) {
            if (purpose != Purpose.DEVELOPMENT) {
                house.grant(patient, purpose);
            }
        }
        assertThat(denial(Purpose.DEVELOPMENT)).contains(DenialReason.NO_RECORD);

        house.grant(patient, Purpose.DEVELOPMENT);
        assertThat(denial(Purpose.DEVELOPMENT)).isEmpty();

        house.say(patient, Purpose.DEVELOPMENT, ConsentDecision.WITHDRAW);
        assertThat(denial(Purpose.DEVELOPMENT)).contains(DenialReason.WITHDRAWN);
        assertThat(denial(Purpose.OWN_CARE)).isEmpty();
    }

    @Test
    @Tag("C2")
    void trust02_a_refusal_denies() {
        house.say(patient, Purpose.OWN_CARE, ConsentDecision.REFUSE);

        assertThat(denial(Purpose.OWN_CARE)).contains(DenialReason.REFUSED);
    }

    @Test
    @Tag("C7")
    void trust02_a_grant_whose_time_is_over_denies() {
        house.grant(patient);
        house.clock.advance(Duration.ofDays(365));
        assertThat(denial(Purpose.OWN_CARE)).isEmpty();

        house.clock.advance(Duration.ofDays(366));

        assertThat(denial(Purpose.OWN_CARE)).contains(DenialReason.EXPIRED);
        assertThat(house.consent.check(patient.uuid(), Purpose.OWN_CARE).status())
                .isEqualTo(ConsentStatus.EXPIRED);
    }

    @Test
    @Tag("C7")
    void the_practice_sets_how_long_a_grant_holds_and_nonsense_counts_as_the_default() {
        house.settings.set(Setting.CONSENT_GRANT_MONTHS, "6");
        Duration six = lifeOf(house.grant(patient));
        house.settings.set(Setting.CONSENT_GRANT_MONTHS, "0");
        Duration none = lifeOf(house.grant(patient));
        house.settings.set(Setting.CONSENT_GRANT_MONTHS, "soon");
        Duration soon = lifeOf(house.grant(patient));

        assertThat(six.toDays()).isBetween(180L, 185L);
        assertThat(none.toDays()).isBetween(729L, 732L);
        assertThat(soon.toDays()).isBetween(729L, 732L);
    }

    private static Duration lifeOf(ConsentRecorded recorded) {
        ConsentEvent event = recorded.event();
        return Duration.between(event.getEffectiveAt(), event.getExpiresAt().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentMirror.Value.class,
            names = {"NO", "UNDECIDED", "ABSENT", "UNREADABLE"})
    @Tag("C6")
    void trust02_an_attribute_that_does_not_say_yes_denies_whatever_the_ledger_says(ConsentMirror.Value outside) {
        house.grant(patient);

        house.mirror.changeFromOutside(patient, outside);

        assertThat(denial(Purpose.OWN_CARE)).contains(DenialReason.MIRROR_DIFFERS);
    }

    @Test
    @Tag("C6")
    void an_attribute_that_says_yes_permits_nothing_by_itself() {
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.YES);

        assertThat(denial(Purpose.OWN_CARE)).contains(DenialReason.NO_RECORD);
    }

    @Test
    @Tag("C6")
    void the_attribute_follows_the_ledger() {
        house.grant(patient);
        assertThat(house.mirror.read(patient).value()).isEqualTo(ConsentMirror.Value.YES);

        house.withdraw(patient);
        assertThat(house.mirror.read(patient).value()).isEqualTo(ConsentMirror.Value.NO);
    }

    @Test
    @Tag("C6")
    void a_grant_for_another_purpose_leaves_the_attribute_alone() {
        house.grant(patient, Purpose.QUALITY);

        assertThat(house.mirror.read(patient).value()).isEqualTo(ConsentMirror.Value.ABSENT);
    }

    @Test
    @Tag("C5")
    void trust05_a_patient_whose_attribute_can_not_be_written_can_still_withdraw() {
        house.grant(patient);
        house.mirror.refuseWritingOf(patient);

        ConsentRecorded recorded = house.withdraw(patient);

        assertThat(recorded.state().status()).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(denial(Purpose.OWN_CARE)).contains(DenialReason.WITHDRAWN);
        assertThat(house.auditOf(patient))
                .anyMatch(row ->
                        row.getKind() == AuditKind.MIRROR_WRITE_FAILED && row.getOutcome() == AuditOutcome.FAILED);
    }

    @Test
    @Tag("C6")
    void a_grant_whose_attribute_can_not_be_written_is_recorded_and_permits_nothing() {
        house.mirror.refuseWritingOf(patient);

        ConsentRecorded recorded = house.grant(patient);

        assertThat(recorded.state().status()).isEqualTo(ConsentStatus.GRANTED);
        assertThat(recorded.state().denial()).contains(DenialReason.MIRROR_DIFFERS);
    }

    @Test
    @Tag("C2")
    void trust02_what_can_not_be_read_denies_and_does_not_throw() {
        house.grant(patient);
        Database.execute("update aisupport_consent_state set status = 'MAYBE' where patient_id = ?", patient.id());

        GateAnswer answer = house.inTransaction(() -> house.gate.ask(patient, Purpose.OWN_CARE));

        assertThat(answer).isEqualTo(new GateAnswer.Denied(Purpose.OWN_CARE, DenialReason.UNREADABLE));
    }

    @Test
    @Tag("C5")
    void trust05_a_no_can_be_recorded_over_a_word_that_this_version_does_not_know() {
        house.grant(patient);
        Database.execute(
                "update aisupport_consent_state set status = 'MAYBE', reason = 'WHIM' where patient_id = ?",
                patient.id());
        assertThat(denial(Purpose.OWN_CARE)).contains(DenialReason.UNREADABLE);

        house.withdraw(patient);

        assertThat(denial(Purpose.OWN_CARE)).contains(DenialReason.WITHDRAWN);
    }

    @Test
    @Tag("C7")
    void a_death_ends_every_new_call() {
        house.grant(patient);
        house.patients.die(patient);

        assertThat(denial(Purpose.OWN_CARE)).contains(DenialReason.DECEASED);
        assertThatThrownBy(() -> house.grant(patient)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @Tag("C4")
    void trust13_a_grant_without_leaflet_giver_or_method_fails_and_names_each() {
        ConsentRequest bare = new ConsentRequest(
                patient.uuid(),
                Purpose.OWN_CARE,
                ConsentDecision.GRANT,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThatThrownBy(() -> house.consent.record(bare))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("givenBy", "method", "leaflet.version", "leaflet.language"));
        assertThat(house.consent.overview(patient.uuid()).events()).isEmpty();
    }

    @Test
    @Tag("C4")
    void trust13_a_grant_after_a_leaflet_that_is_not_current_or_in_no_such_language_fails() {
        for (String version : List.of("0", "1")) {
            assertThatThrownBy(() -> house.consent.record(grantAfter(version, "en")))
                    .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                            .containsOnlyKeys("leaflet.version"));
        }
        assertThatThrownBy(() -> house.consent.record(grantAfter(house.leaflets.currentVersion(), "tlh")))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("leaflet.language"));
    }

    private ConsentRequest grantAfter(String version, String language) {
        return new ConsentRequest(
                patient.uuid(),
                Purpose.OWN_CARE,
                ConsentDecision.GRANT,
                false,
                new Giver(Giver.Role.PATIENT, null, null),
                ConsentMethod.WRITTEN,
                version,
                language,
                null,
                null,
                null);
    }

    @Test
    @Tag("C3")
    void a_guardian_needs_a_name_and_a_relationship() {
        ConsentRequest request = new ConsentRequest(
                patient.uuid(),
                Purpose.OWN_CARE,
                ConsentDecision.GRANT,
                false,
                new Giver(Giver.Role.GUARDIAN, " ", null),
                ConsentMethod.SPOKEN,
                house.leaflets.currentVersion(),
                "en",
                null,
                null,
                null);

        assertThatThrownBy(() -> house.consent.record(request))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("givenBy.name", "givenBy.relationship"));
    }

    @Test
    @Tag("C3")
    void trust07_the_ledger_keeps_who_said_what_when_and_after_which_leaflet() {
        house.grant(patient);

        ConsentEvent event = house.consent.overview(patient.uuid()).events().get(0);

        Leaflet leaflet = house.leaflets
                .find(Purpose.OWN_CARE, house.leaflets.currentVersion(), "en")
                .orElseThrow();
        assertThat(event.getDecision()).isEqualTo(ConsentDecision.GRANT);
        assertThat(event.getGiver()).contains(new Giver(Giver.Role.PATIENT, null, null));
        assertThat(event.getMethod()).contains(ConsentMethod.SPOKEN);
        assertThat(event.getLeafletSha256()).isEqualTo(leaflet.sha256());
        assertThat(event.getRecorder().orElseThrow().name()).isEqualTo("Dr. Anna Friis");
        assertThat(event.getRecordedAt()).isEqualTo(event.getEffectiveAt());
    }

    @Test
    @Tag("C3")
    void every_word_of_a_patient_stays_in_the_ledger_newest_first() {
        house.say(patient, Purpose.OWN_CARE, ConsentDecision.REFUSE);
        house.grant(patient);
        house.withdraw(patient);
        house.withdraw(patient);

        assertThat(house.consent.overview(patient.uuid()).events())
                .extracting(ConsentEvent::getDecision)
                .containsExactly(
                        ConsentDecision.WITHDRAW,
                        ConsentDecision.WITHDRAW,
                        ConsentDecision.GRANT,
                        ConsentDecision.REFUSE);
    }

    @Test
    @Tag("C3")
    void a_ledger_row_can_be_neither_changed_nor_removed_through_hibernate() {
        house.grant(patient);

        assertThatThrownBy(() -> house.inTransaction(() -> {
                    ConsentEvent event = onlyEvent();
                    House.sessions().getCurrentSession().delete(event);
                    House.sessions().getCurrentSession().flush();
                    return event;
                }))
                .hasMessageContaining("can't be removed");
        assertThatThrownBy(() -> house.inTransaction(() -> {
                    ConsentEvent event = onlyEvent();
                    set(event, "note", "never said");
                    House.sessions().getCurrentSession().flush();
                    return event;
                }))
                .hasMessageContaining("can't be changed");
        assertThat(house.consent.overview(patient.uuid()).events()).hasSize(1);
    }

    private ConsentEvent onlyEvent() {
        return House.sessions()
                .getCurrentSession()
                .createQuery("select e from AisupportConsentEvent e where e.patientId = :id", ConsentEvent.class)
                .setParameter("id", patient.id())
                .uniqueResult();
    }

    private static void set(Object entity, String field, Object value) {
        try {
            java.lang.reflect.Field declared = entity.getClass().getDeclaredField(field);
            declared.setAccessible(true);
            declared.set(entity, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("A1")
    void the_gates_no_stays_in_the_audit_when_its_caller_rolls_back() {
        assertThatThrownBy(() -> house.inTransaction(() -> {
                    house.gate.ask(patient, Purpose.OWN_CARE);
                    throw new IllegalStateException("the caller fails");
                }))
                .hasMessage("the caller fails");

        assertThat(house.auditOf(patient))
                .extracting(AuditRow::getKind, AuditRow::getOutcome, AuditRow::getDetail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(AuditKind.GATE_DENIED, AuditOutcome.DENIED, "NO_RECORD"));
    }

    @Test
    @Tag("C11")
    void nobody_is_told_anything_of_a_patient_who_does_not_exist() {
        assertThatThrownBy(() -> house.consent.check("nobody", Purpose.OWN_CARE))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.consent.overview("nobody")).isInstanceOf(NotFoundException.class);
    }
}
