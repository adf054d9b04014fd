/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that say of others in a sentence that they are not what the patient has now. In the manner of NegEx (Chapman et al.,
 * J Biomed Inform 2001;34:301–10) and ConText (Harkema et al., J Biomed Inform 2009;42:839–51); read from {@code cues.json}.
 */
final class Cues {

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    /** Why words are left out. */
    enum Aspect {
        NEGATED,
        FAMILY,
        UNCERTAIN,
        PAST
    }

    /** Which of the words around it a cue speaks of. */
    enum Reach {
        /** It stands before them: all that follow in the sentence. */
        BEFORE,
        /** It stands after them: those back to the comma. */
        AFTER,
        AROUND,
        /** Those between the commas that it stands between. */
        BETWEEN
    }

    /** What a cue that has no aspect does to the reach of those before it. */
    enum End {
        NONE,
        /** "has", "with": what follows is affirmed, unless it is told of somebody else. */
        TURN,
        FULL
    }

    /** A cue of so many words. One that has no aspect and ends nothing keeps its words from being taken for another cue. */
    record Cue(int length, Optional<Aspect> aspect, Reach reach, End end) {}

    private final Map<String, Cue> byWords = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Map<Aspect, Set<String>> headings = new EnumMap<>(Aspect.class);

    private Cues(JsonNode root) {
        for (Aspect aspect : Aspect.values()) {
            JsonNode of = root.path("cues").path(name(aspect));
            for (Reach reach : Reach.values()) {
                of.path(reach.name().toLowerCase(Locale.ROOT))
                        .forEach(cue -> add(cue.asText(), Optional.of(aspect), reach, End.NONE));
            }
            Set<String> words = new HashSet<>();
            root.path("headings").path(name(aspect)).forEach(heading -> words.add(heading.asText()));
            headings.put(aspect, words);
        }
        root.path("ends").forEach(cue -> add(cue.asText(), Optional.empty(), Reach.AROUND, End.FULL));
        root.path("turns").forEach(cue -> add(cue.asText(), Optional.empty(), Reach.AROUND, End.TURN));
        root.path("innocent").forEach(cue -> add(cue.asText(), Optional.empty(), Reach.AROUND, End.NONE));
    }

    static Cues load() {
        return new Cues(NoteFiles.read("cues.json"));
    }

    private static String name(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    private void add(String words, Optional<Aspect> aspect, Reach reach, End end) {
        List<Word> split = Word.of(words, 0, words.length());
        String whole = join(split);
        // The same words may reach forward and back, as "resolved" does.
        byWords.merge(
                whole,
                new Cue(split.size(), aspect, reach, end),
                (one, other) -> new Cue(one.length(), one.aspect(), Reach.AROUND, End.NONE));
        for (int length = 1; length < split.size(); length++) {
            begun.add(join(split.subList(0, length)));
        }
    }

    /** The longest cue that begins at this word. */
    Optional<Cue> at(List<Word> sentence, int from) {
        Optional<Cue> longest = Optional.empty();
        StringBuilder words = new StringBuilder();
        for (int at = from; at < sentence.size(); at++) {
            words.append(at == from ? "" : " ").append(asCue(sentence.get(at)));
            Cue cue = byWords.get(words.toString());
            if (cue != null) {
                longest = Optional.of(cue);
            }
            if (!begun.contains(words.toString())) {
                break;
            }
        }
        return longest;
    }

    /** Any year stands for every other. */
    private static String asCue(Word word) {
        return YEAR.matcher(word.text()).matches() ? "yyyy" : word.text();
    }

    /** What a heading such as "FHx:" says of all that stands under it. */
    Optional<Aspect> heading(String words) {
        return headings.entrySet().stream()
                .filter(entry -> entry.getValue().contains(words))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String join(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
