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
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C4")
class LeafletsTest {

    private final Leaflets published = Leaflets.load();

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void the_current_version_holds_for_every_purpose(Purpose purpose) {
        assertThat(published.stillHolds(purpose, published.currentVersion())).isTrue();
        assertThat(MadeUpLeaflets.asOf("3").stillHolds(purpose, "3")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void an_editorial_version_lapses_nothing(Purpose purpose) {
        assertThat(MadeUpLeaflets.asOf("2").stillHolds(purpose, "1")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void a_material_version_lapses_its_own_purpose_and_no_other(Purpose purpose) {
        boolean untouched = purpose != Purpose.OWN_CARE;

        assertThat(MadeUpLeaflets.asOf("3").stillHolds(purpose, "2")).isEqualTo(untouched);
        assertThat(MadeUpLeaflets.asOf("3").stillHolds(purpose, "1")).isEqualTo(untouched);
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void version_1_of_the_module_lapses_with_version_2(Purpose purpose) {
        assertThat(published.stillHolds(purpose, "1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "", "one"})
    void a_version_that_nobody_knows_holds_nothing(String unknown) {
        assertThat(MadeUpLeaflets.asOf("3").stillHolds(Purpose.QUALITY, unknown))
                .isFalse();
        assertThat(MadeUpLeaflets.asOf("3").stillHolds(Purpose.QUALITY, null)).isFalse();
    }

    @Test
    void what_holds_begins_with_the_last_material_change_of_that_purpose() {
        assertThat(MadeUpLeaflets.asOf("3").holding(Purpose.OWN_CARE)).containsExactly("3");
        assertThat(MadeUpLeaflets.asOf("3").holding(Purpose.QUALITY)).containsExactly("1", "2", "3");
    }

    @Test
    void a_version_that_is_not_published_yet_holds_nothing() {
        assertThat(MadeUpLeaflets.asOf("1").stillHolds(Purpose.QUALITY, "2")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"en,en", "da,da", "fr,fr", "es,es", "pt,pt", "pt-BR,pt", "da-DK,da", "tlh,en", "und,en"})
    void the_current_leaflet_is_in_the_language_asked_for_or_else_in_English(String asked, String answered) {
        List<Leaflet> current = published.current(Locale.forLanguageTag(asked));

        assertThat(current).extracting(Leaflet::purpose).containsExactly(Purpose.values());
        assertThat(current).extracting(Leaflet::language).containsOnly(answered);
        assertThat(current).extracting(Leaflet::version).containsOnly(published.currentVersion());
    }

    @Test
    void an_older_version_can_still_be_read() {
        assertThat(published.find(Purpose.OWN_CARE, "1", "da")).isPresent();
        assertThat(published.find(Purpose.OWN_CARE, "1", "fr")).isEmpty();
    }

    @Test
    void version_1_still_is_what_patients_were_told() {
        assertThat(published.find(Purpose.OWN_CARE, "1", "en").orElseThrow().sha256())
                .isEqualTo("ea94ba816af7feaa14babe53a340a5c1e13283bd71d1bf705951865b8c7b01bf");
        assertThat(published.find(Purpose.COMMERCIAL, "1", "da").orElseThrow().sha256())
                .isEqualTo("9c95cec3598ea432aa4985769b3b722be03b723aa2ae5c741699e04a07069892");
    }

    @Test
    void trust07_a_recipient_edited_in_a_published_leaflet_does_not_load() {
        assertThatThrownBy(() -> Leaflets.load("/leaflets-wrong/edited/"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1/en own-care (its hash is ")
                .hasMessageContaining("Publish a changed text as a new version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown-change | Version 1 calls its change of own-care \"big\". It is \"material\" or \"editorial\".",
                "unknown-purpose | Version 1 changes \"own-car\", which is no purpose.",
                "without-version | index.json lacks \"version\"",
                "without-file | There is no leaflet file /leaflets-wrong/without-file/1/en.json.",
                "empty | List at least one version in index.json."
            })
    void an_index_that_is_wrong_says_what_to_mend(String folder, String complaint) {
        assertThatThrownBy(() -> Leaflets.load("/leaflets-wrong/" + folder + "/"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(complaint);
    }
}
