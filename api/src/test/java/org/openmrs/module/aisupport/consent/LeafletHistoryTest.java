/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change that calls itself smaller than it is would keep a yes alive that was given to something else. */
@Tag("C4")
class LeafletHistoryTest {

    private static final LeafletVersion FIRST = version("1", allMaterial(), "en", "da");

    private static LeafletVersion next(Map<Purpose, LeafletChange> changes, UnaryOperator<Leaflet> ownCare) {
        LeafletVersion same = version("2", changes, "en", "da");
        List<Leaflet> leaflets = new ArrayList<>(same.leaflets());
        leaflets.replaceAll(leaflet -> leaflet.purpose() == Purpose.OWN_CARE ? ownCare.apply(leaflet) : leaflet);
        return new LeafletVersion("2", changes, leaflets);
    }

    private static LeafletVersion version(String version, Map<Purpose, LeafletChange> changes, String... languages) {
        List<Leaflet> leaflets = Arrays.stream(languages)
                .flatMap(
                        language -> Arrays.stream(Purpose.values()).map(purpose -> leaflet(purpose, version, language)))
                .toList();
        return new LeafletVersion(version, changes, leaflets);
    }

    private static Leaflet leaflet(Purpose purpose, String version, String language) {
        return new Leaflet(purpose, version, language, "May we?", List.of("You can say no."), "We", "Here", "A year");
    }

    private static Map<Purpose, LeafletChange> allMaterial() {
        Map<Purpose, LeafletChange> changes = new EnumMap<>(Purpose.class);
        Arrays.stream(Purpose.values()).forEach(purpose -> changes.put(purpose, LeafletChange.MATERIAL));
        return changes;
    }

    private static Map<Purpose, LeafletChange> ownCare(LeafletChange change) {
        return Map.of(Purpose.OWN_CARE, change);
    }

    private static Leaflet with(Leaflet leaflet, String title, String recipient, String country, String retention) {
        return new Leaflet(
                leaflet.purpose(),
                leaflet.version(),
                leaflet.language(),
                title,
                leaflet.text(),
                recipient,
                country,
                retention);
    }

    private static void refused(String complaint, LeafletVersion... versions) {
        assertThatThrownBy(() -> new Leaflets(List.of(versions)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({"A company, Here, A year", "We, Elsewhere, A year", "We, Here, For ever"})
    void trust07_another_recipient_country_or_retention_is_material(
            String recipient, String country, String retention) {
        UnaryOperator<Leaflet> change = leaflet -> with(leaflet, leaflet.title(), recipient, country, retention);

        refused(
                "2/da own-care names another recipient, country or retention than before. That is material.",
                FIRST,
                next(ownCare(LeafletChange.EDITORIAL), change));
        assertThatCode(() -> new Leaflets(List.of(FIRST, next(ownCare(LeafletChange.MATERIAL), change))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_change_that_the_index_does_not_admit_is_refused() {
        refused(
                "2/en own-care reads otherwise than before, but index.json does not say so.",
                FIRST,
                next(Map.of(Purpose.QUALITY, LeafletChange.EDITORIAL), leaflet -> reworded(leaflet)));
    }

    @Test
    void an_editorial_change_may_reword() {
        assertThatCode(() -> new Leaflets(
                        List.of(FIRST, next(ownCare(LeafletChange.EDITORIAL), leaflet -> reworded(leaflet)))))
                .doesNotThrowAnyException();
    }

    private static Leaflet reworded(Leaflet leaflet) {
        return with(leaflet, "May we, please?", leaflet.recipient(), leaflet.country(), leaflet.retention());
    }

    @Test
    void a_version_that_changes_nothing_is_none() {
        refused("Version 2 changes no purpose.", FIRST, version("2", Map.of(), "en", "da"));
    }

    @Test
    void no_language_is_lost() {
        refused(
                "Version 2 lacks languages of the one before: [da].",
                FIRST,
                version("2", ownCare(LeafletChange.EDITORIAL), "en"));
    }

    @Test
    void a_version_without_English_has_nothing_to_fall_back_to() {
        refused("Version 1 has no leaflet in English", version("1", allMaterial(), "da"));
    }

    @Test
    void two_versions_of_one_name_are_refused() {
        refused("There are two versions 1.", FIRST, version("1", ownCare(LeafletChange.EDITORIAL), "en", "da"));
    }

    @Test
    void the_first_version_is_material_for_all() {
        refused(
                "Version 1 is the first, so its quality is material.",
                version("1", ownCare(LeafletChange.MATERIAL), "en"));
    }
}
