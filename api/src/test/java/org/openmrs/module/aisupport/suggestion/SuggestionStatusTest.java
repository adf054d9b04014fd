/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.ACCEPTED;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.ACCEPTED_WITH_EDITS;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.OPEN;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.REJECTED;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.SUPERSEDED;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.UNREVIEWED;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of S1, written a second time: every status with every action. */
@Tag("S1")
class SuggestionStatusTest {

    @Test
    void a_decision_is_possible_only_while_undecided() {
        for (DecisionOutcome outcome : DecisionOutcome.values()) {
            SuggestionStatus decided = SuggestionStatus.valueOf(outcome.name());
            assertTable(status -> status.decided(outcome), Map.of(OPEN, decided, UNREVIEWED, decided));
        }
    }

    @Test
    void only_what_was_decided_can_be_undone() {
        assertTable(SuggestionStatus::undone, Map.of(ACCEPTED, OPEN, ACCEPTED_WITH_EDITS, OPEN, REJECTED, OPEN));
    }

    @Test
    void only_what_is_undecided_is_superseded() {
        assertTable(SuggestionStatus::superseded, Map.of(OPEN, SUPERSEDED, UNREVIEWED, SUPERSEDED));
    }

    @Test
    void only_what_is_undecided_is_withdrawn() {
        assertTable(SuggestionStatus::withdrawn, Map.of(OPEN, WITHDRAWN, UNREVIEWED, WITHDRAWN));
    }

    private static void assertTable(
            Function<SuggestionStatus, SuggestionStatus> action, Map<SuggestionStatus, SuggestionStatus> legal) {
        Map<SuggestionStatus, SuggestionStatus> led = new EnumMap<>(SuggestionStatus.class);
        Set<SuggestionStatus> refused = EnumSet.noneOf(SuggestionStatus.class);
        for (SuggestionStatus status : SuggestionStatus.values()) {
            try {
                led.put(status, action.apply(status));
            } catch (IllegalTransitionException e) {
                assertThat(e.getMessage()).as("says what to do").isNotBlank();
                refused.add(status);
            }
        }
        assertThat(led).isEqualTo(new EnumMap<>(legal));
        assertThat(refused).hasSize(SuggestionStatus.values().length - legal.size());
    }

    @Test
    void a_refusal_is_an_exception_of_its_own_kind() {
        assertThatThrownBy(WITHDRAWN::superseded).isExactlyInstanceOf(IllegalTransitionException.class);
    }
}
