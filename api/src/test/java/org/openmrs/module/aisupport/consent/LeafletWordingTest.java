/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.aisupport.consent.LeafletWords.Said;

/** What every current leaflet must say, whatever the purpose and the language. */
@Tag("C4")
class LeafletWordingTest {

    private static final Leaflets LEAFLETS = Leaflets.load();

    /** Longer is not read. The languages that say it in more words than English may be a tenth longer. */
    private static final int MOST_WORDS_ENGLISH = 195;

    static Stream<Leaflet> current() {
        return LeafletWords.BY_LANGUAGE.keySet().stream().flatMap(LeafletWordingTest::in);
    }

    static Stream<Leaflet> everyVersion() {
        return LEAFLETS.versions().stream().flatMap(version -> version.leaflets().stream());
    }

    private static Stream<Leaflet> in(String language) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> LEAFLETS.find(purpose, LEAFLETS.currentVersion(), language)
                        .orElseThrow());
    }

    private static void says(Leaflet leaflet, Said topic) {
        String text = String.join("\n", leaflet.text()).toLowerCase(Locale.ROOT);
        List<String> words = LeafletWords.BY_LANGUAGE.get(leaflet.language()).get(topic);
        assertThat(text).as("%s says: %s", leaflet.name(), topic).contains(words);
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void trust07_recipient_country_and_retention_are_said(Leaflet leaflet) {
        assertThat(List.of(leaflet.recipient(), leaflet.country(), leaflet.retention()))
                .as(leaflet.name())
                .noneMatch(String::isBlank)
                .allMatch(line -> line.length() > 10, "says something");
    }

    @ParameterizedTest
    @MethodSource("current")
    void trust14_the_GP_decides(Leaflet leaflet) {
        says(leaflet, Said.GP_DECIDES);
    }

    @ParameterizedTest
    @MethodSource("current")
    void trust05_a_no_is_open_later_too_and_to_whom_it_is_said(Leaflet leaflet) {
        says(leaflet, Said.NO_LATER);
    }

    @ParameterizedTest
    @MethodSource("current")
    void trust04_a_no_changes_nothing_in_the_care(Leaflet leaflet) {
        says(leaflet, Said.SAME_CARE);
    }

    @ParameterizedTest
    @MethodSource("current")
    void trust11_sensitive_topics_are_left_out_unless_the_patient_says_otherwise(Leaflet leaflet) {
        says(leaflet, Said.SENSITIVE_LEFT_OUT);
    }

    @ParameterizedTest
    @MethodSource("current")
    void a_guardian_says_yes_for_a_child_and_the_child_may_say_no(Leaflet leaflet) {
        says(leaflet, Said.CHILD);
    }

    @ParameterizedTest
    @MethodSource("current")
    void trust10_anonymous_is_only_ever_denied(Leaflet leaflet) {
        String text = String.join("\n", leaflet.text());
        Map<Said, List<String>> words = LeafletWords.BY_LANGUAGE.get(leaflet.language());
        String denied = words.get(Said.NOT_ANONYMOUS).get(0);

        assertThat(text.replaceAll(denied, "")).doesNotContainPattern("(?i)an[oóô]n[yi]m|pseudonym");
        if (leaflet.purpose() != Purpose.OWN_CARE) {
            assertThat(text).containsPattern(denied);
        }
    }

    @ParameterizedTest
    @MethodSource("current")
    void it_is_short_enough_to_be_read_out(Leaflet leaflet) {
        long words =
                Arrays.stream(String.join(" ", leaflet.text()).split("\\s+")).count();

        double most = leaflet.language().equals("en") ? MOST_WORDS_ENGLISH : MOST_WORDS_ENGLISH * 1.1;
        assertThat((double) words).as(leaflet.name()).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @MethodSource("current")
    void every_language_says_the_same_things_in_the_same_order(Leaflet leaflet) {
        Leaflet english = LEAFLETS.find(leaflet.purpose(), leaflet.version(), Leaflets.FALLBACK)
                .orElseThrow();

        assertThat(leaflet.text()).as(leaflet.name()).hasSameSizeAs(english.text());
    }
}
