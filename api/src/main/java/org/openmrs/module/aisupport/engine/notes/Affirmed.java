/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a note says of the patient now: the sentences without what they deny, fear, remember or tell of somebody else. Cues decide, no
 * grammar does, so a sentence may lose more than it should. That costs a suggestion, and not a wrong one.
 */
final class Affirmed {

    /** A heading is no longer than this: "Past surgical history:". */
    private static final int HEADING_WORDS = 3;

    private static final Set<String> BOUNDS = Set.of(",", ";", ".", ":", ")");

    private static final Set<String> OR = Set.of("or", "nor");

    private final Cues cues;

    Affirmed(Cues cues) {
        this.cues = cues;
    }

    /**
     * A piece of a sentence, all of it affirmed.
     *
     * @param start offset into the note; {@code end} of the character behind its last
     * @param sentenceStart offset of the sentence that it stands in; {@code sentenceEnd} likewise
     */
    record Piece(int start, int end, int sentenceStart, int sentenceEnd) {}

    List<Piece> piecesOf(String note) {
        return piecesOf(note, false);
    }

    /** What is denied, feared, remembered or told of somebody else, with the words that say so. */
    List<Piece> leftOutOf(String note) {
        return piecesOf(note, true);
    }

    private List<Piece> piecesOf(String note, boolean leftOut) {
        List<Piece> pieces = new ArrayList<>();
        for (List<Word> sentence : Sentences.of(note)) {
            pieces.addAll(piecesOf(sentence, leftOut));
        }
        return pieces;
    }

    private List<Piece> piecesOf(List<Word> sentence, boolean leftOut) {
        boolean[] out = new Reaches(sentence).leftOut();
        List<Piece> pieces = new ArrayList<>();
        int from = -1;
        for (int at = 0; at <= sentence.size(); at++) {
            boolean in = at < sentence.size() && out[at] == leftOut;
            if (in && from < 0) {
                from = at;
            } else if (!in && from >= 0) {
                add(sentence, from, at, pieces);
                from = -1;
            }
        }
        return pieces;
    }

    private static void add(List<Word> sentence, int from, int to, List<Piece> pieces) {
        int first = from;
        int last = to - 1;
        while (first <= last && !sentence.get(first).isSpoken()) {
            first++;
        }
        while (last >= first && !sentence.get(last).isSpoken()) {
            last--;
        }
        if (first <= last) {
            pieces.add(new Piece(
                    sentence.get(first).start(),
                    sentence.get(last).end(),
                    sentence.get(0).start(),
                    sentence.get(sentence.size() - 1).end()));
        }
    }

    /** How far the cues of one sentence reach. */
    private final class Reaches {
        private final List<Word> sentence;
        private final boolean[] out;

        Reaches(List<Word> sentence) {
            this.sentence = sentence;
            this.out = new boolean[sentence.size()];
        }

        boolean[] leftOut() {
            if (heading().isPresent()) {
                leaveOut(0, sentence.size());
                return out;
            }
            Set<Cues.Aspect> reaching = EnumSet.noneOf(Cues.Aspect.class);
            int clause = 0;
            int at = 0;
            while (at < sentence.size()) {
                Optional<Cues.Cue> found = cues.at(sentence, at);
                int next = at + found.map(Cues.Cue::length).orElse(1);
                if (found.isPresent()) {
                    Cues.Cue cue = found.get();
                    if (cue.end() == Cues.End.FULL) {
                        reaching.clear();
                        leaveOut(at, next); // it belongs to neither side
                        clause = at;
                    } else if (cue.end() == Cues.End.TURN) {
                        reaching.retainAll(EnumSet.of(Cues.Aspect.FAMILY));
                    }
                    if (cue.aspect().isPresent()) {
                        leaveOut(from(cue, clause, at), next);
                        switch (cue.reach()) {
                            case BEFORE, AROUND -> reaching.add(cue.aspect().get());
                            case BETWEEN -> leaveOut(at, endOfList(at));
                            case AFTER -> {
                                // what follows is left alone
                            }
                        }
                    }
                }
                if (!reaching.isEmpty()) {
                    leaveOut(at, next);
                }
                at = next;
            }
            return out;
        }

        private int from(Cues.Cue cue, int clause, int at) {
            return switch (cue.reach()) {
                case BEFORE -> at;
                case AFTER, BETWEEN -> lastComma(clause, at);
                case AROUND -> cue.aspect().equals(Optional.of(Cues.Aspect.FAMILY)) ? clause : lastComma(clause, at);
            };
        }

        /** Back to the comma before it: "chest clear, PE excluded" says nothing against the chest. */
        private int lastComma(int clause, int at) {
            for (int before = at - 1; before > clause; before--) {
                if (BOUNDS.contains(sentence.get(before).text())) {
                    return before;
                }
            }
            return clause;
        }

        /** Up to the comma behind it; in "not hot, sweaty or short of breath" up to the last of them. */
        private int endOfList(int at) {
            int end = nextComma(at);
            for (int after = end; after < sentence.size(); after++) {
                if (OR.contains(sentence.get(after).text())) {
                    end = nextComma(after);
                }
            }
            return end;
        }

        private int nextComma(int at) {
            for (int after = at + 1; after < sentence.size(); after++) {
                if (BOUNDS.contains(sentence.get(after).text())) {
                    return after;
                }
            }
            return sentence.size();
        }

        private void leaveOut(int from, int to) {
            for (int at = from; at < to; at++) {
                out[at] = true;
            }
        }

        private Optional<Cues.Aspect> heading() {
            StringBuilder words = new StringBuilder();
            for (int at = 0; at < Math.min(HEADING_WORDS, sentence.size() - 1); at++) {
                words.append(at == 0 ? "" : " ").append(sentence.get(at).text());
                if (sentence.get(at + 1).text().equals(":")) {
                    return cues.heading(words.toString());
                }
            }
            return Optional.empty();
        }
    }
}
