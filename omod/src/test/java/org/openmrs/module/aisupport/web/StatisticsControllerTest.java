/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.statistics.Caution;
import org.openmrs.module.aisupport.statistics.Outcomes;
import org.openmrs.module.aisupport.statistics.Quartiles;
import org.openmrs.module.aisupport.statistics.RuleKey;
import org.openmrs.module.aisupport.statistics.Statistics;
import org.openmrs.module.aisupport.statistics.StatisticsQuery;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

@Tag("A4")
class StatisticsControllerTest {

    private String label = "Metformin";
    private boolean ofSomeWeeks = false;
    private StatisticsQuery asked;
    private final StatisticsController controller = new StatisticsController(
            query -> {
                asked = query;
                return statistics();
            },
            new Requests(new FakeUser()));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/statistics");

    private Statistics statistics() {
        Outcomes outcomes = new Outcomes(20, 19, 8, 1, 10, 0, 1, 0, 0, 2);
        Statistics.Told told = new Statistics.Told(
                outcomes,
                16,
                Optional.of(new Statistics.Timing(
                        19, 3, new Quartiles(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(9)))),
                List.of(new Statistics.Reason("wrong-data", 6), new Statistics.Reason("", 5)),
                List.of(new Statistics.Span(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8), outcomes)));
        return new Statistics(
                LocalDate.of(2026, 11, 29),
                ofSomeWeeks,
                List.of(
                        new Statistics.Engine("guidelines", "Guideline rules", Optional.of(told)),
                        new Statistics.Engine("note-coding", "Note coding", Optional.of(told))),
                List.of(
                        new Statistics.Rule(
                                new RuleKey("guidelines", "metformin"),
                                label,
                                Optional.of(told),
                                Set.of(Caution.NOISE)),
                        new Statistics.Rule(
                                new RuleKey("guidelines", "lithium"), "Lithium", Optional.empty(), Set.of()),
                        new Statistics.Rule(
                                new RuleKey("note-coding", ""),
                                "Note coding",
                                Optional.of(told),
                                Set.of(Caution.NOISE))));
    }

    private ResponseEntity<?> read(String accept, String... parameters) {
        request.removeHeader("Accept");
        request.addHeader("Accept", accept);
        for (int i = 0; i < parameters.length; i += 2) {
            request.addParameter(parameters[i], parameters[i + 1]);
        }
        return controller.read(request);
    }

    private List<String> csv() {
        String text = new String((byte[]) read("text/csv").getBody(), StandardCharsets.UTF_8);
        return List.of(text.split("\r\n"));
    }

    @Test
    void every_filter_reaches_the_counting() {
        read("*/*", "from", "2026-11-02", "to", "2026-11-29", "engine", "guidelines", "rule", "metformin");

        assertThat(asked)
                .isEqualTo(new StatisticsQuery(
                        Optional.of(LocalDate.of(2026, 11, 2)),
                        Optional.of(LocalDate.of(2026, 11, 29)),
                        Optional.of("guidelines"),
                        Optional.of("metformin")));
    }

    @ParameterizedTest
    @CsvSource({"from, yesterday", "from, 2026-02-30", "to, 1969-12-31", "to, +999999999-12-31", "form, 2026-01-01"})
    void a_filter_that_can_not_be_read_is_refused_and_nothing_is_counted(String name, String value) {
        assertThatThrownBy(() -> read("*/*", name, value)).isInstanceOf(InvalidRequestException.class);
        assertThat(asked).isNull();
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> read("*/*", "from", "2026-11-09", "to", "2026-11-08"))
                .isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/csv;q=0.5, application/json", "application/pdf, */*"})
    void json_is_answered_unless_csv_is_wanted_more(String accept) {
        assertThat(read(accept).getBody()).isInstanceOf(Map.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/*", "application/pdf, text/csv", "application/json;q=0.1, text/csv"})
    void csv_is_answered_where_it_is_wanted(String accept) {
        assertThat(read(accept).getBody()).isInstanceOf(byte[].class);
    }

    @Test
    void a_rule_of_few_patients_has_no_number_in_json() {
        Map<?, ?> answer = (Map<?, ?>) read("application/json").getBody();

        assertThat(((List<?>) answer.get("rules")).get(1))
                .isEqualTo(Map.of(
                        "engine",
                        "guidelines",
                        "rule",
                        "lithium",
                        "label",
                        "Lithium",
                        "fewerThan",
                        5,
                        "cautions",
                        List.of()));
    }

    /** Of more weeks there may be numbers: to say that there were fewer than five patients would be untrue. */
    @Test
    void of_some_weeks_nothing_is_said_of_how_many_patients_there_were() {
        ofSomeWeeks = true;

        Map<?, ?> answer = (Map<?, ?>) read("application/json").getBody();
        List<String> lines = csv();

        assertThat(((List<?>) answer.get("rules")).get(1))
                .isEqualTo(Map.of(
                        "engine",
                        "guidelines",
                        "rule",
                        "lithium",
                        "label",
                        "Lithium",
                        "noWholeGroup",
                        true,
                        "cautions",
                        List.of()));
        assertThat(lines)
                .filteredOn(line -> line.contains("lithium"))
                .containsExactly(
                        "\"guidelines\",\"lithium\",\"Lithium\",\"nothing that can be told of these weeks alone\",\"\",\"\",\"\",\"\"");
    }

    @Test
    void consultations_are_told_beside_what_was_suggested_in_them() {
        Map<?, ?> answer = (Map<?, ?>) read("application/json").getBody();

        Map<?, ?> engine = (Map<?, ?>) ((List<?>) answer.get("engines")).get(0);
        assertThat((Object) engine.get("consultations")).isEqualTo(16L);
        assertThat(csv())
                .contains(
                        "\"guidelines\",\"\",\"Guideline rules\",\"consultations\",\"\",\"\",\"\",\"16\"",
                        "\"guidelines\",\"metformin\",\"Metformin\",\"consultations\",\"\",\"\",\"\",\"16\"");
    }

    @Test
    void csv_points_at_an_engine_without_rules_too() {
        assertThat(csv())
                .filteredOn(line -> line.contains("note-coding") && line.contains("caution"))
                .containsExactly("\"note-coding\",\"\",\"Note coding\",\"caution\",\"NOISE\",\"\",\"\",\"1\"");
    }

    /** The numbers are of more weeks than the one that is named. */
    @Test
    void csv_says_of_the_weeks_of_an_engine_that_they_are_those_in_which_groups_were_complete() {
        assertThat(csv())
                .contains(
                        "\"guidelines\",\"\",\"Guideline rules\",\"rejected\",\"groups complete in this week\",\"2026-11-02\",\"2026-11-08\",\"10\"");
    }

    @Test
    void csv_has_one_number_a_line_and_none_for_few_patients() {
        List<String> lines = csv();

        assertThat(lines.get(0))
                .isEqualTo("\uFEFF\"engine\",\"rule\",\"label\",\"measure\",\"item\",\"from\",\"to\",\"value\"");
        assertThat(lines)
                .contains(
                        "\"guidelines\",\"metformin\",\"Metformin\",\"rejected\",\"\",\"\",\"\",\"10\"",
                        "\"guidelines\",\"metformin\",\"Metformin\",\"rejected for\",\"wrong-data\",\"\",\"\",\"6\"",
                        "\"guidelines\",\"metformin\",\"Metformin\",\"rejected\",\"\",\"2026-11-02\",\"2026-11-08\",\"10\"",
                        "\"guidelines\",\"\",\"Guideline rules\",\"rejected\",\"\",\"\",\"\",\"10\"",
                        "\"guidelines\",\"metformin\",\"Metformin\",\"caution\",\"NOISE\",\"\",\"\",\"1\"");
        assertThat(lines)
                .filteredOn(line -> line.contains("lithium"))
                .containsExactly(
                        "\"guidelines\",\"lithium\",\"Lithium\",\"fewer than 5 patients\",\"\",\"\",\"\",\"\"");
    }

    @Test
    void csv_begins_with_the_bytes_that_say_it_is_utf_8_and_a_name_is_written_so() {
        label = "Vægttab";

        byte[] answer = (byte[]) read("text/csv").getBody();

        assertThat(answer).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("\"Vægttab\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    @Tag("X3")
    void no_cell_is_a_formula(String name) {
        label = name;

        assertThat(String.join("\r\n", csv())).contains("\"'" + name + "\"");
    }

    @Test
    @Tag("X3")
    void a_quote_in_a_cell_does_not_end_it() {
        label = "a\",\"b";

        assertThat(csv()).anyMatch(line -> line.contains("\"a\"\",\"\"b\""));
    }
}
