/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openmrs.module.aisupport.platform.Setting;

/**
 * What short forms stand for: "SOB" is "shortness of breath". One that the list has in capitals is taken only as it stands there, since
 * "OE" is an ear and "oe" an examination; one in small letters, however it is written.
 */
final class Abbreviations {

    private static final Pattern BETWEEN = Pattern.compile("[;\\r\\n]+");

    private final Map<String, String> asWritten = new HashMap<>();
    private final Map<String, String> inAnyCase = new HashMap<>();
    private final Set<String> notUnderstood = new LinkedHashSet<>();

    static Abbreviations load() {
        return new Abbreviations(NoteFiles.read("abbreviations.json").path("abbreviations"));
    }

    Abbreviations(JsonNode list) {
        list.fieldNames()
                .forEachRemaining(form -> of(form).put(form, list.get(form).asText()));
    }

    private Abbreviations(Abbreviations others) {
        asWritten.putAll(others.asWritten);
        inAnyCase.putAll(others.inAnyCase);
    }

    private Map<String, String> of(String form) {
        return form.equals(form.toLowerCase(Locale.ROOT)) ? inAnyCase : asWritten;
    }

    /**
     * These with a site's own, which go before.
     *
     * @param sites such as "HPT = hypertension; OE =", where OE is then taken for no short form
     */
    Abbreviations with(String sites) {
        Abbreviations both = new Abbreviations(this);
        BETWEEN.splitAsStream(sites)
                .map(String::trim)
                .filter(pair -> !pair.isEmpty())
                .forEach(both::add);
        return both;
    }

    private void add(String pair) {
        String[] parts = pair.split("=", -1);
        String form = parts[0].trim();
        if (parts.length != 2 || Word.of(form, 0, form.length()).size() != 1) {
            notUnderstood.add(pair);
        } else if (parts[1].isBlank()) {
            of(form).remove(form);
        } else {
            of(form).put(form, parts[1].trim());
        }
    }

    /** What of a site's own list can't be followed, in words for an administrator. */
    List<String> problems() {
        return notUnderstood.isEmpty()
                ? List.of()
                : List.of("The setting " + Setting.NOTE_ABBREVIATIONS.property()
                        + " says what is not understood, and changes"
                        + " nothing: " + String.join("; ", notUnderstood)
                        + ". Write one word, an equals sign and what it stands for, and a semicolon before the next.");
    }

    /** The text with each short form written out. */
    String writeOut(String text) {
        StringBuilder whole = new StringBuilder();
        int done = 0;
        for (Word word : Word.of(text, 0, text.length())) {
            String written = text.substring(word.start(), word.end());
            String full = asWritten.getOrDefault(written, inAnyCase.get(word.text()));
            if (full != null) {
                whole.append(text, done, word.start()).append(full);
                done = word.end();
            }
        }
        return whole.append(text, done, text.length()).toString();
    }
}
