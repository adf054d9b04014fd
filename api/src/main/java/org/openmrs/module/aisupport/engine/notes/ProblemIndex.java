/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the dictionary calls its problems, by words and by meaning. A note's words tell the problems that are worth a look; the model tells
 * which of them the note means. Never changes.
 */
final class ProblemIndex {

    /** Of those whose words are most like the note's. All that is near by meaning is looked at besides. */
    private static final int BY_WORDS = 50;

    private final List<Problem> problems;
    private final int[] firstName;
    private final int[] problemOf;
    private final PackedTexts names;
    private final PackedVectors vectors;
    private final WordIndex words;

    private ProblemIndex(
            List<Problem> problems,
            int[] firstName,
            int[] problemOf,
            PackedTexts names,
            PackedVectors vectors,
            WordIndex words) {
        this.problems = problems;
        this.firstName = firstName;
        this.problemOf = problemOf;
        this.names = names;
        this.vectors = vectors;
        this.words = words;
    }

    /**
     * A concept of the dictionary.
     *
     * @param name the one to show
     * @param finding a symptom or finding, which says less than a diagnosis that explains it
     */
    record Problem(int conceptId, String conceptUuid, String name, boolean finding) {

        private static final int NONE = 0;

        /** One that this dictionary lacks: to be told from its own, and never shown. */
        static Problem elsewhere(String name, boolean finding) {
            return new Problem(NONE, "", name, finding);
        }

        boolean isOfDictionary() {
            return !conceptUuid.isEmpty();
        }
    }

    /**
     * How like a problem the texts of a note are.
     *
     * @param words how much they have in common in words, see {@link WordIndex}; of all texts together
     * @param cosine how near in meaning the nearest text is to the nearest name, from −1 to 1
     * @param text the place of that text among those asked for
     * @param name the nearest name
     */
    record Match(Problem problem, float words, float cosine, int text, String name) {}

    /** Takes the names of one problem after the other, so that their vectors need not all be held twice. */
    static final class Builder {
        private final List<Problem> problems = new ArrayList<>();
        private final List<List<String>> texts = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final int[] problemOf;
        private final PackedVectors vectors;

        Builder(int names) {
            this.problemOf = new int[names];
            this.vectors = new PackedVectors(names);
        }

        /** @param vector as {@link PackedVectors#pack} made it */
        void add(Problem problem, String name, byte[] vector) {
            if (problems.isEmpty() || !problems.get(problems.size() - 1).equals(problem)) {
                problems.add(problem);
                texts.add(new ArrayList<>());
            }
            problemOf[names.size()] = problems.size() - 1;
            vectors.put(names.size(), vector);
            names.add(name);
            texts.get(problems.size() - 1).add(name);
        }

        /** Once as many were added as there is room for. */
        ProblemIndex build() {
            if (names.size() != problemOf.length) {
                throw new IllegalStateException(names.size() + " names instead of " + problemOf.length);
            }
            int[] firstName = new int[problems.size() + 1];
            for (int at = problemOf.length - 1; at >= 0; at--) {
                firstName[problemOf[at]] = at;
            }
            firstName[problems.size()] = problemOf.length;
            return new ProblemIndex(
                    List.copyOf(problems), firstName, problemOf, new PackedTexts(names), vectors, new WordIndex(texts));
        }
    }

    /** Of the dictionary. */
    int concepts() {
        return (int) problems.stream().filter(Problem::isOfDictionary).count();
    }

    int names() {
        return vectors.size();
    }

    /** Problems that may be meant, in no order: a few hundred at most, however large the dictionary is. */
    List<Match> candidates(List<float[]> texts, Set<String> noteWords) {
        float[] inCommon = words.scores(noteWords);
        Map<Integer, Nearest> nearest = new HashMap<>();
        for (int text = 0; text < texts.size(); text++) {
            int place = text;
            vectors.visitNearest(
                    texts.get(text), (name, cosine) -> nearest.computeIfAbsent(problemOf[name], none -> new Nearest())
                            .take(place, name, cosine));
        }
        mostInCommon(inCommon).filter(problem -> inCommon[problem] > 0).forEach(problem -> {
            Nearest own = nearest.computeIfAbsent(problem, none -> new Nearest());
            for (int text = 0; text < texts.size(); text++) {
                for (int name = firstName[problem]; name < firstName[problem + 1]; name++) {
                    own.take(text, name, vectors.cosine(texts.get(text), name));
                }
            }
        });
        return nearest.entrySet().stream()
                .map(entry -> entry.getValue().match(problems.get(entry.getKey()), inCommon[entry.getKey()], names))
                .toList();
    }

    /** The cosine of the nearest of these texts to the nearest name of the problem; −1 of none. */
    float nearest(Problem problem, List<float[]> texts) {
        int place = problems.indexOf(problem);
        float nearest = -1;
        for (float[] text : texts) {
            for (int name = firstName[place]; name < firstName[place + 1]; name++) {
                nearest = Math.max(nearest, vectors.cosine(text, name));
            }
        }
        return nearest;
    }

    private static IntStream mostInCommon(float[] inCommon) {
        float[] sorted = inCommon.clone();
        Arrays.sort(sorted);
        float least = sorted[Math.max(0, sorted.length - BY_WORDS)];
        return IntStream.range(0, inCommon.length).filter(problem -> inCommon[problem] >= least);
    }

    /** Which text is nearest to which name of one problem. */
    private static final class Nearest {
        private int text;
        private int name;
        private float cosine = -1;

        void take(int itsText, int itsName, float itsCosine) {
            if (itsCosine > cosine) {
                text = itsText;
                name = itsName;
                cosine = itsCosine;
            }
        }

        Match match(Problem problem, float inCommon, PackedTexts names) {
            return new Match(problem, inCommon, cosine, text, names.get(name));
        }
    }

    /** Texts side by side in one array: a hundred thousand strings of their own would weigh three times as much. */
    private static final class PackedTexts {
        private final byte[] bytes;
        private final int[] ends;

        PackedTexts(List<String> texts) {
            List<byte[]> encoded = texts.stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
            bytes = new byte[encoded.stream().mapToInt(text -> text.length).sum()];
            ends = new int[encoded.size()];
            int end = 0;
            for (int at = 0; at < ends.length; at++) {
                System.arraycopy(encoded.get(at), 0, bytes, end, encoded.get(at).length);
                end += encoded.get(at).length;
                ends[at] = end;
            }
        }

        String get(int at) {
            int from = at == 0 ? 0 : ends[at - 1];
            return new String(bytes, from, ends[at] - from, StandardCharsets.UTF_8);
        }
    }
}
