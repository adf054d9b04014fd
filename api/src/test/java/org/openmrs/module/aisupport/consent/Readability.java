/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How hard a text is to read: LIX, the average number of words in a sentence plus the percentage of words of more than six
 * letters (C. H. Björnsson, <i>Läsbarhet</i>, Stockholm 1968). Only {@code . ! ?} end a sentence here; counting colons too, as
 * Björnsson did, would flatter a text that strings its sentences together.
 */
record Readability(double wordsPerSentence, double longWordsPercent, int longestSentence) {

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int LONG = 7;

    static Readability of(String text) {
        List<List<String>> sentences = Arrays.stream(SENTENCE_END.split(text))
                .map(sentence ->
                        WORD.matcher(sentence).results().map(MatchResult::group).toList())
                .filter(words -> !words.isEmpty())
                .toList();
        List<String> words = sentences.stream().flatMap(List::stream).toList();
        long longWords = words.stream().filter(word -> word.length() >= LONG).count();
        return new Readability(
                (double) words.size() / sentences.size(),
                100.0 * longWords / words.size(),
                sentences.stream().mapToInt(List::size).max().orElse(0));
    }

    double lix() {
        return wordsPerSentence + longWordsPercent;
    }
}
