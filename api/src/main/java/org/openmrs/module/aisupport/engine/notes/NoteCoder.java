/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which problems of the dictionary a note describes. Before the model: what is denied, feared, remembered or told of others is left out,
 * and short forms are written out. After it: what is not near enough is not said.
 */
final class NoteCoder {

    /** What is read of one note, in pieces of sentences: many times what a consultation takes. The model needs some milliseconds for each. */
    static final int MOST_PIECES = 300;

    private final Affirmed affirmed;
    private final Abbreviations abbreviations;
    private final Thresholds thresholds;

    private NoteCoder(Affirmed affirmed, Abbreviations abbreviations, Thresholds thresholds) {
        this.affirmed = affirmed;
        this.abbreviations = abbreviations;
        this.thresholds = thresholds;
    }

    static NoteCoder load(Abbreviations abbreviations) {
        return new NoteCoder(new Affirmed(Cues.load()), abbreviations, Thresholds.load());
    }

    /** The same one with a site's own short forms. */
    NoteCoder with(Abbreviations others) {
        return new NoteCoder(affirmed, others, thresholds);
    }

    /**
     * How like is like enough; chosen on the tuning notes.
     *
     * @param wordWeight how much what is in common in words counts beside the cosine
     * @param least how like a problem has to be, both together
     * @param beside how like the second and third have to be, as a share of the first
     * @param close from where on the likeness is called close
     * @param most how many are shown of a note
     */
    record Thresholds(float wordWeight, float least, float beside, float close, int most) {
        static Thresholds load() {
            JsonNode file = NoteFiles.read("thresholds.json");
            return new Thresholds(
                    number(file, "wordWeight"),
                    number(file, "least"),
                    number(file, "beside"),
                    number(file, "close"),
                    file.path("most").asInt());
        }

        private static float number(JsonNode file, String field) {
            return (float) file.path(field).asDouble();
        }
    }

    /**
     * A piece of a note.
     *
     * @param written with short forms written out
     */
    record Said(Affirmed.Piece piece, String written) {}

    /**
     * What a note says of the patient now, and what it says otherwise; what is said twice, once.
     *
     * @param isWhole false where there was more than is read
     */
    record Reading(List<Said> said, List<Said> leftOut, boolean isWhole) {
        List<String> written() {
            return said.stream().map(Said::written).toList();
        }

        List<String> writtenOtherwise() {
            return leftOut.stream().map(Said::written).toList();
        }
    }

    /**
     * @param name of the problem, the one whose wording is most like the note's
     * @param cosine how near in meaning the piece is to that name
     * @param likeness by words and by meaning together
     */
    record Found(ProblemIndex.Problem problem, String name, Affirmed.Piece piece, float cosine, float likeness) {}

    Reading read(String note) {
        List<Said> said = writtenOut(affirmed.piecesOf(note), note);
        List<Said> leftOut = writtenOut(affirmed.leftOutOf(note), note);
        return new Reading(first(said), first(leftOut), Math.max(said.size(), leftOut.size()) <= MOST_PIECES);
    }

    private static List<Said> first(List<Said> said) {
        return said.stream().limit(MOST_PIECES).toList();
    }

    private List<Said> writtenOut(List<Affirmed.Piece> pieces, String note) {
        Map<String, Said> said = new LinkedHashMap<>();
        for (Affirmed.Piece piece : pieces) {
            String written = abbreviations.writeOut(note.substring(piece.start(), piece.end()));
            said.putIfAbsent(written, new Said(piece, written));
        }
        return List.copyOf(said.values());
    }

    boolean isClose(Found found) {
        return found.likeness() >= thresholds.close();
    }

    /**
     * At most a few, the most like first. What is known already is told of nobody, and still stands before others: where the note is most
     * like a known problem, the next is no news. A symptom is not named beside a diagnosis, and nothing that the note speaks of more
     * plainly where it denies or fears it. What the dictionary lacks is not named and stands before others all the same.
     */
    List<Found> find(
            Reading reading, ProblemIndex index, SentenceEncoder encoder, Predicate<ProblemIndex.Problem> isNew) {
        List<Found> likest =
                ranked(reading.said(), index, encoder).limit(thresholds.most()).toList();
        List<Found> enough = likest.stream()
                .filter(found -> found.likeness() >= thresholds.least()
                        && found.likeness()
                                >= thresholds.beside() * likest.get(0).likeness())
                .toList();
        if (enough.isEmpty()) {
            return List.of();
        }
        List<float[]> leftOut = vectors(reading.leftOut(), encoder);
        boolean diagnosis = enough.stream().anyMatch(found -> !found.problem().finding());
        return enough.stream()
                .filter(found -> !diagnosis || !found.problem().finding())
                .filter(found -> found.problem().isOfDictionary() && isNew.test(found.problem()))
                .filter(found -> index.nearest(found.problem(), leftOut) < found.cosine())
                .toList();
    }

    private static List<float[]> vectors(List<Said> said, SentenceEncoder encoder) {
        return Arrays.asList(encoder.encode(said.stream().map(Said::written).toList()));
    }

    /** Every problem that may be meant, the most like first. */
    Stream<Found> ranked(List<Said> said, ProblemIndex index, SentenceEncoder encoder) {
        Set<String> words = said.stream()
                .flatMap(one -> Word.of(one.written(), 0, one.written().length()).stream())
                .map(Word::text)
                .collect(Collectors.toSet());
        return index.candidates(vectors(said, encoder), words).stream()
                .map(match -> new Found(
                        match.problem(),
                        match.name(),
                        said.get(match.text()).piece(),
                        match.cosine(),
                        match.cosine() + thresholds.wordWeight() * match.words()))
                .sorted(Comparator.comparing(Found::likeness).reversed());
    }
}
