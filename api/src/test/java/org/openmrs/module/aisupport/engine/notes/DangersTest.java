/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lexicon beside the model. */
@Tag("E2")
class DangersTest {

    private final Dangers dangers = Dangers.load();

    private List<String> in(String... pieces) {
        return dangers.in(List.of(pieces), List.of()).stream()
                .map(sign -> sign.danger().name())
                .toList();
    }

    @Test
    void a_picture_is_told_whose_members_are_spread_over_the_note() {
        assertThat(in("pleuritic pain since yesterday", "coughing blood this morning"))
                .contains("Pulmonary embolism");
        assertThat(in("pleuritic pain since yesterday")).doesNotContain("Pulmonary embolism");
    }

    @Test
    void the_sign_is_the_piece_that_completes_the_picture() {
        assertThat(dangers.in(List.of("pleuritic pain", "tired", "coughing blood"), List.of()))
                .filteredOn(sign -> sign.danger().name().equals("Pulmonary embolism"))
                .singleElement()
                .satisfies(sign -> assertThat(sign.at()).isEqualTo(2));
    }

    @Test
    void what_the_note_names_has_been_thought_of() {
        List<String> picture = List.of("pleuritic pain since yesterday", "coughing blood this morning");

        assertThat(in("pleuritic pain, coughing blood", "to hospital with pulmonary embolism"))
                .isEmpty();

        assertThat(dangers.in(picture, List.of("no pulmonary embolism on the scan")))
                .noneMatch(sign -> sign.danger().name().equals("Pulmonary embolism"));
    }

    @Test
    void each_condition_has_pictures_and_a_name_of_its_own_and_is_told_by_its_own_words() {
        Set<String> names = new HashSet<>();
        for (Dangers.Danger danger : dangers.all()) {
            assertThat(names.add(danger.name())).as(danger.name()).isTrue();
            assertThat(danger.pictures()).as(danger.name()).isNotEmpty().allSatisfy(picture -> assertThat(picture)
                    .isNotEmpty());
        }
        assertThat(names)
                .contains(
                        "Heart failure", "Pulmonary embolism", "Stroke", "Giant cell arteritis", "Sepsis", "Delirium");
    }

    @Test
    void an_ordinary_note_rings_no_bell() {
        assertThat(in("runny nose and sore throat for three days", "slept well", "paracetamol as needed"))
                .isEmpty();
        assertThat(in("knee pain on stairs, worse in the evening", "diabetic review, feet fine"))
                .isEmpty();
    }
}
