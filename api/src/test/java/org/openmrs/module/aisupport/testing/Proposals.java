/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.snapshot.RecordLink;

/** Proposals of which only the rule and the value they rest on matter. */
public final class Proposals {

    private Proposals() {}

    public static Proposal aProposal(String rule) {
        return aProposal(rule, "6.1", Proposal.Indicator.WARNING);
    }

    /** One whose acceptance can put a problem into the record. */
    public static Proposal proposing(ProposedProblem problem) {
        Proposal plain = aProposal("problem");
        return new Proposal(
                plain.rule(),
                plain.ruleVersion(),
                plain.summary(),
                plain.detail(),
                plain.indicator(),
                Proposal.Kind.DIAGNOSIS,
                plain.source(),
                plain.evidence(),
                plain.limits(),
                Optional.of(problem));
    }

    public static Proposal aProposal(String rule, String value, Proposal.Indicator indicator) {
        return aProposalOn(UUID.randomUUID().toString(), rule, value, indicator);
    }

    /** One that rests on this record. */
    public static Proposal aProposalOn(String recordUuid, String rule, String value, Proposal.Indicator indicator) {
        Evidence evidence = new Evidence(
                Evidence.Stance.FOR,
                Optional.of(new RecordLink(
                        RecordLink.Type.OBS, recordUuid, Optional.empty(), Optional.of("concept-potassium"))),
                "Potassium",
                Optional.of(value + " mmol/L"),
                Optional.of(Instant.parse("2026-11-01T08:00:00Z")));
        return new Proposal(
                rule,
                "1",
                "Look at " + rule,
                "Potassium is " + value,
                indicator,
                Proposal.Kind.FOLLOW_UP,
                new Proposal.Source("A guideline", "A guideline, 2026", "https://example.org/guideline"),
                List.of(evidence),
                "Made up");
    }
}
