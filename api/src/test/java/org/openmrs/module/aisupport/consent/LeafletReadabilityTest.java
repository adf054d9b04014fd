/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The current leaflets can be read by a twelve-year-old.
 *
 * <p>The limit in Danish is LIX 30. The Danish scale calls 25 to 34 easy (<a
 * href="https://www.dansksproghistorie.dk/144">dansksproghistorie.dk/144</a>), and a publisher of children's books gives 25 to
 * 30 for the fifth class, where children are eleven (<a href="https://www.elysion.dk/lixtal">elysion.dk/lixtal</a>): a year
 * below the reader we write for.
 *
 * <p>Languages differ in how long their words are. In newspapers, the words of more than six letters are 29 % in Danish, 27 %
 * in English, 32 % in French and Spanish, 34 % in Portuguese (C. H. Björnsson, <i>Readability of Newspapers in 11 Languages</i>,
 * Reading Research Quarterly 18/4, 1983, 480–497, <a href="https://doi.org/10.2307/747382">doi:10.2307/747382</a>). Each
 * limit moves by that difference. His newspapers' sentences differ too (from 22 words in Danish to 36 in Portuguese), but that is
 * a habit of writers and no need of the language, so sentences have the same limits everywhere.
 */
@Tag("C4")
class LeafletReadabilityTest {

    private static final Map<String, Integer> MOST_LIX = Map.of("da", 30, "en", 28, "fr", 33, "es", 33, "pt", 35);
    private static final int MOST_WORDS_PER_SENTENCE = 14;
    private static final int MOST_WORDS_IN_A_SENTENCE = 30;

    static Stream<Leaflet> current() {
        Leaflets leaflets = Leaflets.load();
        return MOST_LIX.keySet().stream()
                .sorted()
                .flatMap(language -> leaflets.current(Locale.forLanguageTag(language)).stream());
    }

    @ParameterizedTest
    @MethodSource("current")
    void a_twelve_year_old_can_read_it(Leaflet leaflet) {
        Readability readability = Readability.of(everything(leaflet));

        assertThat(readability.lix()).as(leaflet.name()).isLessThanOrEqualTo(MOST_LIX.get(leaflet.language()));
        assertThat(readability.wordsPerSentence()).as(leaflet.name()).isLessThanOrEqualTo(MOST_WORDS_PER_SENTENCE);
        assertThat(readability.longestSentence()).as(leaflet.name()).isLessThanOrEqualTo(MOST_WORDS_IN_A_SENTENCE);
    }

    private static String everything(Leaflet leaflet) {
        return leaflet.title() + ". " + String.join(" ", leaflet.text()) + " " + leaflet.recipient() + ". "
                + leaflet.country() + ". " + leaflet.retention();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Your personal health information may be processed by external organisations for the purposes of"
                        + " improving clinical decision support functionality.",
                "da | Dine personhenførbare helbredsoplysninger kan videregives til eksterne samarbejdspartnere med henblik på"
                        + " kvalitetsudvikling af beslutningsstøtteværktøjer.",
                "fr | Vos données personnelles peuvent faire l’objet d’un traitement par des organismes externes à des fins"
                        + " d’amélioration des fonctionnalités du système d’assistance.",
                "es | Sus datos personales podrán ser objeto de tratamiento por organizaciones externas con la finalidad de"
                        + " mejorar las funcionalidades del sistema de apoyo a las decisiones.",
                "pt | Os seus dados pessoais poderão ser objeto de tratamento por organizações externas com a finalidade de"
                        + " melhorar as funcionalidades do sistema de apoio à decisão."
            })
    void an_office_sentence_is_too_hard(String language, String sentence) {
        assertThat(Readability.of(sentence).lix()).isGreaterThan(MOST_LIX.get(language));
    }

    @Test
    void lix_is_words_per_sentence_plus_the_percentage_of_words_of_seven_letters_and_more() {
        // 10 words in 2 sentences: 5; of these "longest" and "sentence" are long: 20 %
        Readability readability = Readability.of("This is short. The longest sentence here has seven words.");

        assertThat(readability.wordsPerSentence()).isEqualTo(5);
        assertThat(readability.longWordsPercent()).isEqualTo(20);
        assertThat(readability.lix()).isEqualTo(25);
        assertThat(readability.longestSentence()).isEqualTo(7);
    }
}
