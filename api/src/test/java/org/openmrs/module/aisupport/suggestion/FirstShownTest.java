/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

/** Harm: a count on an icon passes for a look, and a rule that nobody reads seems to be seen by all and pondered for hours. */
@Tag("A4")
class FirstShownTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @BeforeEach
    void twoAreOpen() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"), aProposal("sodium"));
        house.runToTheEnd(patient);
    }

    private static long number(String sql, Object... values) {
        return Database.rows(sql, row -> row.getLong(1), values).get(0);
    }

    private SuggestionPage list(boolean silent) {
        return house.suggestions.suggestions(
                new SuggestionQuery(patient.uuid(), Optional.empty(), Optional.empty(), silent, 0, 100));
    }

    private long shown() {
        return number(
                "select count(*) from aisupport_suggestion_shown v join aisupport_suggestion s"
                        + " on s.suggestion_id = v.suggestion_id where s.patient_uuid = ?",
                patient.uuid());
    }

    private long views() {
        return number(
                "select count(*) from aisupport_audit where kind = 'SUGGESTIONS_VIEWED' and patient_uuid = ?",
                patient.uuid());
    }

    @Test
    void a_list_that_is_only_counted_shows_nothing_to_anybody() {
        assertThat(list(true).suggestions()).hasSize(2);

        assertThat(shown()).isZero();
    }

    @Test
    @Tag("A1")
    void trust21_a_list_that_is_only_counted_is_in_the_audit_all_the_same() {
        list(true);

        assertThat(views()).isEqualTo(1);
    }

    @Test
    void time_runs_from_the_first_list_that_somebody_looks_at() {
        list(true);
        house.clock.advance(Duration.ofMinutes(5));
        long before = micros();
        list(false);
        long after = micros();
        house.clock.advance(Duration.ofMinutes(5));
        list(false);

        assertThat(shown()).isEqualTo(2);
        assertThat(number(
                        "select max(v.shown_micros) from aisupport_suggestion_shown v join aisupport_suggestion s"
                                + " on s.suggestion_id = v.suggestion_id where s.patient_uuid = ?",
                        patient.uuid()))
                .isBetween(before, after);
    }

    @Test
    void what_was_withdrawn_before_anybody_looked_was_never_shown() {
        house.withdraw(patient);

        assertThat(list(false).suggestions()).hasSize(2);
        assertThat(shown()).isZero();
    }

    private long micros() {
        return Duration.between(Instant.EPOCH, house.clock.instant()).toNanos() / 1_000;
    }
}
