/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.testing.Proposals.aProposalOn;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineAnswer.RuleFailure;
import org.openmrs.module.aisupport.engine.EngineAnswer.Unjudged;
import org.openmrs.module.aisupport.engine.Proposal.Indicator;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.House;

/** What becomes of the suggestions that stand when an engine answers anew. */
class SuggestionKeeperTest {

    private static final int POTASSIUM = 1;

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @BeforeEach
    void aRecord() {
        house.chart
                .concept(POTASSIUM, "CIEL", "1133", "mmol/L")
                .number(POTASSIUM, 6.1, house.clock.instant().minus(1, ChronoUnit.DAYS));
        house.engine.reads("potassium");
        house.grant(patient);
    }

    @AfterEach
    void close() {
        house.pool.close();
    }

    private Suggestion openOn(String record) {
        house.engine.proposes(aProposalOn(record, "potassium", "6.1", Indicator.WARNING));
        house.runToTheEnd(patient);
        return house.suggestionsOf(patient).get(0).suggestion();
    }

    /** As the engine was shown it. */
    private String recordOfPotassium() {
        house.runToTheEnd(patient);
        return house.engine.received().get(0).all("potassium").get(0).record().uuid();
    }

    private void answerAnew(List<Unjudged> missing, List<RuleFailure> failures) {
        house.engine.answers(new EngineAnswer(List.of(), missing, failures));
        house.runToTheEnd(patient);
    }

    private static Unjudged lacking(String rule) {
        return new Unjudged(rule, rule, List.of("Creatinine of the last 12 months"));
    }

    private SuggestionStatus status() {
        return house.suggestionsOf(patient).get(0).status();
    }

    @Test
    @Tag("S8")
    void a_rule_that_lacks_an_input_takes_nothing_away_while_the_records_it_cited_are_there() {
        openOn(recordOfPotassium());

        answerAnew(List.of(lacking("potassium")), List.of());

        assertThat(status()).isEqualTo(SuggestionStatus.OPEN);
    }

    @Test
    @Tag("S8")
    void an_engine_that_lacks_an_input_as_a_whole_takes_nothing_away_either() {
        openOn(recordOfPotassium());

        answerAnew(List.of(lacking("fake")), List.of());

        assertThat(status()).isEqualTo(SuggestionStatus.OPEN);
    }

    @Test
    @Tag("S8")
    void what_a_rule_said_of_a_record_that_is_gone_is_superseded_although_it_lacks_the_input_now() {
        openOn("a record that was voided");

        answerAnew(List.of(lacking("potassium")), List.of());

        assertThat(status()).isEqualTo(SuggestionStatus.SUPERSEDED);
    }

    @Test
    @Tag("S8")
    void that_another_rule_lacked_something_or_broke_keeps_nothing() {
        openOn(recordOfPotassium());

        answerAnew(List.of(lacking("sodium")), List.of(new RuleFailure("calcium", "ArithmeticException")));

        assertThat(status()).isEqualTo(SuggestionStatus.SUPERSEDED);
    }

    @Test
    @Tag("A1")
    void what_is_proposed_and_what_is_superseded_is_in_the_audit_with_what_it_was() {
        Suggestion first = openOn("a record");

        answerAnew(List.of(), List.of());

        assertThat(rows(AuditKind.SUGGESTION_PROPOSED)).singleElement().satisfies(row -> {
            assertThat(row.getSuggestionUuid()).isEqualTo(first.getUuid());
            assertThat(row.getOutputHash()).isEqualTo(first.getContentSha256());
            assertThat(row.getDetail()).isEqualTo("potassium");
            assertThat(row.getEngineVersion()).isEqualTo(first.getEngineVersion());
            assertThat(row.getActor())
                    .as("nobody did it; an engine proposed it")
                    .isEqualTo(Optional.empty());
        });
        assertThat(rows(AuditKind.SUGGESTION_SUPERSEDED))
                .singleElement()
                .satisfies(row -> assertThat(row.getSuggestionUuid()).isEqualTo(first.getUuid()));
    }

    private List<AuditRow> rows(AuditKind kind) {
        return house.auditOf(patient).stream()
                .filter(row -> row.getKind() == kind)
                .toList();
    }
}
