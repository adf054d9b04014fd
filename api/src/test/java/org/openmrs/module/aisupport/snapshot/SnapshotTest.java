/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.aisupport.platform.Sex;

/** What of a snapshot still counts, and what an engine may see of it. */
@Tag("E1")
class SnapshotTest {

    @ParameterizedTest(name = "{0} of {1} days ago counts: {2}")
    @CsvSource({
        "creatinine, 366, true",
        "creatinine, 367, false",
        "hba1c, 366, true",
        "hba1c, 367, false",
        "systolic-bp, 30, true",
        "systolic-bp, 31, false",
        "diastolic-bp, 30, true",
        "diastolic-bp, 31, false"
    })
    void a_value_counts_up_to_the_last_day_that_the_mapping_allows(String input, int daysAgo, boolean counts) {
        Snapshot snapshot = aWoman(60).measured(input, 100, daysAgo).build();

        assertThat(snapshot.recent(input)).hasSize(counts ? 1 : 0);
        assertThat(snapshot.latest(input).isPresent()).isEqualTo(counts);
        assertThat(snapshot.all(input)).as("is in the record all the same").hasSize(1);
    }

    @Test
    void the_last_day_counts_from_its_first_minute() {
        Instant firstMinute = Instant.parse("2026-10-25T00:00:00Z");
        Snapshot snapshot = aWoman(60)
                .measured("systolic-bp", 120, firstMinute, "e")
                .measured("systolic-bp", 121, firstMinute.minus(1, SECONDS), "e")
                .build();

        assertThat(snapshot.recent("systolic-bp"))
                .extracting(Measurement::value)
                .containsExactly(120.0);
    }

    @Test
    void a_value_of_the_future_does_not_count() {
        Snapshot snapshot = aWoman(60)
                .measured("creatinine", 300, NOW.plus(1, SECONDS), "e")
                .measured("creatinine", 80, 5)
                .build();

        assertThat(snapshot.latest("creatinine")).map(Measurement::value).contains(80.0);
    }

    @ParameterizedTest(name = "an answer of {0} days ago counts: {1}")
    @CsvSource({"300, true", "301, false", "-1, false"})
    void an_answer_counts_up_to_the_last_day_that_the_mapping_allows(int daysAgo, boolean counts) {
        Snapshot snapshot = aWoman(30).answer("pregnancy-status", true, daysAgo).build();

        assertThat(snapshot.latestAnswer("pregnancy-status").isPresent()).isEqualTo(counts);
    }

    @ParameterizedTest(name = "started {0} days ago, ended {1} days ago: active {2}")
    @CsvSource({"10, , true", "0, , true", "-1, , false", "10, 0, false", "10, 1, false", "10, -1, true"})
    void an_order_is_active_from_its_start_until_its_end(int started, Integer ended, boolean active) {
        Snapshot snapshot = aMan(60).medication("metformin", started, ended).build();

        assertThat(snapshot.activeMedications("metformin")).hasSize(active ? 1 : 0);
    }

    @ParameterizedTest(name = "born on {0}: {1}")
    @CsvSource({"2008-11-24, 18", "2008-11-25, 17", "1966-11-24, 60", "2026-11-24, 0"})
    void age_is_counted_in_whole_years_on_the_day(LocalDate born, int age) {
        Snapshot snapshot = aWoman(1).born(Optional.of(born)).build();

        assertThat(snapshot.patient().ageOn(snapshot.today())).contains(age);
    }

    @Test
    void age_is_unknown_without_a_birth_date_or_with_one_that_is_still_to_come() {
        LocalDate today = LocalDate.of(2026, 11, 24);

        assertThat(new PatientFacts("p", Sex.FEMALE, Optional.empty()).ageOn(today))
                .isEmpty();
        assertThat(new PatientFacts("p", Sex.FEMALE, Optional.of(today.plusDays(1))).ageOn(today))
                .isEmpty();
    }

    @Test
    void a_day_is_the_day_in_the_practice() {
        Snapshot inSamoa = new Snapshot(
                new PatientFacts("p", Sex.FEMALE, Optional.empty()),
                NOW,
                ZoneId.of("Pacific/Apia"),
                new SnapshotInputs(Map.of(), Map.of(), Set.of()),
                new Snapshot.Contents(List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), 0, List.of()));

        assertThat(inSamoa.today()).isEqualTo("2026-11-25");
    }

    @Test
    void what_is_lacking_is_told_with_the_span_in_which_it_was_looked_for() {
        Snapshot snapshot = aWoman(60).build();

        assertThat(snapshot.labelOfRecent("creatinine")).isEqualTo("Serum creatinine of the last 12 months");
        assertThat(snapshot.labelOfRecent("systolic-bp")).isEqualTo("Systolic blood pressure of the last 30 days");
    }

    @Test
    @Tag("E6")
    void trust12_an_engine_sees_the_inputs_that_it_declared_and_no_others() {
        Snapshot whole = aWoman(60)
                .unmapped("hypertension")
                .unmapped("hba1c")
                .measured("creatinine", 80, 1)
                .measured("systolic-bp", 150, 1)
                .problem("diabetes", true, 10)
                .problem("pregnancy", true, 10)
                .medication("metformin", 10, null)
                .answer("pregnancy-status", true, 10)
                .build();

        Snapshot seen = whole.only(Set.of("creatinine", "diabetes", "hba1c"));

        assertThat(seen.all("creatinine")).hasSize(1);
        assertThat(seen.problems("diabetes")).hasSize(1);
        assertThat(seen.canRead("creatinine")).isTrue();
        assertThat(seen.canRead("hba1c")).isFalse();
        assertThat(seen.labelOf("hba1c")).isEqualTo("HbA1c");
        assertThat(new String(seen.canonical(), StandardCharsets.UTF_8))
                .contains("creatinine", "diabetes")
                .doesNotContain("systolic-bp", "pregnancy", "metformin");
        for (String undeclared : List.of("systolic-bp", "pregnancy", "metformin", "pregnancy-status", "hypertension")) {
            assertThat(seen.canRead(undeclared)).as(undeclared).isFalse();
            assertThat(seen.labelOf(undeclared)).as("not even its label").isEqualTo(undeclared);
        }
    }

    @Test
    @Tag("E6")
    void trust12_notes_on_other_inputs_are_left_out_too() {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, "CIEL", "790", "mmol/L")
                .concept(2, "CIEL", "5085", "kPa")
                .number(1, 90, NOW.minus(1, DAYS))
                .number(2, 18, NOW.minus(1, DAYS));

        Snapshot whole = reading.read("creatinine", "systolic-bp");

        assertThat(whole.qualityNotes()).hasSize(2);
        assertThat(whole.only(Set.of("creatinine")).qualityNotes())
                .extracting(Snapshot.QualityNote::input)
                .containsExactly(Optional.of("creatinine"));
    }

    @Test
    @Tag("A1")
    void the_hash_for_the_audit_changes_with_the_content_and_with_nothing_else() {
        Snapshot snapshot = aWoman(60)
                .measured("creatinine", 80, 1)
                .medication("metformin", 9, null)
                .build();
        Snapshot without = snapshot.only(Set.of("creatinine"));

        assertThat(snapshot.only(Set.of("creatinine", "metformin")).sha256()).isEqualTo(snapshot.sha256());
        assertThat(without.sha256()).hasSize(64).isNotEqualTo(snapshot.sha256());
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({"118.0, 118", "6.5, 6.5", "0.87, 0.87", "0.875, 0.88", "100, 100", "1200.0, 1200", "0, 0"})
    void numbers_are_written_as_a_person_writes_them(double number, String written) {
        assertThat(Numbers.plain(number)).isEqualTo(written);
    }
}
