/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

/** What a GP makes of a suggestion. */
public enum DecisionOutcome {
    ACCEPTED(SuggestionStatus.ACCEPTED),
    ACCEPTED_WITH_EDITS(SuggestionStatus.ACCEPTED_WITH_EDITS),
    REJECTED(SuggestionStatus.REJECTED);

    private final SuggestionStatus leadsTo;

    DecisionOutcome(SuggestionStatus leadsTo) {
        this.leadsTo = leadsTo;
    }

    SuggestionStatus leadsTo() {
        return leadsTo;
    }
}
