/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the words of a note and those that stand for a problem have in common: BM25 (Robertson and Zaragoza, Found Trends Inf Retr
 * 2009;3:333–89). The weight of a word is divided by the greatest there is, so that scores mean the same in a dictionary of three hundred
 * problems and of sixty thousand; and lengths are compared with one that is fixed, since it is the module's own wordings that make a
 * problem's text long.
 */
final class WordIndex {

    private static final double K1 = 1.2;
    private static final double B = 0.3;

    /** Words of a problem's names and wordings together, on average where the module has wordings for it. */
    private static final double LENGTH = 68;

    private final Map<String, Postings> words;
    private final int[] lengths;

    /** @param texts the names and wordings of each problem */
    WordIndex(List<? extends Collection<String>> texts) {
        lengths = new int[texts.size()];
        Map<String, Map<Integer, Integer>> counts = new HashMap<>();
        for (int problem = 0; problem < lengths.length; problem++) {
            for (String text : texts.get(problem)) {
                for (Word word : Word.of(text, 0, text.length())) {
                    if (word.isSpoken()) {
                        counts.computeIfAbsent(word.text(), none -> new HashMap<>())
                                .merge(problem, 1, Integer::sum);
                        lengths[problem]++;
                    }
                }
            }
        }
        words = new HashMap<>(counts.size() * 2);
        counts.forEach((word, byProblem) -> words.put(word, Postings.of(byProblem)));
    }

    /** The problems in whose texts a word occurs, and how often in each. */
    private record Postings(int[] problems, byte[] counts) {
        static Postings of(Map<Integer, Integer> byProblem) {
            int[] problems = byProblem.keySet().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            byte[] counts = new byte[problems.length];
            for (int at = 0; at < problems.length; at++) {
                counts[at] = (byte) Math.min(Byte.MAX_VALUE, byProblem.get(problems[at]));
            }
            return new Postings(problems, counts);
        }
    }

    /** Of every problem, 0 where nothing is in common. */
    float[] scores(Set<String> note) {
        float[] scores = new float[lengths.length];
        for (String word : note) {
            Postings postings = words.get(word);
            if (postings != null) {
                double weight = weight(postings);
                for (int at = 0; at < postings.problems().length; at++) {
                    int problem = postings.problems()[at];
                    double length = 1 - B + B * lengths[problem] / LENGTH;
                    int count = postings.counts()[at];
                    scores[problem] += (float) (weight * count * (K1 + 1) / (count + K1 * length));
                }
            }
        }
        return scores;
    }

    /** Above 0 for a word that every problem has, 1 for one that next to none has. */
    private double weight(Postings postings) {
        int in = postings.problems().length;
        return Math.log(1 + (lengths.length - in + 0.5) / (in + 0.5)) / Math.log(1.0 + lengths.length);
    }
}
