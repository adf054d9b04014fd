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
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.House;

/** Harm: a GP decides on what a patient has just forbidden, since the gate had said yes a moment before. */
@Tag("C5")
class LateNoTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();
    private String suggestion;

    @BeforeEach
    void anOpenSuggestion() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"));
        house.runToTheEnd(patient);
        suggestion = house.suggestionsOf(patient).get(0).suggestion().getUuid();
    }

    @Test
    void trust06_nothing_is_decided_once_a_no_has_come_after_the_gates_yes() {
        assertRefusedIfANoComesAfterTheGatesYes(() -> house.suggestions.decide(suggestion, accepted()));

        assertThat(house.auditOf(patient)).noneMatch(row -> row.getKind() == AuditKind.SUGGESTION_DECIDED);
    }

    @Test
    void trust06_nothing_is_undone_once_a_no_has_come_after_the_gates_yes() {
        house.suggestions.decide(suggestion, accepted());

        assertRefusedIfANoComesAfterTheGatesYes(() -> house.suggestions.undo(suggestion));

        assertThat(house.auditOf(patient)).noneMatch(row -> row.getKind() == AuditKind.DECISION_UNDONE);
    }

    /** Whoever decides waits for the ledger's lock, which somebody else holds, until the attribute says no. */
    private void assertRefusedIfANoComesAfterTheGatesYes(Supplier<StoredSuggestion> step) {
        long before = permitted();
        CompletableFuture<StoredSuggestion> waiting = house.inTransaction(() -> {
            house.ledger.lock(patient, Purpose.OWN_CARE.needed());
            CompletableFuture<StoredSuggestion> started = CompletableFuture.supplyAsync(step);
            awaitThat(() -> permitted() > before);
            house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
            return started;
        });

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(ConsentMissingException.class);
    }

    private long permitted() {
        return house.auditOf(patient).stream()
                .filter(row -> row.getKind() == AuditKind.GATE_PERMITTED)
                .count();
    }

    private static void awaitThat(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("the gate is asked").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static DecisionRequest accepted() {
        return new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of());
    }
}
