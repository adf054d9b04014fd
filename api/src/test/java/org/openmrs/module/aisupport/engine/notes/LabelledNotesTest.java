/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Harm: thresholds are chosen, and numbers told, by a set whose labels point nowhere or whose traps have gone. */
@Tag("E2")
class LabelledNotesTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/openmrs/module/aisupport/engine/notes");
    private static final List<String> PARTS = List.of("tuning.jsonl", "report.jsonl");
    private static final Set<String> TRAPS = Set.of("negated", "family", "history", "hypothetical");
    private static final Predicate<Note> TRAP =
            note -> TRAPS.contains(note.kind) || note.kind.equals("mixed") && !note.others.isEmpty();

    private final List<Problem> dictionary = dictionary();
    private final List<Note> notes =
            PARTS.stream().flatMap(LabelledNotesTest::part).toList();

    private record Problem(String code, String name, List<String> synonyms, String dangerous) {

        static Problem of(String row) {
            String[] cells = row.split("\t", -1);
            assertThat(cells).as(row).hasSize(4);
            return new Problem(
                    cells[0],
                    cells[1],
                    Stream.of(cells[2].split("\\|")).filter(s -> !s.isEmpty()).toList(),
                    cells[3]);
        }

        Stream<String> terms() {
            return Stream.concat(Stream.of(name), synonyms.stream()).map(term -> term.toLowerCase(Locale.ROOT));
        }
    }

    private record Note(String id, String kind, String text, List<String> problems, List<String> others) {

        static Note of(String line) {
            JsonNode tree = tree(line);
            return new Note(
                    tree.path("id").asText(),
                    tree.path("kind").asText(),
                    tree.path("note").asText(),
                    texts(tree.path("problems")),
                    texts(tree.path("others")));
        }

        List<String> labels() {
            return Stream.concat(problems.stream(), others.stream()).toList();
        }

        private static List<String> texts(JsonNode array) {
            assertThat(array.isArray()).isTrue();
            return StreamSupport.stream(array.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }

        private static JsonNode tree(String line) {
            try {
                return new ObjectMapper().readTree(line);
            } catch (JsonProcessingException e) {
                throw new AssertionError(line, e);
            }
        }
    }

    private static List<Problem> dictionary() {
        return lines("problems.tsv").skip(1).map(Problem::of).toList();
    }

    private static Stream<Note> part(String file) {
        // The report part is written by somebody else, and may come later.
        return Files.exists(FOLDER.resolve(file)) ? lines(file).map(Note::of) : Stream.empty();
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private List<Note> those(Predicate<Note> which) {
        return notes.stream().filter(which).toList();
    }

    @Test
    void no_two_problems_share_a_code_or_a_term() {
        assertThat(dictionary).hasSizeBetween(300, 340);
        assertThat(dictionary)
                .extracting(Problem::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Z]\\d\\d(\\.\\d)?"));
        assertThat(dictionary.stream().flatMap(Problem::terms)).doesNotHaveDuplicates();
    }

    @Test
    void a_problem_has_a_name_at_most_three_synonyms_and_is_dangerous_or_not() {
        assertThat(dictionary).allSatisfy(problem -> {
            assertThat(problem.name).isNotBlank().isEqualTo(problem.name.strip());
            assertThat(problem.synonyms).hasSizeLessThanOrEqualTo(3);
            assertThat(problem.dangerous).isIn("", "yes");
        });
    }

    @Test
    void no_note_is_there_twice_in_either_part() {
        assertThat(notes).hasSizeGreaterThanOrEqualTo(180);
        assertThat(notes).extracting(Note::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[tr]\\d{3}"));
        assertThat(notes).extracting(Note::text).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void each_label_is_in_the_dictionary_and_stands_once_in_its_note() {
        List<String> codes = dictionary.stream().map(Problem::code).toList();

        assertThat(notes)
                .allSatisfy(note ->
                        assertThat(note.labels()).as(note.id).isSubsetOf(codes).doesNotHaveDuplicates());
    }

    @Test
    void each_kind_holds_what_it_says() {
        assertThat(notes).allSatisfy(note -> {
            assertThat(note.problems).as(note.id).hasSizeLessThanOrEqualTo(3);
            assertThat(List.of(!note.problems.isEmpty(), !note.others.isEmpty()))
                    .as(note.id + ", " + note.kind + ": has problems, has others")
                    .isIn(whatMayBe(note.kind));
        });
    }

    /** Whether a note of the kind may have problems, and others. */
    private static List<List<Boolean>> whatMayBe(String kind) {
        List<List<Boolean>> may = new ArrayList<>();
        switch (kind) {
            case "plain" -> may.add(List.of(true, false));
            case "mixed" -> may.add(List.of(true, true));
            case "nothing" -> may.addAll(List.of(List.of(false, false), List.of(false, true)));
            case "negated", "family", "history", "hypothetical" ->
                may.addAll(List.of(List.of(true, true), List.of(false, true)));
            default -> throw new AssertionError("There is no kind " + kind);
        }
        return may;
    }

    @Test
    void a_quarter_of_the_notes_sets_a_trap_and_a_quarter_has_nothing_to_propose() {
        assertThat(those(TRAP).size() * 4).isGreaterThanOrEqualTo(notes.size());
        assertThat(those(note -> note.kind.equals("nothing")).size() * 4).isGreaterThanOrEqualTo(notes.size());
    }

    @Test
    void what_must_not_be_missed_is_in_at_least_25_notes() {
        List<String> dangerous = dictionary.stream()
                .filter(problem -> problem.dangerous.equals("yes"))
                .map(Problem::code)
                .toList();

        assertThat(those(note -> note.problems.stream().anyMatch(dangerous::contains)))
                .hasSizeGreaterThanOrEqualTo(25);
    }
}
