/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C4")
class LeafletTest {

    private static Leaflet leaflet(String title, List<String> text, String recipient, String country, String time) {
        return new Leaflet(Purpose.QUALITY, "9", "en", title, text, recipient, country, time);
    }

    @ParameterizedTest
    @CsvSource({
        "'', You can say no., We, Here, A year",
        "May we?, ' ', We, Here, A year",
        "May we?, You can say no., '', Here, A year",
        "May we?, You can say no., We, '', A year",
        "May we?, You can say no., We, Here, ''",
    })
    void trust07_a_leaflet_that_leaves_something_unsaid_is_none(
            String title, String text, String recipient, String country, String time) {
        assertThatThrownBy(() -> leaflet(title, List.of(text), recipient, country, time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9/en quality needs a title, paragraphs, recipient, country and retention");
    }

    @Test
    void a_leaflet_without_text_is_none() {
        assertThatThrownBy(() -> leaflet("May we?", List.of(), "We", "Here", "A year"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_break_can_not_make_two_leaflets_look_alike() {
        assertThatThrownBy(() -> leaflet("May we?", List.of("You can\nsay no."), "We", "Here", "A year"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_hash_is_that_of_the_lines_a_patient_reads_as_docs_leaflets_says() {
        Leaflet leaflet = leaflet("May we?", List.of("One.", "Two."), "We", "Here", "A year");

        // printf 'quality\n9\nen\nMay we?\nOne.\nTwo.\nWe\nHere\nA year' | sha256sum
        assertThat(leaflet.sha256()).isEqualTo("2bd8cff15b5cf7dc4261ccf397412a42e811792753671b9f3e703ae82e9b0dcd");
    }
}
