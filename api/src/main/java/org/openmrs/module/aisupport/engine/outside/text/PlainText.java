/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.text;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stranger's Markdown (GitHub's, of which HTML is a part) as plain text for a screen that shows text (X3). Formatting goes, words stay:
 * "&lt; 30" is a threshold and not a tag. A link becomes its label and its host; nothing is loaded. What then still could be read as a tag
 * loses its angle, so that no later reader takes it for one.
 */
public final class PlainText {

    /** Control characters, changes of direction, halves of a character; not the joiners that some scripts are written with. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n\\t\u200c\u200d]]");
    /** What has content that is nobody's words; and comments. */
    private static final List<Span> UNSHOWN = Stream.concat(
                    Stream.of(new Span("<!--", "-->")),
                    Stream.of("script", "style", "template", "iframe", "object", "svg", "math")
                            .map(name -> new Span("(?i)<" + name + "\\b", "(?i)</" + name + "\\s*>")))
            .toList();

    private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/div|/li|/tr|/h[1-6])\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(a|abbr|b|big|blockquote|br|caption|center|cite|code|col|dd|del|details|div|dl|dt|em|font|form|h[1-6]|hr|i|iframe|img|input|ins|kbd"
                    + "|li|link|mark|math|meta|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template"
                    + "|tfoot|th|thead|tr|tt|u|ul|video)"
                    + "([\\s/][^<>]*)?>");
    private static final Pattern LIKE_A_TAG = Pattern.compile("<(?=[A-Za-z/!?])");
    private static final Pattern IMAGE =
            Pattern.compile("!\\[([^\\]\\[]*)]\\([^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*){0,3}(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]\\[]*)]\\(([^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*){0,3})(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern ADDRESS = Pattern.compile("<(https?://[^<>\\s]*)>");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*|__|~~)(?=\\S)(.{1,300}?)(?<=\\S)\\1");
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}\\s+");
    private static final Pattern GAP = Pattern.compile("\\n\\s*\\n\\s*");

    private static final int MOST_ROUNDS = 5;

    private PlainText() {}

    public static String of(String markdown) {
        String text = UNSEEN.matcher(markdown.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        text = withoutHtml(entities(text));
        text = IMAGE.matcher(text).replaceAll("$1");
        text = LINK.matcher(text).replaceAll(PlainText::link);
        text = HEADING.matcher(STRONG.matcher(text).replaceAll("$2")).replaceAll("");
        return GAP.matcher(LIKE_A_TAG.matcher(text).replaceAll("\u2039"))
                .replaceAll("\n\n")
                .strip();
    }

    /** The same on one line. */
    public static String line(String markdown) {
        return of(markdown).replaceAll("\\s+", " ");
    }

    /** Again while something goes, since what is left of one tag may be another; but not without end, which a text could be made for. */
    private static String withoutHtml(String text) {
        String before = "";
        String after = text;
        for (int round = 0; round < MOST_ROUNDS && !after.equals(before); round++) {
            before = after;
            for (Span unshown : UNSHOWN) {
                after = unshown.without(after);
            }
            after = ADDRESS.matcher(after).replaceAll(PlainText::address);
            after = BREAK.matcher(after).replaceAll("\n");
            after = TAG.matcher(after).replaceAll("");
        }
        return after;
    }

    private static String entities(String text) {
        return text.replaceAll("(?i)&lt;|&#0*60;|&#x0*3c;", "<")
                .replaceAll("(?i)&gt;|&#0*62;|&#x0*3e;", ">")
                .replaceAll("(?i)&quot;|&#0*34;", "\"")
                .replaceAll("(?i)&apos;|&#0*39;", "'")
                .replaceAll("(?i)&nbsp;|&#0*160;", " ")
                .replaceAll("(?i)&amp;|&#0*38;", "&");
    }

    private static String link(MatchResult found) {
        String label = found.group(1);
        return Matcher.quoteReplacement(
                hostOf(found.group(2)).map(host -> label + " (" + host + ")").orElse(label));
    }

    private static String address(MatchResult found) {
        return Matcher.quoteReplacement(hostOf(found.group(1)).orElse(""));
    }

    /** Of an address on the web; empty for any other, such as one that would run a script. */
    public static Optional<String> hostOf(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            return web && uri.getRawUserInfo() == null ? Optional.ofNullable(uri.getHost()) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** From an opening to the next closing, each looked for once: a text of openings alone must not take the square of its length. */
    private record Span(Pattern opening, Pattern closing) {
        Span(String opening, String closing) {
            this(Pattern.compile(opening), Pattern.compile(closing));
        }

        String without(String text) {
            Matcher open = opening.matcher(text);
            Matcher close = closing.matcher(text);
            StringBuilder kept = new StringBuilder();
            int from = 0;
            while (open.find(from) && close.find(open.end())) {
                kept.append(text, from, open.start());
                from = close.end();
            }
            return kept.append(text, from, text.length()).toString();
        }
    }
}
