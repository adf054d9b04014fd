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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

/** Harm: a result is kept, or a yes recorded, on a word that somebody is just taking back. */
@Tag("C5")
class LedgerLockTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void nobody_else_gets_at_the_words_that_are_locked_until_the_transaction_ends(Purpose purpose) {
        house.inTransaction(() -> {
            house.ledger.lock(patient, purpose.needed());
            for (Purpose needed : purpose.needed()) {
                assertThatThrownBy(() -> takeAtOnce(needed)).as(needed.id()).hasMessageContaining("Lock wait timeout");
            }
            return purpose;
        });

        takeAtOnce(purpose);
    }

    @Test
    void who_corrects_a_yes_in_a_request_that_had_seen_it_hears_of_the_no_that_came_meanwhile() {
        house.asInOneRequest(() -> {
            ConsentRecorded yes = house.grant(patient);
            CompletableFuture.runAsync(() -> house.withdraw(patient)).join();

            assertThatThrownBy(() -> house.consent.correct(new ConsentCorrection(
                            patient.uuid(), Purpose.OWN_CARE, yes.event().getUuid(), "a slip")))
                    .isInstanceOf(ConsentChangedException.class);
            return yes;
        });

        assertThat(house.consent.check(patient.uuid(), Purpose.OWN_CARE).status())
                .isEqualTo(ConsentStatus.WITHDRAWN);
    }

    @Test
    @Tag("C7")
    void trust01_the_lock_on_a_reused_id_takes_nothing_over_from_the_purged_patient() {
        house.grant(patient);
        house.patients.purge(patient);
        PatientRef other = house.patients.addWithId(patient.id(), LocalDate.of(1970, 1, 1));
        house.mirror.changeFromOutside(other, ConsentMirror.Value.YES);

        house.keeper.attend(other, Purpose.OWN_CARE);

        assertThat(house.consent.check(other.uuid(), Purpose.OWN_CARE).denial())
                .contains(DenialReason.PENDING_EVIDENCE);
    }

    /** Past Hibernate, and without waiting. */
    private void takeAtOnce(Purpose purpose) {
        assertThat(Database.texts(
                        "select status from aisupport_consent_state where patient_id = ? and purpose = ? for update nowait",
                        patient.id(),
                        purpose.id()))
                .containsExactly("NOT_RECORDED");
    }
}
