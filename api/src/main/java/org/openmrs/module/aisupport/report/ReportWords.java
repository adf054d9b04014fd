/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The words of the report in one language, with its dates and times; in English where there is no such language. */
final class ReportWords {

    static final List<String> LANGUAGES = List.of("en", "da", "es", "fr", "pt");

    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Properties words;
    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter date;

    ReportWords(Locale asked, ZoneId zone) {
        this.locale = LANGUAGES.contains(asked.getLanguage()) ? asked : Locale.ENGLISH;
        this.zone = zone;
        this.words = FILES.computeIfAbsent(locale.getLanguage(), ReportWords::read);
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    Locale locale() {
        return locale;
    }

    /** @param values what {0}, {1} and so on stand for; nothing in them is read as a place of its own */
    String of(String key, Object... values) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("The words " + key + " are missing in " + locale.getLanguage());
        }
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean place = text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
            filled.append(place ? values[text.charAt(i + 1) - '0'] : text.charAt(i));
            i += place ? 2 : 0;
        }
        return filled.toString();
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    String day(LocalDate day) {
        return date.format(day);
    }

    String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    String moment(Instant at) {
        return day(at) + ", " + time(at);
    }

    String zone() {
        return zone.getDisplayName(TextStyle.FULL, locale) + " (" + zone.getId() + ")";
    }

    /** As people name a language; the code where nobody does. */
    String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(locale);
    }

    private static Properties read(String language) {
        Properties read = new Properties();
        try (Reader in = new InputStreamReader(
                ReportWords.class.getResourceAsStream("words_" + language + ".properties"), StandardCharsets.UTF_8)) {
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The module's own words of " + language + " can't be read", e);
        }
        return read;
    }
}
