/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.RecordLink;

/** What a proposal refuses to be, and what its fingerprint is taken of. */
@Tag("S3")
class ProposalTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Evidence POTASSIUM = recorded("u-1", Stance.FOR, "Potassium", "6.1 mmol/L", MONDAY);
    private static final Evidence SODIUM = recorded("u-2", Stance.FOR, "Sodium", "130 mmol/L", MONDAY);

    private static Evidence recorded(String uuid, Stance stance, String display, String value, Instant date) {
        return new Evidence(
                stance,
                Optional.of(new RecordLink(RecordLink.Type.OBS, uuid, Optional.of("encounter of " + uuid))),
                display,
                Optional.of(value),
                Optional.of(date));
    }

    private static Proposal proposal(String summary, Evidence... evidence) {
        return proposal("rule", "1", summary, List.of(evidence));
    }

    private static Proposal pressing(Proposal.Indicator indicator) {
        return proposal("rule", "1", "summary", indicator, List.of(POTASSIUM));
    }

    private static Proposal proposal(String rule, String version, String summary, List<Evidence> evidence) {
        return proposal(rule, version, summary, Proposal.Indicator.INFO, evidence);
    }

    private static Proposal proposal(
            String rule, String version, String summary, Proposal.Indicator indicator, List<Evidence> evidence) {
        return new Proposal(
                rule,
                version,
                summary,
                "detail",
                indicator,
                Proposal.Kind.TEST,
                new Proposal.Source("label", "citation", "https://example.org"),
                evidence,
                "limits");
    }

    private static String fingerprint(Evidence... evidence) {
        return proposal("summary", evidence).fingerprint();
    }

    @Test
    void a_summary_of_140_characters_is_allowed_and_one_of_141_is_refused() {
        assertThat(proposal("x".repeat(140)).summary()).hasSize(140);
        assertThatThrownBy(() -> proposal("x".repeat(141)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("140");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void a_proposal_without_a_summary_is_refused(String nothing) {
        assertThatThrownBy(() -> proposal(nothing)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "rule ''{0}'', version ''{1}''")
    @CsvSource({"'', 1", "rule, ''", ", 1", "rule,"})
    void a_proposal_without_its_rule_or_version_is_refused(String rule, String version) {
        assertThatThrownBy(() -> proposal(rule, version, "summary", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void evidence_can_not_be_slipped_in_afterwards() {
        List<Evidence> evidence = new ArrayList<>(List.of(POTASSIUM));
        Proposal proposal = proposal("rule", "1", "summary", evidence);

        evidence.add(SODIUM);

        assertThat(proposal.evidence()).containsExactly(POTASSIUM);
    }

    @Test
    @Tag("S8")
    void the_fingerprint_does_not_follow_uuids_order_or_wording() {
        String fingerprint = fingerprint(POTASSIUM, SODIUM);

        assertThat(fingerprint).hasSize(64);
        assertThat(fingerprint(SODIUM, POTASSIUM)).isEqualTo(fingerprint);
        assertThat(fingerprint(recorded("u-9", Stance.FOR, "Potassium", "6.1 mmol/L", MONDAY), SODIUM))
                .isEqualTo(fingerprint);
        assertThat(proposal("another summary", POTASSIUM, SODIUM).fingerprint()).isEqualTo(fingerprint);
    }

    /** Else what a GP rejected comes back as soon as somebody mends a name in the dictionary. */
    @Test
    @Tag("S8")
    void the_fingerprint_follows_the_concept_and_not_what_it_is_called() {
        String fingerprint = fingerprint(coded("concept-1", "Potassium"));

        assertThat(fingerprint(coded("concept-1", "Kalium"))).isEqualTo(fingerprint);
        assertThat(fingerprint(coded("concept-2", "Potassium"))).isNotEqualTo(fingerprint);
    }

    private static Evidence coded(String concept, String display) {
        RecordLink record = new RecordLink(RecordLink.Type.OBS, "u-1", Optional.empty(), Optional.of(concept));
        return new Evidence(Stance.FOR, Optional.of(record), display, Optional.of("6.1 mmol/L"), Optional.of(MONDAY));
    }

    /** Else a rejected "review" would silence the "stop" that follows from a corrected birth date. */
    @Test
    @Tag("S8")
    void the_fingerprint_follows_what_was_reckoned_and_how_pressing_it_is() {
        Evidence egfr35 = Evidence.reckoned(Stance.FOR, "eGFR", "35", MONDAY);
        Evidence egfr29 = Evidence.reckoned(Stance.FOR, "eGFR", "29", MONDAY);

        assertThat(fingerprint(POTASSIUM, egfr35)).isNotEqualTo(fingerprint(POTASSIUM, egfr29));
        assertThat(pressing(Proposal.Indicator.WARNING).fingerprint())
                .isNotEqualTo(pressing(Proposal.Indicator.CRITICAL).fingerprint());
    }

    @Test
    @Tag("S8")
    void the_fingerprint_follows_value_date_name_stance_and_rule() {
        assertThat(List.of(
                        fingerprint(POTASSIUM),
                        fingerprint(recorded("u-1", Stance.FOR, "Potassium", "6.2 mmol/L", MONDAY)),
                        fingerprint(recorded("u-1", Stance.FOR, "Potassium", "6.1 mmol/L", MONDAY.plusSeconds(1))),
                        fingerprint(recorded("u-1", Stance.FOR, "Sodium", "6.1 mmol/L", MONDAY)),
                        fingerprint(recorded("u-1", Stance.AGAINST, "Potassium", "6.1 mmol/L", MONDAY)),
                        fingerprint(),
                        fingerprint(POTASSIUM, SODIUM),
                        fingerprint(POTASSIUM, POTASSIUM),
                        proposal("other rule", "1", "summary", List.of(POTASSIUM))
                                .fingerprint(),
                        proposal("rule", "2", "summary", List.of(POTASSIUM)).fingerprint()))
                .doesNotHaveDuplicates();
    }
}
