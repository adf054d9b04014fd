/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.testing.Proposals.proposing;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openmrs.module.aisupport.charting.EntryRequest;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.engine.ProposedProblem.Coding;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.testing.House;

/** What a suggestion left in the chart is told by what it says there. */
@Tag("A3")
@Tag("S6")
@Timeout(180)
class ChartInTheReportTest {

    private static final String ON_THE_LIST = "on your list of health problems, as provisional.";

    private final House house = new House();
    private final PatientRef patient = house.patients.add();
    private String suggestion;

    @BeforeEach
    void anOpenSuggestionThatProposesAProblem() {
        house.chart.concept(119481, "CIEL", "119481");
        house.grant(patient);
        house.engine.proposes(proposing(
                new ProposedProblem("Diabetes mellitus", List.of(new Coding("CIEL", "119481")), Optional.empty())));
        house.runToTheEnd(patient);
        suggestion = house.suggestionsOf(patient).get(0).suggestion().getUuid();
    }

    @AfterEach
    void close() {
        house.pool.close();
    }

    private String accept(String words) {
        house.suggestions.decide(
                suggestion,
                new DecisionRequest(
                        DecisionOutcome.ACCEPTED,
                        Optional.empty(),
                        null,
                        null,
                        null,
                        null,
                        List.of(new EntryRequest(EntryKind.CONDITION, words))));
        return house.chartWriter.written().keySet().iterator().next();
    }

    private String text() {
        return ReportReading.text(house, patient, "en");
    }

    @Test
    void trust20_it_says_what_was_written_as_it_stands_in_the_chart() {
        accept("sugar in the blood & <urine>");

        assertThat(text())
                .contains("Written into your record: " + ON_THE_LIST
                        + " There it now says: “sugar in the blood & <urine>”");
    }

    @Test
    void trust20_it_says_what_is_no_longer_there() {
        house.chartWriter.remove(accept(null));

        assertThat(text())
                .contains("Written into your record: " + ON_THE_LIST + " It is no longer there as it was written.")
                .doesNotContain("There it now says");
    }

    @Test
    void after_an_undo_it_says_that_what_was_written_went_too() {
        accept(null);
        house.suggestions.undo(suggestion);

        assertThat(text())
                .contains("Written into your record and taken out again: " + ON_THE_LIST)
                .contains("Took back a decision; this was taken out of your record again: " + ON_THE_LIST)
                .doesNotContain("There it now says", "no longer there");
    }

    @Test
    void after_an_undo_it_says_that_what_somebody_had_changed_stayed() {
        house.chartWriter.edit(accept("sugar"));
        house.suggestions.undo(suggestion);

        assertThat(text())
                .contains("this was not taken out of your record: " + ON_THE_LIST
                        + " Somebody had changed it meanwhile. There it now says: “sugar”")
                .contains("Took back a decision; this stayed in your record, since somebody had changed it:");
    }

    @Test
    void after_an_undo_it_says_that_somebody_had_removed_it_before_and_not_that_it_stayed() {
        house.chartWriter.remove(accept(null));
        house.suggestions.undo(suggestion);

        assertThat(text())
                .contains("By then, somebody had already taken this out of your record: " + ON_THE_LIST)
                .contains("Took back a decision; somebody had already taken this out of your record:")
                .doesNotContain("was not taken out", "no longer there");
    }

    @Test
    void after_an_undo_it_says_that_the_user_could_not_remove_it() {
        accept("sugar");
        house.chartWriter.forbidVoiding(EntryKind.CONDITION);
        house.suggestions.undo(suggestion);

        assertThat(text())
                .contains("this was not taken out of your record: " + ON_THE_LIST + " The user may not do that.")
                .contains("Took back a decision; this stayed in your record, since the user may not remove it:");
    }
}
