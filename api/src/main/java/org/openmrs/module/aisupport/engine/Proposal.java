/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.persistence.Sha256;

/**
 * What an engine proposes, before it is kept as a suggestion (S3). Text is plain, never markup.
 *
 * @param summary at most 140 characters
 * @param limits what the engine did not and could not look at
 * @param problem what accepting may write on the problem list or into the encounter, where the engine proposes one
 * @param handle what the engine knows it by, where it wants to be told what became of it
 */
public record Proposal(
        String rule,
        String ruleVersion,
        String summary,
        String detail,
        Indicator indicator,
        Kind kind,
        Source source,
        List<Evidence> evidence,
        String limits,
        Optional<ProposedProblem> problem,
        Optional<ProposalHandle> handle) {

    private static final int SUMMARY_LENGTH = 140;

    public Proposal {
        requireText(rule, "rule");
        requireText(ruleVersion, "ruleVersion");
        requireText(summary, "summary");
        if (summary.length() > SUMMARY_LENGTH) {
            throw new IllegalArgumentException("A summary has at most " + SUMMARY_LENGTH + " characters: " + rule);
        }
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        evidence = List.copyOf(evidence);
    }

    /** One that proposes no problem for the record. */
    public Proposal(
            String rule,
            String ruleVersion,
            String summary,
            String detail,
            Indicator indicator,
            Kind kind,
            Source source,
            List<Evidence> evidence,
            String limits) {
        this(rule, ruleVersion, summary, detail, indicator, kind, source, evidence, limits, Optional.empty());
    }

    /** One whose engine is not told what became of it. */
    public Proposal(
            String rule,
            String ruleVersion,
            String summary,
            String detail,
            Indicator indicator,
            Kind kind,
            Source source,
            List<Evidence> evidence,
            String limits,
            Optional<ProposedProblem> problem) {
        this(rule, ruleVersion, summary, detail, indicator, kind, source, evidence, limits, problem, Optional.empty());
    }

    /** How pressing, in the words of CDS Hooks; most severe last. */
    public enum Indicator {
        INFO,
        WARNING,
        CRITICAL
    }

    /** What it is about. */
    public enum Kind {
        DIAGNOSIS,
        MEDICATION,
        TEST,
        FOLLOW_UP
    }

    /** Where it comes from; the link may be absent. */
    public record Source(String label, String citation, String url) {}

    /**
     * The same rule with the same conclusion from the same evidence has the same fingerprint. It is taken of what the records say
     * and when, and of what was reckoned from them, not of uuids: the platform gives observations new ones when an encounter's date
     * changes.
     */
    public String fingerprint() {
        String content = evidence.stream()
                .map(Evidence::content)
                .sorted()
                .collect(Collectors.joining("\n", rule + " " + ruleVersion + " " + indicator + "\n", ""));
        return Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireText(String text, String what) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("A proposal needs a " + what + ".");
        }
    }
}
