/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.openmrs.module.aisupport.testing.FakeOutsideEngine;
import org.openmrs.module.aisupport.testing.House;

/** The log tells operators what went wrong, and nobody whose record it was. */
@Tag("O2")
@Tag("X3")
@Isolated("it listens to the log of the whole process")
class LogTest {

    private static final LocalDate BIRTHDATE = LocalDate.of(1931, 5, 17);

    private final House house = new House();
    private final PatientRef patient = house.patients.add(BIRTHDATE);

    /** What the stand-in for the platform's log wrote meanwhile, at INFO and above. */
    private static String logOf(Runnable work) {
        PrintStream usual = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(usual);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private void journey() {
        house.engine.proposes(aProposal("potassium"));
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.runToTheEnd(patient);
        house.awaitEnd(
                house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of(FakeOutsideEngine.ID))));
        String suggestion = house.suggestionsOf(patient).get(0).suggestion().getUuid();
        house.suggestions.decide(
                suggestion,
                new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of()));
        house.suggestions.undo(suggestion);
        house.engine.breaks(new IllegalStateException("A message that quotes " + patient.uuid()));
        house.runToTheEnd(patient);
        house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
        assertThatThrownBy(() -> house.run(patient)).isInstanceOf(ConsentMissingException.class);
        house.sweep.run();
        house.withdraw(patient);
        house.pool.close();
    }

    @Test
    void a_whole_journey_leaves_no_word_about_the_patient_in_the_log() {
        String log = logOf(this::journey);

        assertThat(log)
                .contains("event=engine_call_ended")
                .contains("engine=fake end=ANSWERED millis=")
                .contains("event=engine_broke")
                .contains("cause=java.lang.IllegalStateException")
                .doesNotContain(patient.uuid(), BIRTHDATE.toString(), "A message that quotes", "potassium");
    }

    @Test
    @Tag("C6")
    void an_attribute_that_can_not_follow_is_told_of_without_whose_it_is() {
        house.grant(patient);
        house.mirror.refuseWritingOf(patient);

        String log = logOf(() -> {
            house.withdraw(patient);
            house.sweep.run();
        });

        assertThat(log).contains("event=attribute_not_written").doesNotContain(patient.uuid());
    }

    @Test
    void each_event_that_the_code_can_log_is_in_the_document_and_no_other() throws IOException {
        Set<String> logged = new TreeSet<>();
        for (String module : List.of("../api", "../omod")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    logged.addAll(eventsIn("\"event=(\\w+)", Files.readString(file)));
                }
            }
        }
        String log = Files.readString(Path.of("../docs/operations.md")).split("## The log")[1];
        Set<String> documented = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|")
                .matcher(log)
                .results()
                .flatMap(row -> eventsIn("`(\\w+)`", row.group(1)).stream())
                .collect(Collectors.toSet());

        assertThat(logged).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void every_line_above_debug_names_an_event() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("../omod/src/main/java")))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(eventsIn("(?s)LOG\\.(?:info|warn|error)\\(\\s*(.{0,8})", Files.readString(file)))
                        .as(file.toString())
                        .allMatch(start -> start.startsWith("\"event=") || start.startsWith("line,"));
            }
        }
    }

    private static Set<String> eventsIn(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
