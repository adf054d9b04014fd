/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a note is written in English, the model's only language. Told by the small words, which no language shares with another; a
 * telegraphic note has none of any and passes.
 */
final class English {

    private static final Set<String> OWN =
            words("the and of with for has had not was is are to from her his she he they on in at by");
    private static final List<Set<String>> OTHERS = List.of(
            words(
                    "og ikke det er jeg har med som til af på der hun han fra ved efter blev været også uden"), // Danish, like Norwegian
            words("och inte det är jag har med som till av på hon han från vid efter blev också utan"), // Swedish
            words("el la los las de del que y no con por para una un es se ha desde muy sin hay"), // Spanish
            words("le la les des du que et pas avec pour une un est se depuis très sans il elle au"), // French
            words("o a os as do da dos das que e não com por para uma um está se há desde muito sem"), // Portuguese
            words("der die das und nicht mit für eine ein ist sich seit sehr ohne er sie hat bei auch von"), // German
            words("het een en niet met voor van is zich sinds zeer zonder hij zij heeft bij ook de"), // Dutch
            words("na ya wa kwa ni si hana ana tangu sana bila alikuja mgonjwa maumivu")); // Swahili

    private English() {}

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ")));
    }

    static boolean isWhat(String note) {
        List<String> words = Word.of(note.toLowerCase(Locale.ROOT), 0, note.length()).stream()
                .map(Word::text)
                .collect(Collectors.toList());
        long letters = note.codePoints().filter(Character::isLetter).count();
        long latin = note.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        if (latin * 2 < letters) {
            return false;
        }
        long own = count(words, OWN);
        return OTHERS.stream().allMatch(other -> count(words, other) <= own + 1);
    }

    private static long count(List<String> words, Set<String> of) {
        return words.stream().filter(of::contains).count();
    }
}
