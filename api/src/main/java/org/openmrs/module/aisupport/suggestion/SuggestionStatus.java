/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

/**
 * Where a suggestion stands, and the one table of where it may go (S1). A switch over an action names every status, so that a new
 * one is thought about here or nothing compiles.
 */
public enum SuggestionStatus {
    OPEN,
    /** Open, and nobody decided in the time the practice set; derived from the clock, never stored, still decidable. */
    UNREVIEWED,
    ACCEPTED,
    ACCEPTED_WITH_EDITS,
    REJECTED,
    /** Newer data took its place. */
    SUPERSEDED,
    /** Consent ended while it was undecided; its content is erased. */
    WITHDRAWN;

    /** What a GP can decide. */
    public SuggestionStatus decided(DecisionOutcome outcome) {
        return switch (this) {
            case OPEN, UNREVIEWED -> outcome.leadsTo();
            case ACCEPTED, ACCEPTED_WITH_EDITS, REJECTED ->
                throw new IllegalTransitionException("It is decided already. Undo that decision first.");
            case SUPERSEDED ->
                throw new IllegalTransitionException(
                        "Newer data replaced it. Decide on the suggestion that took its place.");
            case WITHDRAWN ->
                throw new IllegalTransitionException("The patient's consent ended. There is nothing to decide.");
        };
    }

    public SuggestionStatus undone() {
        return switch (this) {
            case ACCEPTED, ACCEPTED_WITH_EDITS, REJECTED -> OPEN;
            case OPEN, UNREVIEWED -> throw new IllegalTransitionException("It is open. There is nothing to undo.");
            case SUPERSEDED, WITHDRAWN ->
                throw new IllegalTransitionException("It was not decided. There is nothing to undo.");
        };
    }

    public SuggestionStatus superseded() {
        return ifUndecided(SUPERSEDED);
    }

    public SuggestionStatus withdrawn() {
        return ifUndecided(WITHDRAWN);
    }

    public boolean isUndecided() {
        return switch (this) {
            case OPEN, UNREVIEWED -> true;
            case ACCEPTED, ACCEPTED_WITH_EDITS, REJECTED, SUPERSEDED, WITHDRAWN -> false;
        };
    }

    private SuggestionStatus ifUndecided(SuggestionStatus next) {
        if (!isUndecided()) {
            throw new IllegalTransitionException("What is decided, superseded or withdrawn never changes.");
        }
        return next;
    }
}
