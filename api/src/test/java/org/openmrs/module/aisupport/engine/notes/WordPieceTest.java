/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that is handed other numbers than it was taught answers all the same, and nobody notices. */
@Tag("E2")
class WordPieceTest {

    private static final long CLS = 101;
    private static final long SEP = 102;
    private static final long UNKNOWN = 100;

    private static final WordPiece WORD_PIECE = read();

    /** Said by Hugging Face's tokenizers 0.23.2 of the same tokenizer.json, with no padding. */
    static Stream<Arguments> said_by_another() {
        return Stream.of(
                known("", 101, 102),
                known("   \t\n", 101, 102),
                known("cough", 101, 19340, 102),
                known(
                        "Chest pain on exertion for three weeks, relieved by rest.",
                        101,
                        3108,
                        3255,
                        2006,
                        4654,
                        8743,
                        3258,
                        2005,
                        2093,
                        3134,
                        1010,
                        7653,
                        2011,
                        2717,
                        1012,
                        102),
                known(
                        "BP 148/92 mmHg; HbA1c 58 mmol/mol (7.5%).",
                        101, 17531, 16459, 1013, 6227, 3461, 25619, 1025, 1044, 3676, 2487, 2278, 5388, 3461, 4747,
                        1013, 9587, 2140, 1006, 1021, 1012, 1019, 1003, 1007, 1012, 102),
                known("Type-2 diabetes mellitus", 101, 2828, 1011, 1016, 14671, 11463, 15909, 2271, 102),
                known(
                        "\u00e9lectrocardiogramme, na\u00efve, \u00c5ngstr\u00f6m, Gr\u00fc\u00dfe, S\u00e3o Paulo",
                        101,
                        16175,
                        11522,
                        3695,
                        13113,
                        4168,
                        1010,
                        15743,
                        1010,
                        17076,
                        15687,
                        1010,
                        24665,
                        2226,
                        17499,
                        1010,
                        7509,
                        9094,
                        102),
                known("don't", 101, 2123, 1005, 1056, 102),
                known(
                        "pneumonoultramicroscopicsilicovolcanoconiosis",
                        101,
                        1052,
                        2638,
                        2819,
                        17175,
                        11314,
                        6444,
                        2594,
                        7352,
                        26461,
                        27572,
                        11261,
                        6767,
                        15472,
                        6761,
                        8663,
                        10735,
                        2483,
                        102),
                known(
                        "\u0391\u03a3\u0398\u039c\u0391 \u03a3\u03c2",
                        101,
                        1155,
                        29733,
                        29725,
                        29728,
                        14608,
                        1173,
                        19579,
                        102),
                known(
                        "\u0430\u0441\u0442\u043c\u0430 \u0438 \u043a\u0430\u0448\u0435\u043b\u044c",
                        101,
                        1180,
                        29747,
                        22919,
                        29745,
                        10260,
                        1188,
                        1189,
                        10260,
                        29753,
                        15290,
                        29436,
                        23742,
                        102),
                known("\u305c\u3093\u305d\u304f \u5598\u606f", 101, 1659, 30217, 30186, 30179, 100, 100, 102),
                known("\ucc9c\uc2dd", 101, 1465, 30008, 30021, 29997, 30019, 30020, 102),
                known("\u0627\u0644\u0631\u0628\u0648", 101, 1270, 23673, 17149, 29816, 29836, 102),
                known(
                        "\u05d3\u05dc\u05e7\u05ea \u05e8\u05d9\u05d0\u05d5\u05ea",
                        101,
                        1244,
                        29799,
                        29810,
                        29813,
                        1265,
                        29796,
                        29788,
                        29792,
                        29813,
                        102),
                known("\u0e42\u0e23\u0e04\u0e2b\u0e2d\u0e1a\u0e2b\u0e37\u0e14", 101, 100, 102),
                known(
                        "\ud83d\ude00 pain \ud83d\udc69\ud83c\udffd\u200d\u2695\ufe0f better",
                        101,
                        100,
                        3255,
                        100,
                        2488,
                        102),
                known("a\u0000b\u0007c\u200bd\ufeffe\u00adf", 101, 5925, 3207, 2546, 102),
                known("a\u00a0b\u2028c\u3000d\u0085e", 101, 1037, 1038, 1039, 2139, 102),
                known("x\ufffdy", 101, 1060, 2100, 102),
                known("\ufb01brosis \u00bd \u00b2  \u2116", 101, 1984, 12618, 6190, 1092, 1082, 1578, 102),
                known("\u0130stanbul \u0131 K", 101, 9960, 1104, 1047, 102),
                known("e\u0301 vs \u00e9", 101, 1041, 5443, 1041, 102),
                known("\u226e5 ;", 101, 1026, 1019, 1025, 102),
                known(
                        "$100+<5>=^`|~_@#",
                        101,
                        1002,
                        2531,
                        1009,
                        1026,
                        1019,
                        1028,
                        1027,
                        1034,
                        1036,
                        1064,
                        1066,
                        1035,
                        1030,
                        1001,
                        102),
                known(
                        "a".repeat(100),
                        101,
                        13360,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        11057,
                        2050,
                        102),
                known("a".repeat(101), 101, 100, 102),
                known("\u5598\u5598\u5598x\u606f", 101, 100, 100, 100, 1060, 100, 102),
                known("\ue000\udb80\udc00private", 101, 2797, 102),
                known("na\u0308\u0323\u0308ive", 101, 15743, 102),
                known("CO\u2082 H\u2082O \u00b5g \u03bcg", 101, 20190, 24833, 1085, 2290, 1166, 2290, 102),
                known("qqqqqqq", 101, 1053, 4160, 4160, 4160, 4160, 4160, 4160, 102));
    }

    @ParameterizedTest
    @MethodSource("said_by_another")
    void says_the_numbers_that_another_implementation_says(String text, long[] expected) {
        assertThat(WORD_PIECE.tokens(text)).containsExactly(expected);
    }

    /** The one difference that is meant: there, a note could write the model's marks. */
    @Test
    void a_mark_of_the_model_in_a_text_is_text() {
        assertThat(WORD_PIECE.tokens("[SEP]")).containsExactly(CLS, 1031, 19802, 1033, SEP);
        assertThat(WORD_PIECE.tokens("[cls][MASK]"))
                .startsWith(CLS, 1031)
                .doesNotContain(103)
                .endsWith(1033, SEP);
    }

    @Test
    void a_long_text_is_cut_and_still_ends_with_the_mark() {
        long[] tokens = WORD_PIECE.tokens("cough ".repeat(500));

        assertThat(tokens).hasSize(WordPiece.MOST_TOKENS).startsWith(CLS, 19340).endsWith(19340, SEP);
        assertThat(WORD_PIECE.tokens("cough ".repeat(126))).isEqualTo(tokens);
        assertThat(WORD_PIECE.tokens("cough ".repeat(125))).hasSize(WordPiece.MOST_TOKENS - 1);
    }

    /** Whether a word is known must not depend on where in the text it stands. */
    @Test
    void a_word_that_no_longer_fits_is_cut_by_pieces_or_unknown_as_a_whole() {
        String before = "cough ".repeat(125);

        assertThat(WORD_PIECE.tokens(before + "exertion"))
                .hasSize(WordPiece.MOST_TOKENS)
                .endsWith(4654, SEP);
        assertThat(WORD_PIECE.tokens(before + "exertion\ud83d\ude00")).endsWith(UNKNOWN, SEP);
    }

    /** A picture of Unicode 14, which Java 17 doesn't know yet. */
    @Test
    void what_this_java_has_not_heard_of_is_unknown_and_not_overlooked() {
        assertThat(WORD_PIECE.tokens("\ud83e\udee7 cough")).containsExactly(CLS, UNKNOWN, 19340, SEP);
    }

    @Test
    void half_a_character_is_no_character() {
        assertThat(WORD_PIECE.tokens("co\ud83dugh\ude00")).containsExactly(CLS, 19340, SEP);
        assertThat(WORD_PIECE.tokens("\udc00\ud800")).containsExactly(CLS, SEP);
    }

    /** A square of that length would be a trillion steps: the test would not end. */
    @ParameterizedTest
    @MethodSource("long_ones")
    void a_million_characters_are_read_in_one_pass(String million, long[] expected) {
        assertThat(million).hasSizeGreaterThanOrEqualTo(1_000_000);
        assertThat(WORD_PIECE.tokens(million)).containsExactly(expected);
    }

    static Stream<Arguments> long_ones() {
        return Stream.of(
                known("a".repeat(1_000_000), CLS, UNKNOWN, SEP),
                known("a" + "\u0301\u0323".repeat(500_000), CLS, 1037, SEP),
                known("\u0007".repeat(1_000_000), CLS, SEP),
                known(" ".repeat(1_000_000) + "cough", CLS, 19340, SEP),
                known("\ud83d".repeat(1_000_000), CLS, SEP));
    }

    /** jqwik's strings have everything: halves of pairs, controls, all scripts. */
    @Property
    void whatever_the_text_the_numbers_are_the_vocabularys(@ForAll String text) {
        long[] tokens = WORD_PIECE.tokens(text);

        assertThat(tokens)
                .hasSizeBetween(2, WordPiece.MOST_TOKENS)
                .startsWith(CLS)
                .endsWith(SEP);
        assertThat(LongStream.of(tokens).skip(1).limit(tokens.length - 2L))
                .allMatch(token -> token >= 100 && token < 30_522 && token != CLS && token != SEP);
    }

    @Property(tries = 200)
    void words_are_read_one_by_one(@ForAll String one, @ForAll String other) {
        List<Long> both = new ArrayList<>(inner(one));
        both.addAll(inner(other));

        assertThat(inner(one + " " + other))
                .isEqualTo(both.subList(0, Math.min(both.size(), WordPiece.MOST_TOKENS - 2)));
    }

    @Test
    void a_vocabulary_of_another_kind_of_model_is_refused() {
        Map<String, Integer> vocabulary = Map.of("<s>", 0, "</s>", 1, "<unk>", 2);

        assertThatThrownBy(() -> new WordPiece(vocabulary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[CLS]");
    }

    private static List<Long> inner(String text) {
        long[] tokens = WORD_PIECE.tokens(text);
        return LongStream.of(tokens).skip(1).limit(tokens.length - 2L).boxed().toList();
    }

    private static Arguments known(String text, long... tokens) {
        return Arguments.of(text, tokens);
    }

    private static WordPiece read() {
        try {
            return WordPiece.read(ModelFiles.VOCABULARY.read());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
