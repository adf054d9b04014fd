/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.House;

/** Harm: a patient says stop, and a suggestion of a run that was just ending stands on the screen all the same. */
@Tag("C5")
class WithdrawalRaceTest {

    private static final House HOUSE = new House();

    @RepeatedTest(100)
    void trust06_no_undecided_suggestion_survives_a_withdrawal_that_races_with_a_result() throws InterruptedException {
        PatientRef patient = HOUSE.patients.add();
        HOUSE.grant(patient);
        HOUSE.engine.proposes(aProposal("potassium"));
        HOUSE.engine.holds();
        RunReport run = HOUSE.run(patient);
        HOUSE.engine.awaitCall();

        CompletableFuture<Void> withdrawal = CompletableFuture.runAsync(() -> HOUSE.withdraw(patient));
        HOUSE.engine.release();
        withdrawal.join();
        HOUSE.awaitEnd(run);

        assertThat(HOUSE.suggestionsOf(patient))
                .noneMatch(stored -> stored.status().isUndecided());
        assertThat(undecidedRows(patient)).isZero();
    }

    /** Past the gate on the reading path, which would hide them. */
    private static long undecidedRows(PatientRef patient) {
        return HOUSE.inTransaction(() -> House.sessions()
                .getCurrentSession()
                .createQuery(
                        "select count(s) from AisupportSuggestion s where s.patientId = :id and s.status = :open",
                        Long.class)
                .setParameter("id", patient.id())
                .setParameter("open", SuggestionStatus.OPEN)
                .uniqueResult());
    }
}
