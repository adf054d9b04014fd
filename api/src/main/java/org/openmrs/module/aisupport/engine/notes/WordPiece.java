/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Turns text into the numbers that the model was taught: each word into the longest pieces that its vocabulary has, from the left
 * (Wu et al. 2016, as BERT uses it: Devlin et al. 2019). What stands in a text never counts as one of the model's own marks: a note
 * that says "[SEP]" says a bracket, three letters and a bracket.
 */
public final class WordPiece {

    /** Of one text, with the mark before it and the one after it; what is longer is cut. The vocabulary's file says so too. */
    public static final int MOST_TOKENS = 128;

    private static final String INNER = "##";

    private final Map<String, Integer> vocabulary;
    private final int longestPiece;
    private final int start;
    private final int end;
    private final int unknown;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.longestPiece =
                vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.start = number("[CLS]");
        this.end = number("[SEP]");
        this.unknown = number("[UNK]");
    }

    /** From a tokenizer.json, as Hugging Face's libraries write it. */
    static WordPiece read(byte[] json) throws IOException {
        JsonNode pieces = new ObjectMapper().readTree(json).path("model").path("vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        for (Iterator<String> names = pieces.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            vocabulary.put(name, pieces.get(name).intValue());
        }
        return new WordPiece(vocabulary);
    }

    /** Between 2 and {@link #MOST_TOKENS} numbers; 2 for a text in which there is nothing to read. */
    public long[] tokens(String text) {
        Row row = new Row();
        row.add(start);
        BertWords.cut(text, word -> pieces(word, row));
        return row.endedBy(end);
    }

    /** A word that isn't made of known pieces throughout is one unknown. */
    private boolean pieces(String word, Row row) {
        int before = row.length;
        if (word.codePointCount(0, word.length()) > BertWords.LONGEST) {
            return row.add(unknown);
        }
        int from = 0;
        while (from < word.length()) {
            int to = endOfPiece(word, from);
            if (to == from) {
                row.length = before;
                return row.add(unknown);
            }
            row.add(vocabulary.get(piece(word, from, to)));
            from = to;
        }
        return row.hasRoom();
    }

    private int endOfPiece(String word, int from) {
        int to = Math.min(word.length(), from + longestPiece);
        while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
            to--;
        }
        return to;
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : INNER + word.substring(from, to);
    }

    private int number(String mark) {
        Integer number = vocabulary.get(mark);
        if (number == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + mark + "; it is not one of BERT's");
        }
        return number;
    }

    /** The numbers so far. More than fit are taken and thrown away, so that a word is unknown or not whether it fits or not. */
    private static final class Row {

        private final long[] tokens = new long[MOST_TOKENS - 1 + BertWords.LONGEST];
        private int length;

        boolean add(int token) {
            tokens[length++] = token;
            return hasRoom();
        }

        boolean hasRoom() {
            return length < MOST_TOKENS - 1;
        }

        long[] endedBy(int token) {
            int cut = Math.min(length, MOST_TOKENS - 1);
            long[] ended = Arrays.copyOf(tokens, cut + 1);
            ended[cut] = token;
            return ended;
        }
    }
}
