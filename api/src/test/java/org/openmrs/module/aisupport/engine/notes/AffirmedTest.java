/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a note is taken to be so, now, and of the patient. */
@Tag("E2")
class AffirmedTest {

    private final Affirmed affirmed = new Affirmed(Cues.load());

    private List<String> affirmedIn(String note) {
        return affirmed.piecesOf(note).stream()
                .map(piece -> note.substring(piece.start(), piece.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No chest pain, palpitations or breathlessness.|",
                "Cough for three weeks but no fever|Cough for three weeks",
                "Denies thoughts of self-harm. Sleeps badly.|Sleeps badly",
                "Pneumonia unlikely, cough since Monday|cough since Monday",
                "Chest clear, wheeze at night|wheeze at night",
                "Swollen calf, DVT excluded|Swollen calf",
                "HIV rapid non-reactive|",
                "Wrist not swollen, thumb painful|thumb painful",
                "Cough is not settling|Cough is not settling",
                "Life is not worth living|Life is not worth living",
            })
    void what_is_denied_is_left_out_and_the_rest_is_not(String note, String left) {
        assertThat(String.join(" / ", affirmedIn(note))).isEqualTo(left == null ? "" : left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mother has type 2 diabetes",
                "FHx: MI (father), breast cancer",
                "Diabetes in both parents",
                "Her sister had epilepsy",
            })
    void what_relatives_have_is_left_out(String note) {
        assertThat(affirmedIn(note)).noneMatch(text -> text.matches(".*(diabetes|MI|cancer|epilepsy).*"));
    }

    @Test
    void a_mother_who_tells_of_her_child_is_no_family_history() {
        assertThat(affirmedIn("Mum reports fever and a barking cough"))
                .singleElement()
                .asString()
                .contains("barking cough");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?PE",
                "r/o pneumonia",
                "Worried about bowel cancer",
                "Return if signs of sepsis",
                "Flu vaccine given",
                "DDx: gout, septic arthritis",
                "CT to exclude stroke",
            })
    void what_is_feared_or_looked_for_is_left_out(String note) {
        assertThat(String.join(" ", affirmedIn(note)))
                .doesNotContain("PE", "pneumonia", "cancer", "sepsis", "Flu", "gout", "stroke");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asthma as a child",
                "Previous gout",
                "Depression years ago, none since",
                "TB (treated 2009)",
                "Ulcer healed",
                "s/p appendicectomy for appendicitis",
            })
    void what_is_over_is_left_out(String note) {
        assertThat(String.join(" ", affirmedIn(note)))
                .doesNotContain("Asthma", "gout", "Depression", "TB", "Ulcer", "appendicitis");
    }

    @Test
    void a_disease_since_a_year_is_not_over() {
        assertThat(affirmedIn("Hypertension since 2015")).containsExactly("Hypertension since 2015");
    }

    @Test
    void a_piece_knows_where_it_stands_and_in_which_sentence() {
        String note = "Seen with her son.\nPain in the calf, no fever.";

        assertThat(affirmed.piecesOf(note)).last().satisfies(piece -> {
            assertThat(note.substring(piece.start(), piece.end())).isEqualTo("Pain in the calf");
            assertThat(note.substring(piece.sentenceStart(), piece.sentenceEnd()))
                    .isEqualTo("Pain in the calf, no fever.");
        });
    }

    @Test
    void a_full_stop_in_a_number_or_a_short_form_ends_no_sentence() {
        assertThat(Sentences.of("HbA1c 7.5 on metformin b.d. today. Feet fine."))
                .hasSize(2);
    }

    @Test
    void nothing_and_signs_alone_say_nothing() {
        assertThat(affirmedIn("")).isEmpty();
        assertThat(affirmedIn(" \n\t?!… -- \u0000 \uD83D")).isEmpty();
    }
}
