/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.consent.ConsentCorrection;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.ConsentRecorded;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

/** Harm: a patient says stop, and a suggestion of a run that was just ending stands on the screen all the same. A thousand rounds each. */
@Tag("C5")
class ConsentRaceTest {

    private static final int ROUNDS = Integer.getInteger("aisupport.race.rounds", 1_000);

    private final House house = new House();

    @BeforeEach
    void engine() {
        house.engine.proposes(aProposal("potassium"));
    }

    @Test
    void trust06_no_undecided_suggestion_survives_a_withdrawal_that_races_with_a_result() throws Exception {
        int round = 0;
        for (PatientRef patient : house.patients.addManyWhoSaidYes(ROUNDS)) {
            round++;
            RunReport run = runUntilTheEngineWorks(patient);

            race(round, () -> house.withdraw(patient), house.engine::release);
            house.awaitEnd(run);
            awaitAnswer(patient);

            assertThat(openRows(patient)).as("round %d", round).isEmpty();
            assertThat(undecidedShown(patient)).as("round %d", round).isEmpty();
        }
    }

    @Test
    void trust05_a_withdrawal_that_races_with_a_grant_takes_away_what_was_open_and_the_last_word_stands()
            throws Exception {
        PatientRef patient = house.patients.add();
        for (int round = 1; round <= ROUNDS; round++) {
            if (round % 50 == 1) {
                patient = granted();
            } else {
                house.grant(patient);
            }
            PatientRef whom = patient;
            putOpenSuggestion(whom);

            race(round, () -> house.withdraw(whom), () -> house.grant(whom));
            house.keeper.attend(whom, Purpose.OWN_CARE);

            String last = lastDecision(whom);
            assertThat(openRows(whom)).as("round %d, last word %s", round, last).isEmpty();
            assertThat(denial(whom))
                    .as("round %d, last word %s", round, last)
                    .isEqualTo(last.equals("GRANT") ? Optional.empty() : Optional.of(DenialReason.WITHDRAWN));
        }
    }

    @Test
    @Tag("C6")
    void trust06_a_no_from_outside_that_races_with_a_result_leaves_nothing_on_a_screen_and_soon_nothing_at_all()
            throws Exception {
        int round = 0;
        for (PatientRef patient : house.patients.addManyWhoSaidYes(ROUNDS)) {
            round++;
            RunReport run = runUntilTheEngineWorks(patient);

            race(
                    round,
                    () -> {
                        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
                        assertThat(undecidedShown(patient)).isEmpty();
                        house.keeper.attend(patient, Purpose.OWN_CARE);
                    },
                    house.engine::release);
            house.awaitEnd(run);
            awaitAnswer(patient);

            assertThat(denial(patient)).as("round %d", round).contains(DenialReason.WITHDRAWN);
            assertThat(openRows(patient)).as("round %d", round).isEmpty();
        }
    }

    @Test
    void trust06_a_withdrawal_that_races_with_a_result_leaves_nothing_open_although_it_is_undone_at_once()
            throws Exception {
        int round = 0;
        for (PatientRef patient : house.patients.addManyWhoSaidYes(ROUNDS)) {
            round++;
            RunReport run = runUntilTheEngineWorks(patient);

            race(round, () -> undo(patient, house.withdraw(patient)), house.engine::release);
            house.awaitEnd(run);
            awaitAnswer(patient);

            assertThat(denial(patient)).as("round %d", round).isEmpty();
            assertThat(openRows(patient)).as("round %d", round).isEmpty();
        }
    }

    /** The gate said yes to the run, and the withdrawal came first to the lock. */
    @Test
    void trust06_a_run_that_races_with_a_withdrawal_does_not_read_the_record_after_it() throws Exception {
        int round = 0;
        for (PatientRef patient : house.patients.addManyWhoSaidYes(ROUNDS)) {
            round++;
            race(round, () -> house.withdraw(patient), () -> requestOrRefused(patient));

            List<String> inOrder = Database.texts(
                    "select kind from aisupport_audit where patient_uuid = ?"
                            + " and kind in ('CONSENT_RECORDED', 'RUN_REQUESTED') order by audit_id",
                    patient.uuid());
            assertThat(inOrder).as("round %d", round).last().isEqualTo("CONSENT_RECORDED");
        }
    }

    private void requestOrRefused(PatientRef patient) {
        try {
            house.awaitEnd(house.run(patient));
        } catch (ConsentMissingException refused) {
            assertThat(refused.reason()).isEqualTo(DenialReason.WITHDRAWN);
        }
    }

    private PatientRef granted() {
        PatientRef patient = house.patients.add();
        house.grant(patient);
        return patient;
    }

    private RunReport runUntilTheEngineWorks(PatientRef patient) throws InterruptedException {
        house.engine.holds();
        RunReport run = house.run(patient);
        house.engine.awaitCall();
        return run;
    }

    private void undo(PatientRef patient, ConsentRecorded no) {
        house.consent.correct(new ConsentCorrection(
                patient.uuid(), Purpose.OWN_CARE, no.event().getUuid(), null));
    }

    /** A withdrawal ends a run before its engine does. */
    private static void awaitAnswer(PatientRef patient) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Database.texts(
                        "select kind from aisupport_audit where patient_uuid = ?"
                                + " and kind in ('ENGINE_CALL_ENDED', 'RESULT_DISCARDED')",
                        patient.uuid())
                .isEmpty()) {
            assertThat(System.nanoTime()).as("the engine's answer is heard").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Both at once, each from its own thread; from round to round the first a little later, so that either wins. */
    private static void race(int round, Runnable one, Runnable other) {
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Void> aside = CompletableFuture.runAsync(() -> {
            await(start);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(round % 8 * 700));
            one.run();
        });
        await(start);
        other.run();
        aside.join();
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a run would have left it; the run itself is another race's matter. */
    private static void putOpenSuggestion(PatientRef patient) {
        Database.execute(
                "insert into aisupport_suggestion (version, uuid, patient_id, patient_uuid, run_uuid, purpose, engine,"
                        + " engine_version, rule, rule_version, kind, indicator, severity, summary, source_label,"
                        + " source_citation, fingerprint, content_sha256, status, created_micros)"
                        + " values (0, uuid(), ?, ?, uuid(), 'own-care', 'fake', '1', 'potassium', '1', 'FOLLOW_UP',"
                        + " 'WARNING', 1, 'Look', 'A guideline', 'A guideline', uuid(), sha2(uuid(), 256), 'OPEN', 0)",
                patient.id(),
                patient.uuid());
    }

    /** Past the gate on the reading path, which would hide them. */
    private static List<String> openRows(PatientRef patient) {
        return Database.texts(
                "select uuid from aisupport_suggestion where patient_id = ? and status = 'OPEN'", patient.id());
    }

    private List<StoredSuggestion> undecidedShown(PatientRef patient) {
        return house.suggestionsOf(patient).stream()
                .filter(stored -> stored.status().isUndecided())
                .toList();
    }

    private static String lastDecision(PatientRef patient) {
        return Database.texts(
                        "select decision from aisupport_consent_event where patient_id = ? order by consent_event_id desc"
                                + " limit 1",
                        patient.id())
                .get(0);
    }

    private Optional<DenialReason> denial(PatientRef patient) {
        return house.inTransaction(() -> house.gate.denial(patient, Purpose.OWN_CARE));
    }
}
