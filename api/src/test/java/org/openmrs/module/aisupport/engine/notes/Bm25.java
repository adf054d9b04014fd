/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a search by words alone would find (Robertson and Zaragoza 2009, k1 1.2, b 0.75): the line to be above. */
final class Bm25 {

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final List<Map<String, Integer>> documents = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, Integer> occursIn = new HashMap<>();
    private double meanLength;

    Bm25(List<String> texts) {
        for (String text : texts) {
            Map<String, Integer> counts = new HashMap<>();
            List<Word> words = Word.of(text, 0, text.length());
            words.forEach(word -> counts.merge(word.text(), 1, Integer::sum));
            counts.keySet().forEach(word -> occursIn.merge(word, 1, Integer::sum));
            documents.add(counts);
            lengths.add(words.size());
        }
        meanLength = lengths.stream().mapToInt(Integer::intValue).average().orElse(1);
    }

    /** Places of the best documents, the best first. */
    List<Integer> best(String query, int most) {
        double[] scores = new double[documents.size()];
        for (String word : new HashSet<>(
                Word.of(query, 0, query.length()).stream().map(Word::text).toList())) {
            int in = occursIn.getOrDefault(word, 0);
            double weight = Math.log(1 + (documents.size() - in + 0.5) / (in + 0.5));
            for (int at = 0; at < scores.length; at++) {
                int count = documents.get(at).getOrDefault(word, 0);
                double norm = K1 * (1 - B + B * lengths.get(at) / meanLength);
                scores[at] += weight * count * (K1 + 1) / (count + norm);
            }
        }
        return IntStream.range(0, scores.length)
                .boxed()
                .filter(at -> scores[at] > 0)
                .sorted(Comparator.comparing((Integer at) -> scores[at]).reversed())
                .limit(most)
                .toList();
    }
}
