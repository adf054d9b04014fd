/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of an entity is shown: a level by name, or properties one by one, as webservices.rest writes it in {@code v=}, for instance
 * {@code custom:(uuid,obs:(uuid,value),visit:ref)}.
 */
record Spec(Level level, Map<String, Spec> properties) {

    static final Spec REF = new Spec(Level.REF, Map.of());
    static final Spec DEFAULT = new Spec(Level.DEFAULT, Map.of());
    static final Spec FULL = new Spec(Level.FULL, Map.of());

    enum Level {
        REF,
        DEFAULT,
        FULL,
        CUSTOM
    }

    static Spec parse(String text) {
        if (text.startsWith("custom:")) {
            return properties(closed(text.substring("custom:".length())));
        }
        return named(text);
    }

    /** O3 leaves out the outer brackets, or the last one; webservices.rest does not mind. */
    private static String closed(String properties) {
        String opened = properties.startsWith("(") ? properties : "(" + properties;
        long missing = opened.chars().filter(c -> c == '(').count()
                - opened.chars().filter(c -> c == ')').count();
        return opened + ")".repeat((int) Math.max(0, missing));
    }

    /** In brackets, with brackets inside. */
    static Spec properties(String text) {
        if (text.length() < 2 || text.charAt(0) != '(' || text.charAt(text.length() - 1) != ')') {
            throw new RestException.Conversion("Not a representation: " + text);
        }
        Map<String, Spec> properties = new LinkedHashMap<>();
        int last = text.length() - 1;
        int depth = 0;
        int begin = 1;
        for (int i = 1; i < last && depth >= 0; i++) {
            char c = text.charAt(i);
            if (c == ',' && depth == 0) {
                property(text.substring(begin, i), properties);
                begin = i + 1;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        if (depth != 0) {
            throw new RestException.Conversion("Brackets do not match: " + text);
        }
        property(text.substring(begin, last), properties);
        return new Spec(Level.CUSTOM, properties);
    }

    private static void property(String text, Map<String, Spec> properties) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            if (!text.isBlank()) {
                properties.put(text.strip(), DEFAULT);
            }
            return;
        }
        String of = text.substring(colon + 1).strip();
        properties.put(text.substring(0, colon).strip(), of.startsWith("(") ? properties(of) : named(of));
    }

    private static Spec named(String text) {
        return switch (text) {
            case "ref" -> REF;
            case "default" -> DEFAULT;
            case "full" -> FULL;
            default -> throw new RestException.Conversion("Unknown representation: " + text);
        };
    }
}
