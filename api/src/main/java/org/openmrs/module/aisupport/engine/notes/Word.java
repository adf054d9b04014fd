/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a sign of a note, where it stands.
 *
 * @param text as the cues are written: lower case, with a straight apostrophe
 * @param start offset into the note of its first character; {@code end} of the one behind its last
 */
record Word(String text, int start, int end) {

    // Possessive, so that no text takes more than one pass.
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}]++(?:['’/.+&-](?=[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}]++)*+|[^\\s\\p{C}]");

    static List<Word> of(String note, int from, int to) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(note).region(from, to);
        while (matcher.find()) {
            String text = matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            words.add(new Word(text, matcher.start(), matcher.end()));
        }
        return words;
    }

    /** Letters or digits, and no sign. */
    boolean isSpoken() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }
}
