/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documented variants in a rule's data file: another guideline's thresholds, words, source or limits for the same rule. What a
 * variant does not say stays as the file has it. It can't bring a threshold or an outcome that the rule does not know.
 */
final class RuleVariants {

    /** In a file: that the rule is off until one is chosen, with what there is to choose. Then a variant need not say more than its label. */
    static final String NEEDED = "needsVariant";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Set<String> PARTS = Set.of("label", "thresholds", "outcomes", "source", "limits");

    private final JsonNode file;
    private final String id;

    RuleVariants(JsonNode file, String id) {
        this.file = file;
        this.id = id;
    }

    /** The whole file with one variant in force, for each, by its name. */
    Map<String, JsonNode> merged() {
        Map<String, JsonNode> merged = new LinkedHashMap<>();
        JsonNode variants = file.path("variants");
        variants.fieldNames().forEachRemaining(name -> merged.put(name, merge(name, variants.get(name))));
        return merged;
    }

    private JsonNode merge(String name, JsonNode variant) {
        if (!NAME.matcher(name).matches()) {
            throw wrong(name, "is named otherwise than with small letters and digits");
        }
        refuseUnknown(name, "says", variant, PARTS);
        RuleDefinitions.require(variant, "label", id);
        if (variant.size() == 1 && !file.has(NEEDED)) {
            throw wrong(name, "changes nothing");
        }
        ObjectNode whole = file.deepCopy();
        variant.fieldNames().forEachRemaining(part -> put(whole, part, variant.get(part), name));
        return whole;
    }

    private void put(ObjectNode whole, String part, JsonNode said, String name) {
        switch (part) {
            case "label" -> {
                // of the variant; the rule keeps its own
            }
            case "thresholds", "outcomes" -> {
                ObjectNode own = (ObjectNode) whole.get(part);
                refuseUnknown(name, "has", said, names(own));
                said.fieldNames().forEachRemaining(one -> refuseUnknownPlaces(name, own.get(one), said.get(one)));
                own.setAll((ObjectNode) said);
            }
            default -> whole.set(part, said);
        }
    }

    /** The rule fills the places that its own words have, and no others. */
    private void refuseUnknownPlaces(String name, JsonNode own, JsonNode said) {
        Set<String> unknown = places(said);
        unknown.removeAll(places(own));
        if (!unknown.isEmpty()) {
            throw wrong(name, "has places that the rule does not fill: " + unknown);
        }
    }

    private static Set<String> places(JsonNode outcome) {
        Set<String> places = new HashSet<>();
        Matcher place = PLACE.matcher(
                outcome.path("summary").asText() + outcome.path("detail").asText());
        while (place.find()) {
            places.add(place.group());
        }
        return places;
    }

    private void refuseUnknown(String name, String verb, JsonNode said, Set<String> known) {
        Set<String> unknown = names(said);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw wrong(name, verb + " what the rule does not know: " + unknown);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private IllegalStateException wrong(String name, String what) {
        return RuleDefinitions.wrong(id, "has a variant '" + name + "' that " + what);
    }
}
