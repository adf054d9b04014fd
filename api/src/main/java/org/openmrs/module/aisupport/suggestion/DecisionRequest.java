/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.charting.EntryRequest;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.validation.Problems;

/**
 * What a GP decided, as it arrives.
 *
 * @param seenVersion the version that was on the screen; empty when the caller does not say
 * @param encounterUuid the encounter in which it was decided; may be null
 * @param text the GP's own wording; null when the suggestion was taken as it stands
 * @param apply what to write into the chart with accepting (S6); nothing that the GP has not asked for is written
 */
public record DecisionRequest(
        DecisionOutcome outcome,
        Optional<Integer> seenVersion,
        String encounterUuid,
        String text,
        String overrideReason,
        String comment,
        List<EntryRequest> apply) {

    public DecisionRequest {
        apply = List.copyOf(apply);
    }

    void refuseNonsense(Proposal.Indicator indicator) {
        boolean rejected = outcome == DecisionOutcome.REJECTED;
        boolean reasonKnown =
                overrideReason == null || OverrideReason.ofCode(overrideReason).isPresent();
        Problems problems = new Problems();
        EntryRequest.refuseNonsense(apply, problems);
        problems.required(outcome, "outcome")
                .check(
                        outcome != DecisionOutcome.ACCEPTED_WITH_EDITS,
                        "outcome",
                        "derived",
                        "Send ACCEPTED with your text; it then counts as accepted with edits.")
                .check(reasonKnown, "overrideReason", "unknown", "Use a code that GET engine lists.")
                .check(
                        rejected || overrideReason == null,
                        "overrideReason",
                        "notApplicable",
                        "A reason goes with a rejection only.")
                .check(!rejected || text == null, "text", "notApplicable", "Own wording goes with accepting only.")
                .check(
                        !rejected || indicator != Proposal.Indicator.CRITICAL || overrideReason != null,
                        "overrideReason",
                        "required",
                        "Give a reason for rejecting a critical suggestion.")
                .check(!rejected || apply.isEmpty(), "apply", "notApplicable", "Only accepting writes into the chart.")
                .atMost(2000, text, "text")
                .atMost(1000, comment, "comment")
                .check(text == null || !text.isBlank(), "text", "blank", "Leave out the text, or write one.")
                .refuseIfAny();
    }

    DecisionOutcome fullOutcome() {
        return outcome == DecisionOutcome.ACCEPTED && text != null ? DecisionOutcome.ACCEPTED_WITH_EDITS : outcome;
    }
}
