/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a search asks for. A parameter that nobody takes is refused: an unknown must not widen the answer. */
final class SearchParameters {

    private static final int HIGHEST_COUNT = 100;
    private static final int USUAL_COUNT = 10;
    private static final Set<String> OF_ANY_SEARCH =
            Set.of("_count", "_getpagesoffset", "_summary", "_sort", "_format", "_pretty", "_getpages", "_bundletype");

    private final Map<String, String> given;
    private final Set<String> taken = new HashSet<>(OF_ANY_SEARCH);

    SearchParameters(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    Optional<String> text(String... names) {
        taken.addAll(List.of(names));
        return Stream.of(names)
                .map(given::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    /** As they stand in a link, by name. */
    String query() {
        return new TreeMap<>(given)
                .entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Of values with commas between, of which one is enough; without the system that may stand before a code. */
    Optional<List<String>> anyOf(String... names) {
        return text(names).map(value -> Arrays.stream(value.split(","))
                .map(String::strip)
                .map(code -> code.substring(code.lastIndexOf('|') + 1))
                .toList());
    }

    /** A patient, by id or as a reference. */
    Optional<String> patient() {
        return text("patient", "subject", "subject:Patient", "patient:Patient")
                .map(value -> value.startsWith("Patient/") ? value.substring("Patient/".length()) : value);
    }

    boolean summaryOnly() {
        String summary = given.getOrDefault("_summary", "false");
        if (!Set.of("data", "false", "count").contains(summary)) {
            throw new FhirException.Invalid("The sandbox knows _summary=data, count and false, not " + summary);
        }
        return summary.equals("data");
    }

    boolean countOnly() {
        return "count".equals(given.get("_summary"));
    }

    int count() {
        return Math.min(number("_count", USUAL_COUNT), HIGHEST_COUNT);
    }

    int offset() {
        return number("_getpagesoffset", 0);
    }

    /** HQL for the order that is asked for, by the properties that may be asked for; then by the key. What can't be sorted by is passed over, as in fhir2. */
    String order(Map<String, String> sortable, String key) {
        String wanted = given.getOrDefault("_sort", "");
        return Stream.concat(Stream.of(wanted.split(",")).flatMap(each -> by(each, sortable)), Stream.of(key + " asc"))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> by(String parameter, Map<String, String> sortable) {
        boolean descending = parameter.startsWith("-");
        String property = sortable.get(descending ? parameter.substring(1) : parameter);
        return Stream.ofNullable(property).map(each -> each + (descending ? " desc" : " asc"));
    }

    void refuseOthers(String type) {
        List<String> others = given.keySet().stream()
                .filter(name -> !taken.contains(name))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            throw new FhirException.Unsupported("Invalid request: The FHIR endpoint on this server does not know how to"
                    + " handle GET operation[" + type + "] with parameters [" + others + "]");
        }
    }

    private int number(String name, int otherwise) {
        try {
            return Math.max(0, Integer.parseInt(given.getOrDefault(name, String.valueOf(otherwise))));
        } catch (NumberFormatException e) {
            throw new FhirException.Invalid("Invalid " + name + " value: " + given.get(name));
        }
    }
}
