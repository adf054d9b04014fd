/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E2")
class AbbreviationsTest {

    private static Abbreviations of(Map<String, String> list) {
        return new Abbreviations(new ObjectMapper().valueToTree(list));
    }

    @Test
    void a_short_form_in_capitals_is_taken_as_it_stands_and_one_in_small_letters_in_any_case() {
        Abbreviations list = of(Map.of("OE", "otitis externa", "htn", "hypertension"));

        assertThat(list.writeOut("OE, oe nad, HTN, Htn"))
                .isEqualTo("otitis externa, oe nad, hypertension, hypertension");
    }

    @Test
    void only_whole_words_are_short_forms() {
        assertThat(of(Map.of("PE", "pulmonary embolism")).writeOut("PEs, HYPE and PE."))
                .isEqualTo("PEs, HYPE and pulmonary embolism.");
    }

    @Test
    @Tag("O2")
    void a_sites_own_go_before_the_modules_and_can_take_one_away() {
        Abbreviations own = of(Map.of("OE", "otitis externa", "htn", "hypertension"));

        Abbreviations sites = own.with("HPT = hypertension ;\r\n OE=\nhtn= high blood pressure;");

        assertThat(sites.problems()).isEmpty();
        assertThat(sites.writeOut("HPT, OE, HTN")).isEqualTo("hypertension, OE, high blood pressure");
        assertThat(own.writeOut("HPT, OE, HTN")).as("of the module").isEqualTo("HPT, otitis externa, hypertension");
    }

    @Test
    @Tag("O2")
    void what_is_not_understood_changes_nothing_and_is_told() {
        Abbreviations sites =
                of(Map.of("OE", "otitis externa")).with("HPT; two words = x; a = b = c; = y; MI = heart attack");

        assertThat(sites.problems()).singleElement().satisfies(problem -> assertThat(problem)
                .contains("aisupport.noteCoding.abbreviations", ": HPT; two words = x; a = b = c; = y. "));
        assertThat(sites.writeOut("OE, HPT, a, MI")).isEqualTo("otitis externa, HPT, a, heart attack");
    }

    @Test
    void the_modules_own_list_stands_for_something_else_each() {
        NoteFiles.read("abbreviations.json").path("abbreviations").fieldNames().forEachRemaining(form -> assertThat(
                        Abbreviations.load().writeOut(form))
                .as(form)
                .isNotEqualTo(form)
                .isNotBlank());
    }
}
