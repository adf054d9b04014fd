/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Conditions that must not be missed, and the words that together make one worth naming: a checked list beside the model, which tends to
 * overlook them. It knows few pictures of each, so that its silence says nothing either.
 */
public final class Dangers {

    private final List<Danger> dangers = new ArrayList<>();

    private Dangers(JsonNode list) {
        for (JsonNode json : list) {
            List<List<Member>> pictures = new ArrayList<>();
            for (JsonNode picture : json.path("any")) {
                List<Member> members = new ArrayList<>();
                picture.forEach(member -> members.add(Member.of(member.asText())));
                pictures.add(List.copyOf(members));
            }
            dangers.add(new Danger(NoteFiles.texts(json.path("names")), List.copyOf(pictures)));
        }
    }

    public static Dangers load() {
        return new Dangers(NoteFiles.read("dangers.json").path("dangers"));
    }

    /**
     * A condition.
     *
     * @param names the one to show first, then others that a dictionary may call it by
     * @param pictures each of which is enough, if all its members are there; one of a single member is what it is called
     */
    record Danger(List<String> names, List<List<Member>> pictures) {
        String name() {
            return names.get(0);
        }

        /** A picture of one member is what it is called. */
        private boolean isNamedIn(List<List<Word>> pieces) {
            return pictures.stream()
                    .filter(picture -> picture.size() == 1)
                    .anyMatch(picture -> lastPlace(picture, pieces).isPresent());
        }
    }

    /** @param at the piece in which the last member of the picture was found */
    record Sign(Danger danger, int at) {}

    List<Danger> all() {
        return List.copyOf(dangers);
    }

    /**
     * What the pieces of one note picture without naming it: who named it, if only to deny it, has thought of it.
     *
     * @param affirmed what the note says of the patient now
     * @param leftOut what it says otherwise
     */
    List<Sign> in(List<String> affirmed, List<String> leftOut) {
        List<List<Word>> words = wordsOf(affirmed);
        List<List<Word>> otherWords = wordsOf(leftOut);
        List<Sign> signs = new ArrayList<>();
        for (Danger danger : dangers) {
            if (!danger.isNamedIn(words) && !danger.isNamedIn(otherWords)) {
                danger.pictures().stream()
                        .map(picture -> lastPlace(picture, words))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(at -> signs.add(new Sign(danger, at)));
            }
        }
        return signs;
    }

    private static List<List<Word>> wordsOf(List<String> pieces) {
        return pieces.stream().map(piece -> Word.of(piece, 0, piece.length())).toList();
    }

    private static Optional<Integer> lastPlace(List<Member> picture, List<List<Word>> pieces) {
        int last = -1;
        for (Member member : picture) {
            int place = 0;
            while (place < pieces.size() && !member.isIn(pieces.get(place))) {
                place++;
            }
            if (place == pieces.size()) {
                return Optional.empty();
            }
            last = Math.max(last, place);
        }
        return Optional.of(last);
    }

    /** Phrases of which one must be there. */
    record Member(List<List<WordPattern>> phrases) {

        static Member of(String alternatives) {
            List<List<WordPattern>> phrases = new ArrayList<>();
            for (String phrase : alternatives.split("\\|")) {
                phrases.add(List.of(phrase.strip().split("\\s+")).stream()
                        .map(WordPattern::of)
                        .toList());
            }
            return new Member(List.copyOf(phrases));
        }

        boolean isIn(List<Word> words) {
            return phrases.stream().anyMatch(phrase -> isIn(words, phrase));
        }

        private static boolean isIn(List<Word> words, List<WordPattern> phrase) {
            for (int from = 0; from + phrase.size() <= words.size(); from++) {
                int same = 0;
                while (same < phrase.size()
                        && phrase.get(same).fits(words.get(from + same).text())) {
                    same++;
                }
                if (same == phrase.size()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A word, or with an asterisk at its end every word that begins so. */
    record WordPattern(String text, boolean beginning) {

        static WordPattern of(String written) {
            return written.endsWith("*")
                    ? new WordPattern(written.substring(0, written.length() - 1), true)
                    : new WordPattern(written, false);
        }

        boolean fits(String word) {
            return beginning ? word.startsWith(text) : word.equals(text);
        }
    }
}
