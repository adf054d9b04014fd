/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

/**
 * Writes XHTML, which browsers and the printer read alike. Whatever is written as text is shown as it was typed: nothing in it becomes
 * an element, and what XML can't hold at all is shown as a sign of its own and not left out.
 */
final class Markup {

    /** What the Unicode standard has for what can't be shown. */
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder out = new StringBuilder();

    /** Trusted: names of elements and their attributes as they stand in the source. */
    Markup open(String element) {
        out.append('<').append(element).append('>');
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    /** An element with text and nothing else in it. */
    Markup line(String element, String text) {
        return open(element).text(text).close(element.split(" ", 2)[0]);
    }

    Markup text(String text) {
        text.codePoints().forEach(this::character);
        return this;
    }

    private void character(int point) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(isXml(point) ? point : REPLACEMENT);
        }
    }

    /** Of XML 1.0, without what steers the direction of writing: nobody turns another one's words around. */
    private static boolean isXml(int point) {
        boolean steers = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        return !steers
                && (point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || point >= 0x20 && point <= 0xD7FF
                        || point >= 0xE000 && point <= 0xFFFD
                        || point >= 0x10000);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
