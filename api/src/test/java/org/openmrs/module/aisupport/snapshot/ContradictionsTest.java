/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Harm: of two values that can't both be true, a suggestion rests on the wrong one. */
@Tag("E2")
class ContradictionsTest {

    private static final int CREATININE = 1;
    private static final int CREATININE_MG = 2;
    private static final int SYSTOLIC = 3;

    private final ReadingFixture reading = new ReadingFixture();

    ContradictionsTest() {
        reading.chart()
                .concept(CREATININE, "CIEL", "790", "umol/L")
                .concept(CREATININE_MG, "CIEL", "164364", "mg/dL")
                .concept(SYSTOLIC, "CIEL", "5085", "mmHg");
    }

    @Test
    void neither_of_two_that_contradict_each_other_is_used_and_both_are_told() {
        reading.chart()
                .number(CREATININE, 80, NOW.minus(Duration.ofHours(3)))
                .number(CREATININE, 121, NOW.minus(Duration.ofHours(1)))
                .number(CREATININE, 85, NOW.minus(Duration.ofDays(40)));

        Snapshot snapshot = reading.read("creatinine");

        assertThat(snapshot.all("creatinine")).extracting(Measurement::value).containsExactly(85.0);
        assertThat(snapshot.qualityNotes())
                .containsExactly(Snapshot.QualityNote.about(
                        "creatinine",
                        "Serum creatinine on 2026-11-24 is recorded as 80 umol/L and 121 umol/L;"
                                + " they contradict each other, and none was used"));
    }

    @Test
    void values_that_differ_by_less_or_by_a_day_stand_side_by_side() {
        reading.chart()
                .number(CREATININE, 80, NOW.minus(Duration.ofHours(3)))
                .number(CREATININE, 120, NOW.minus(Duration.ofHours(1)))
                .number(CREATININE, 240, NOW.minus(Duration.ofHours(13)));

        Snapshot snapshot = reading.read("creatinine");

        assertThat(snapshot.all("creatinine")).hasSize(3);
        assertThat(snapshot.qualityNotes()).isEmpty();
    }

    @Test
    void they_are_compared_in_one_unit_and_told_in_their_own() {
        reading.chart()
                .number(CREATININE, 80, NOW.minus(Duration.ofHours(3)))
                .number(CREATININE_MG, 0.9, NOW.minus(Duration.ofHours(1)));
        assertThat(reading.read("creatinine").all("creatinine")).hasSize(2);

        reading.chart().number(CREATININE_MG, 2.5, NOW.minus(Duration.ofMinutes(1)));

        assertThat(reading.read("creatinine").all("creatinine")).isEmpty();
        assertThat(reading.read("creatinine").qualityNotes())
                .singleElement()
                .extracting(Snapshot.QualityNote::text)
                .asString()
                .contains("80 umol/L and 0.9 mg/dL and 2.5 mg/dL");
    }

    @Test
    void blood_pressures_of_one_day_may_differ_as_they_do() {
        reading.chart()
                .number(SYSTOLIC, 110, NOW.minus(Duration.ofHours(3)))
                .number(SYSTOLIC, 200, NOW.minus(Duration.ofHours(1)));

        assertThat(reading.read("systolic-bp").all("systolic-bp")).hasSize(2);
    }

    /** What is not plausible is told once, as that. */
    @Test
    void a_value_that_is_not_plausible_contradicts_nothing() {
        reading.chart()
                .number(CREATININE, 80, NOW.minus(Duration.ofHours(3)))
                .number(CREATININE, 9000, NOW.minus(Duration.ofHours(1)));

        Snapshot snapshot = reading.read("creatinine");

        assertThat(snapshot.all("creatinine")).hasSize(1);
        assertThat(snapshot.qualityNotes()).hasSize(1);
    }
}
