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

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** Harm: somebody looks at suggestions while consent can't be read, and nothing shows that they did. */
@Tag("A1")
class UnreadableConsentViewTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();
    private String decided;
    private String open;

    @BeforeEach
    void oneIsDecidedAndOneIsOpen() {
        house.grant(patient);
        house.engine.proposes(aProposal("potassium"), aProposal("sodium"));
        house.runToTheEnd(patient);
        List<StoredSuggestion> both = house.suggestionsOf(patient);
        decided = both.get(0).suggestion().getUuid();
        open = both.get(1).suggestion().getUuid();
        house.suggestions.decide(
                decided,
                new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of()));
    }

    @Test
    void trust21_a_list_that_is_seen_while_consent_is_unreadable_is_in_the_audit() {
        long before = views();

        SuggestionPage page = whileUnreadable(() -> house.suggestions.suggestions(
                new SuggestionQuery(patient.uuid(), Optional.empty(), Optional.empty(), false, 0, 100)));

        assertThat(page.denial()).contains(DenialReason.UNREADABLE);
        assertThat(page.suggestions())
                .extracting(stored -> stored.suggestion().getUuid())
                .containsExactly(decided);
        assertThat(views()).isEqualTo(before + 1);
    }

    @Test
    void trust21_one_that_is_seen_while_consent_is_unreadable_is_in_the_audit() {
        long before = views();

        whileUnreadable(() -> house.suggestions.suggestion(decided));

        assertThat(views()).isEqualTo(before + 1);
    }

    @Test
    void trust02_an_open_one_is_absent_while_consent_is_unreadable() {
        assertThatThrownBy(() -> whileUnreadable(() -> house.suggestions.suggestion(open)))
                .isInstanceOf(NotFoundException.class);
    }

    private static <T> T whileUnreadable(Supplier<T> look) {
        Database.execute("rename table person_merge_log to hidden");
        try {
            return look.get();
        } finally {
            Database.execute("rename table hidden to person_merge_log");
        }
    }

    private long views() {
        return house.auditOf(patient).stream()
                .filter(row -> row.getKind() == AuditKind.SUGGESTIONS_VIEWED)
                .count();
    }
}
