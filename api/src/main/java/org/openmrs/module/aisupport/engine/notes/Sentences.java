/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where the sentences of a note begin and end. A line is at least one: GPs write lists. */
final class Sentences {

    /** Short forms whose full stop ends no sentence. */
    private static final Set<String> SHORT = Set.of(
            "dr", "mr", "mrs", "ms", "st", "vs", "approx", "wt", "ht", "temp", "resp", "hr", "ca", "no", "nr", "fig",
            "prof", "e.g", "i.e", "b.d", "o.d", "t.d.s", "t.i.d", "q.d.s", "p.r.n", "p.o", "o.e", "c.o", "h.o", "y.o");

    private Sentences() {}

    /** The words of each sentence, with the sign that ended it where there is one. */
    static List<List<Word>> of(String note) {
        List<List<Word>> sentences = new ArrayList<>();
        int lineStart = 0;
        while (lineStart < note.length()) {
            int lineEnd = endOfLine(note, lineStart);
            split(Word.of(note, lineStart, lineEnd), note, sentences);
            lineStart = lineEnd + 1;
        }
        return sentences;
    }

    private static int endOfLine(String note, int from) {
        for (int at = from; at < note.length(); at++) {
            if (note.charAt(at) == '\n' || note.charAt(at) == '\r') {
                return at;
            }
        }
        return note.length();
    }

    private static void split(List<Word> line, String note, List<List<Word>> sentences) {
        int from = 0;
        for (int at = 0; at < line.size(); at++) {
            if (endsSentence(line, at, note)) {
                sentences.add(List.copyOf(line.subList(from, at + 1)));
                from = at + 1;
            }
        }
        if (from < line.size()) {
            sentences.add(List.copyOf(line.subList(from, line.size())));
        }
    }

    private static boolean endsSentence(List<Word> line, int at, String note) {
        Word word = line.get(at);
        boolean followedBySpace = word.end() >= note.length() || Character.isWhitespace(note.charAt(word.end()));
        return switch (word.text()) {
            case "." ->
                followedBySpace && (at == 0 || !SHORT.contains(line.get(at - 1).text()));
            // before a word it asks about that word: "?PE"
            case "!", "?" -> followedBySpace && at > 0 && line.get(at - 1).isSpoken();
            case ";", "•", "|" -> true;
            default -> false;
        };
    }
}
