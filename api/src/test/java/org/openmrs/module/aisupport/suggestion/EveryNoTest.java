/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.GateAnswer;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.Denials;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** Harm: something is computed about a patient who had not said yes. For every reason of a no: no engine call, and not one byte sent. */
@Tag("C2")
@Timeout(120)
class EveryNoTest {

    private static final int ENGINE_THREADS = 4;

    private final House house = new House();
    private final Denials denials = new Denials(house);

    @Test
    void trust01_a_patient_who_was_never_asked_costs_no_engine_call_and_no_byte() {
        PatientRef patient = house.patients.add();

        assertThat(catchThrowable(() -> house.run(patient)))
                .isInstanceOfSatisfying(ConsentMissingException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(DenialReason.NO_RECORD));

        assertThat(house.engine.calls()).isZero();
        assertNothingSent(patient);
    }

    /** A narrowed yes is still a yes to whoever asks anew; closed records are not found at all. Both have their own test below. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NARROWED", "NO_PATIENT"})
    void trust02_whatever_the_reason_a_denied_run_costs_no_engine_call_and_no_byte(DenialReason reason) {
        PatientRef patient = denials.permitted();
        denials.bringAbout(reason, patient);

        assertThat(catchThrowable(() -> house.run(patient)))
                .isInstanceOfSatisfying(ConsentMissingException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));

        assertThat(house.engine.calls()).isZero();
        assertThat(Database.texts("select uuid from aisupport_run where patient_id = ?", patient.id()))
                .isEmpty();
        assertNothingSent(patient);
    }

    @Test
    void trust02_a_closed_record_costs_no_engine_call_and_no_byte() {
        PatientRef patient = denials.permitted();
        denials.bringAbout(DenialReason.NO_PATIENT, patient);

        assertThat(catchThrowable(() -> house.run(patient))).isInstanceOf(NotFoundException.class);
        GateAnswer answer = house.gate.ask(patient, Purpose.OWN_CARE);

        assertThat(answer).isEqualTo(new GateAnswer.Denied(Purpose.OWN_CARE, DenialReason.NO_PATIENT));
        assertThat(house.engine.calls()).isZero();
        assertNothingSent(patient);
    }

    @ParameterizedTest
    @EnumSource
    void trust02_a_no_that_comes_while_a_run_waits_for_its_engine_costs_no_engine_call_and_no_byte(DenialReason reason)
            throws InterruptedException {
        PatientRef patient = denials.permitted();
        house.engine.proposes(aProposal("potassium"));
        List<RunReport> others = occupyEveryThread();
        RunReport waiting = house.run(patient);

        denials.bringAbout(reason, patient);
        house.engine.release();
        others.forEach(house::awaitEnd);
        awaitEndOf(waiting.run().getUuid());

        assertThat(house.engine.calls()).isEqualTo(ENGINE_THREADS);
        assertNothingSent(patient);
        assertThat(house.auditOf(patient))
                .filteredOn(row -> row.getKind() == AuditKind.RESULT_DISCARDED)
                .extracting(AuditRow::getDetail)
                .containsExactly(reason.name());
        assertThat(Database.texts("select uuid from aisupport_suggestion where patient_id = ?", patient.id()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aisupport_consent_state", "person_merge_log"})
    void trust02_a_run_that_finds_no_ledger_to_ask_ends_at_once_and_calls_nothing(String table)
            throws InterruptedException {
        PatientRef patient = denials.permitted();
        List<RunReport> others = occupyEveryThread();
        RunReport waiting = house.run(patient);

        Database.execute("rename table " + table + " to hidden");
        try {
            house.engine.release();
            awaitEndOf(waiting.run().getUuid());
        } finally {
            Database.execute("rename table hidden to " + table);
        }
        others.forEach(house::awaitEnd);

        assertThat(house.engine.calls()).isEqualTo(ENGINE_THREADS);
        assertNothingSent(patient);
        assertThat(house.awaitEnd(waiting).status()).isEqualTo(RunStatus.FAILED);
        assertThat(house.auditOf(patient))
                .filteredOn(row -> row.getKind() == AuditKind.RESULT_DISCARDED)
                .singleElement()
                .satisfies(row -> assertThat(row.getOutcome()).isEqualTo(AuditOutcome.FAILED));
    }

    private List<RunReport> occupyEveryThread() throws InterruptedException {
        house.engine.holds();
        List<RunReport> others = new ArrayList<>();
        for (int i = 0; i < ENGINE_THREADS; i++) {
            others.add(house.run(denials.permitted()));
        }
        while (house.engine.calls() < ENGINE_THREADS) {
            Thread.sleep(1);
        }
        return others;
    }

    /** Past the service, which no longer finds the runs of a closed record. */
    private static void awaitEndOf(String run) throws InterruptedException {
        while (Database.texts(
                        "select p.status from aisupport_run r join aisupport_run_part p on p.run_id = r.run_id"
                                + " where r.uuid = ?",
                        run)
                .contains("RUNNING")) {
            Thread.sleep(1);
        }
    }

    private void assertNothingSent(PatientRef patient) {
        assertThat(house.auditOf(patient))
                .extracting(AuditRow::getKind)
                .doesNotContain(AuditKind.ENGINE_CALL_INTENT, AuditKind.ENGINE_CALL_ENDED);
        assertThat(Database.texts(
                        "select kind from aisupport_audit where patient_uuid = ?"
                                + " and (recipient is not null or payload_bytes is not null or payload_hash is not null)",
                        patient.uuid()))
                .isEmpty();
    }
}
