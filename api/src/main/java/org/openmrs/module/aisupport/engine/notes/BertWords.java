/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.text.Normalizer;
import java.util.function.Predicate;

/**
 * Cuts text into words as BERT's uncased models were taught (Devlin et al. 2019): no control characters, no accents, lower case;
 * each punctuation mark and each Chinese character is a word. One pass, one character at a time: however long the text, and
 * whatever is in it, the time grows with its length only.
 */
final class BertWords {

    /** A longer word is unknown to the model, as a whole; it is handed on cut to one more than this. */
    static final int LONGEST = 100;

    private static final int REPLACEMENT = 0xFFFD;

    private final Predicate<String> reader;
    private final StringBuilder word = new StringBuilder();
    private int length;
    private boolean wanted = true;

    private BertWords(Predicate<String> reader) {
        this.reader = reader;
    }

    /** The reader says after each word whether it wants another. */
    static void cut(String text, Predicate<String> reader) {
        BertWords words = new BertWords(reader);
        int at = 0;
        while (words.wanted && at < text.length()) {
            int character = text.codePointAt(at);
            words.read(character);
            at += Character.charCount(character);
        }
        words.end();
    }

    private void read(int character) {
        if (isDropped(character)) {
            return;
        }
        if (isSpace(character)) {
            end();
        } else if (isChinese(character)) {
            end();
            plain(character);
            end();
        } else {
            plain(character);
        }
    }

    /** By itself: marks put in order over a whole text would take the square of its length, if somebody meant it to. */
    private void plain(int character) {
        if (character < 0x80) {
            add(Character.toLowerCase(character));
            return;
        }
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .map(Character::toLowerCase)
                .forEach(this::add);
    }

    private void add(int character) {
        if (isPunctuation(character)) {
            end();
            append(character);
            end();
        } else {
            append(character);
        }
    }

    private void append(int character) {
        if (length <= LONGEST) {
            word.appendCodePoint(character);
            length++;
        }
    }

    private void end() {
        if (length > 0 && wanted) {
            wanted = reader.test(word.toString());
        }
        word.setLength(0);
        length = 0;
    }

    private static boolean isSpace(int character) {
        return character == '\t' || character == '\n' || character == '\r' || Character.isSpaceChar(character);
    }

    /** Control, format, private, and half a surrogate pair. What Unicode knows only since this Java is not dropped, but unknown. */
    private static boolean isDropped(int character) {
        if (character == '\t' || character == '\n' || character == '\r') {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> character == REPLACEMENT;
        };
    }

    /** ASCII's symbols count too. */
    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> "$+<=>^`|~".indexOf(character) >= 0;
        };
    }

    /** The blocks of CJK ideographs that BERT knows; not kana, not hangul. */
    private static boolean isChinese(int character) {
        return isBetween(character, 0x4E00, 0x9FFF)
                || isBetween(character, 0x3400, 0x4DBF)
                || isBetween(character, 0x20000, 0x2A6DF)
                || isBetween(character, 0x2A700, 0x2B73F)
                || isBetween(character, 0x2B740, 0x2B81F)
                || isBetween(character, 0x2B820, 0x2CEAF)
                || isBetween(character, 0xF900, 0xFAFF)
                || isBetween(character, 0x2F800, 0x2FA1F);
    }

    private static boolean isBetween(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
