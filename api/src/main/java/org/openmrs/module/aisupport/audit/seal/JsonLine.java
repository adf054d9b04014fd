/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one line of an export: an object of texts, whole numbers, nulls, and objects of these. It is no reader for whatever JSON there is,
 * and refuses the rest; the file can so be verified with a bare Java, where no library is (ADR 18).
 */
final class JsonLine {

    private static final int DEEPEST = 2;

    private final String text;
    private int at;

    private JsonLine(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException for what is no such line */
    static Map<String, Object> read(String text) {
        JsonLine line = new JsonLine(text);
        Map<String, Object> object = line.object(1);
        line.skipSpace();
        if (line.at != text.length()) {
            throw line.wrong();
        }
        return object;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        expect('{');
        if (follows('}')) {
            return fields;
        }
        do {
            skipSpace();
            String name = string();
            expect(':');
            if (fields.containsKey(name)) {
                throw wrong(); // two values of one name: each reader would choose another
            }
            fields.put(name, value(depth));
        } while (follows(','));
        expect('}');
        return fields;
    }

    private Object value(int depth) {
        skipSpace();
        char first = peek();
        if (first == '"') {
            return string();
        }
        if (first == '{' && depth < DEEPEST) {
            return object(depth + 1);
        }
        if (text.startsWith("null", at)) {
            at += "null".length();
            return null;
        }
        return number();
    }

    private Long number() {
        int start = at;
        while (at < text.length() && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == '-')) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("-?(0|[1-9][0-9]{0,18})")) {
            throw wrong();
        }
        return Long.valueOf(
                digits); // too large for it is a NumberFormatException, which is an IllegalArgumentException
    }

    private String string() {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(at++);
            if (next < ' ') {
                throw wrong();
            }
            read.append(next == '\\' ? escaped() : next);
        }
        at++;
        return read.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong();
        };
    }

    private char unicode() {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw wrong();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private void expect(char expected) {
        if (!follows(expected)) {
            throw wrong();
        }
    }

    private boolean follows(char expected) {
        skipSpace();
        boolean is = at < text.length() && text.charAt(at) == expected;
        if (is) {
            at++;
        }
        return is;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    /** Where, and not what: the line may be about a patient. */
    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("It can't be read from character " + (at + 1) + " on.");
    }
}
