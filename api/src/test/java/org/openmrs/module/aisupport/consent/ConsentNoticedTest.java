/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.testing.Proposals;

/** What the keeper and the gate make of what others did to the record, where the longer stories of the keeper's test don't reach. */
class ConsentNoticedTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @Test
    @Tag("C6")
    void of_somebody_without_an_attribute_and_without_a_word_nothing_is_written_down() {
        house.keeper.attendAttribute(patient);

        assertThat(storedWords("status")).isEmpty();
    }

    @Test
    @Tag("C6")
    void an_attribute_that_appears_and_one_that_goes_are_both_noticed() {
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.YES);
        house.keeper.attendAttribute(patient);
        assertThat(denial()).contains(DenialReason.PENDING_EVIDENCE);

        house.mirror.changeFromOutside(patient, ConsentMirror.Value.ABSENT);
        house.keeper.attendAttribute(patient);
        assertThat(denial()).contains(DenialReason.ATTRIBUTE_CHANGED);
    }

    @Test
    @Tag("C6")
    void an_attribute_that_already_says_so_is_not_written_again() {
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.YES);

        house.grant(patient);

        assertThat(denial()).isEmpty();
        assertThat(Database.texts("select value from person_attribute where person_id = ?", patient.id()))
                .containsExactly("1");
    }

    @Test
    @Tag("C6")
    void a_setting_for_yes_that_holds_only_blanks_counts_as_none() {
        house.grant(patient);
        house.settings.set(Setting.CONSENT_YES_CONCEPT, "  ");
        assertThat(denial()).isEmpty();

        house.mirror.changeFromOutside(patient, ConsentMirror.YES_CONCEPT);
        assertThat(denial()).isEmpty();

        house.mirror.changeFromOutside(patient, ConsentMirror.Value.ABSENT);
        house.mirror.addFromOutside(patient, "");
        assertThat(denial()).contains(DenialReason.MIRROR_DIFFERS);
    }

    @Test
    @Tag("C7")
    void a_no_of_a_record_that_is_merged_away_stays_a_no() {
        house.say(patient, Purpose.OWN_CARE, ConsentDecision.REFUSE);
        house.patients.merge(patient, house.patients.add(), house.clock.instant());

        house.keeper.attend(patient, Purpose.OWN_CARE);

        assertThat(storedWords("status")).containsExactly("REFUSED");
        assertThat(Database.texts("select decision from aisupport_consent_event where patient_id = ?", patient.id()))
                .containsExactly("REFUSE");
    }

    @Test
    @Tag("C7")
    void a_yes_that_waits_for_its_evidence_ends_with_the_merge_like_any_other() {
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.YES);
        house.keeper.attend(patient, Purpose.OWN_CARE);
        house.patients.merge(patient, house.patients.add(), house.clock.instant());

        house.keeper.attend(patient, Purpose.OWN_CARE);

        assertThat(storedWords("concat(status, ' ', reason)")).containsExactly("LAPSED MERGED");
    }

    @Test
    @Tag("C7")
    void a_purge_erases_what_was_decided_too_and_leaves_no_attribute_to_be_written() {
        house.grant(patient);
        house.engine.proposes(Proposals.aProposal("potassium"));
        house.runToTheEnd(patient);
        house.suggestions.decide(
                house.suggestionsOf(patient).get(0).suggestion().getUuid(),
                new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of()));

        house.patients.purge(patient);
        house.keeper.attend(patient, Purpose.OWN_CARE);

        assertThat(Database.texts(
                        "select concat(status, ' ', coalesce(summary, 'erased')) from aisupport_suggestion"
                                + " where patient_uuid = ?",
                        patient.uuid()))
                .containsExactly("ACCEPTED erased");
        assertThat(storedWords("concat(status, ' ', mirror_due)")).containsExactly("LAPSED 0");
    }

    @Test
    @Tag("C2")
    void trust02_a_gate_that_can_not_read_its_tables_says_no_and_writes_that_down() {
        house.grant(patient);
        GateAnswer answer;
        Database.execute("rename table person_merge_log to hidden");
        try {
            answer = house.gate.ask(patient, Purpose.OWN_CARE);
        } finally {
            Database.execute("rename table hidden to person_merge_log");
        }

        assertThat(answer).isEqualTo(new GateAnswer.Denied(Purpose.OWN_CARE, DenialReason.UNREADABLE));
        assertThat(house.auditOf(patient)).last().satisfies(row -> assertThat(row.getDetail())
                .isEqualTo("UNREADABLE"));
    }

    private List<String> storedWords(String column) {
        return Database.texts(
                "select " + column + " from aisupport_consent_state where patient_uuid = ? and purpose = 'own-care'",
                patient.uuid());
    }

    private Optional<DenialReason> denial() {
        return house.inTransaction(() -> house.gate.denial(patient, Purpose.OWN_CARE));
    }
}
