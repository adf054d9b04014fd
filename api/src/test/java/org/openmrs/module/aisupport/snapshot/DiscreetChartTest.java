/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.ChartReader.MedicationRow;
import org.openmrs.module.aisupport.platform.ChartReader.ObservationRow;
import org.openmrs.module.aisupport.platform.ChartReader.ProblemRow;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Row by row: whoever reads this chart, whatever for, does not get what is left out. */
@Tag("C10")
class DiscreetChartTest {

    private static final int SENSITIVE = 1;
    private static final int OTHER = 2;
    private static final PatientRef ANYBODY = new PatientRef(1, "patient-1");

    private final FakeChart whole = new FakeChart();
    private final DiscreetChart chart = new DiscreetChart(whole, Set.of(SENSITIVE));

    @Test
    void trust11_an_observation_is_dropped_by_question_by_answer_and_by_group() {
        whole.number(SENSITIVE, 1, NOW)
                .answer(OTHER, SENSITIVE, NOW)
                .answer(SENSITIVE, OTHER, NOW)
                .numberIn(Set.of(3, SENSITIVE), OTHER, 1, NOW)
                .numberIn(Set.of(3), OTHER, 2, NOW)
                .answer(OTHER, 3, NOW);

        assertThat(chart.observations(ANYBODY, Set.of(SENSITIVE, OTHER)))
                .extracting(ObservationRow::number, ObservationRow::answerConceptId)
                .containsExactlyInAnyOrder(
                        tuple(Optional.of(2.0), Optional.empty()), tuple(Optional.empty(), Optional.of(3)));
    }

    @Test
    void trust11_a_problem_is_dropped_by_its_concept_and_free_text_is_not() {
        whole.condition(SENSITIVE, true, NOW)
                .diagnosis(SENSITIVE, "encounter-1", NOW)
                .condition(OTHER, true, NOW)
                .freeTextCondition();

        assertThat(chart.problems(ANYBODY))
                .extracting(ProblemRow::conceptId)
                .containsExactly(Optional.of(OTHER), Optional.empty());
    }

    @Test
    void trust11_an_order_is_dropped_by_its_own_concept_and_by_that_of_its_drug() {
        whole.order(SENSITIVE, NOW, null)
                .order(Set.of(OTHER, SENSITIVE), NOW, null)
                .order(Set.of(OTHER, 3), NOW, null);

        assertThat(chart.medications(ANYBODY, Set.of()))
                .extracting(MedicationRow::conceptIds)
                .containsExactly(Set.of(OTHER, 3));
    }
}
