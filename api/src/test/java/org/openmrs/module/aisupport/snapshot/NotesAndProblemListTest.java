/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read of what somebody wrote, and of the whole problem list. */
@Tag("E2")
class NotesAndProblemListTest {

    private static final int NOTE = 1;
    private static final int DIABETES = 2;
    private static final int ABUSE = 3;
    private static final String INPUT = "encounter-note";
    private static final String PROBLEMS = "problem-list";

    private final ReadingFixture reading = new ReadingFixture();
    private final FakeChart chart = reading.chart()
            .concept(NOTE, "CIEL", "162169")
            .concept(DIABETES, "local", "4711")
            .concept(ABUSE, "local", "4712");

    @Test
    void notes_come_newest_first_as_they_were_written_and_older_ones_not_at_all() {
        chart.note(NOTE, "Cough since Monday", NOW.minus(20, HOURS))
                .note(NOTE, " Chest clear.\n", NOW.minus(1, HOURS))
                .note(NOTE, "   ", NOW.minus(2, HOURS))
                .note(NOTE, "Sprained ankle", NOW.minus(15, DAYS));

        assertThat(reading.read(INPUT).recentNotes(INPUT))
                .extracting(RecordedNote::text)
                .containsExactly(" Chest clear.\n", "Cough since Monday");
    }

    @Test
    @Tag("X3")
    void of_a_huge_note_the_beginning_is_read_and_that_is_said() {
        chart.note(NOTE, "x".repeat(1_000_000), NOW);

        Snapshot snapshot = reading.read(INPUT);

        assertThat(snapshot.recentNotes(INPUT)).singleElement().satisfies(note -> assertThat(note.text())
                .hasSize(RecordedNote.LENGTH));
        assertThat(snapshot.qualityNotes())
                .extracting(Snapshot.QualityNote::text)
                .containsExactly("Of a note of 1000000 characters only the first 20000 were read.");
    }

    @Test
    @Tag("C10")
    void trust11_no_note_is_read_of_a_patient_who_left_sensitive_topics_out() {
        chart.note(NOTE, "Drinks more since the divorce", NOW);
        reading.sensitive(FakeChart.uuidOf(ABUSE));

        Snapshot without = reading.read(INPUT);
        Snapshot with = reading.readWithGrant(INPUT);

        assertThat(without.canRead(INPUT)).isFalse();
        assertThat(without.isLeftOut(INPUT)).isTrue();
        assertThat(text(without)).doesNotContain("divorce");
        assertThat(chart.observedConcepts()).as("asked for with the grant only").containsExactly(NOTE);
        assertThat(with.recentNotes(INPUT)).hasSize(1);
    }

    @Test
    void the_problem_list_holds_every_coded_problem_whichever_input_it_is_of() {
        chart.condition(DIABETES, false, NOW).diagnosis(ABUSE, "encounter-1", NOW);

        Snapshot snapshot = reading.read(PROBLEMS);

        assertThat(snapshot.canRead(PROBLEMS)).isTrue();
        assertThat(snapshot.isOnProblemList(DIABETES)).isTrue();
        assertThat(snapshot.isOnProblemList(ABUSE)).isTrue();
        assertThat(snapshot.isOnProblemList(NOTE)).isFalse();
    }

    @Test
    @Tag("E6")
    void trust12_an_engine_that_asks_for_neither_gets_neither() {
        chart.note(NOTE, "Cough since Monday", NOW).condition(DIABETES, true, NOW);

        Snapshot both = reading.read(INPUT, PROBLEMS);
        Snapshot neither = both.only(Set.of("creatinine"));

        assertThat(text(both)).contains("Cough since Monday", String.valueOf(DIABETES));
        assertThat(text(neither)).doesNotContain("Cough");
        assertThat(neither.isOnProblemList(DIABETES)).isFalse();
        assertThat(neither.sha256()).isNotEqualTo(both.sha256());
    }

    private static String text(Snapshot snapshot) {
        return new String(snapshot.canonical(), StandardCharsets.UTF_8);
    }
}
