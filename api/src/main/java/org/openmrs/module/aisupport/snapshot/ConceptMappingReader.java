/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.aisupport.platform.ChartReader.CodePattern;

/** Reads a concept mapping from its JSON, and says which line to mend when it can't. */
final class ConceptMappingReader {

    private final String origin;
    private final JsonNode root;

    ConceptMappingReader(String origin, JsonNode root) {
        this.origin = origin;
        this.root = root;
    }

    ConceptMapping read() {
        Map<String, InputDefinition> inputs = new LinkedHashMap<>();
        for (JsonNode input : require(root, "inputs", "the file")) {
            InputDefinition definition = input(input);
            if (inputs.put(definition.id(), definition) != null) {
                throw wrong("defines the input '" + definition.id() + "' twice");
            }
        }
        Map<String, Set<String>> sources = new LinkedHashMap<>();
        require(root, "sources", "the file")
                .fieldNames()
                .forEachRemaining(source -> sources.put(source, sourceNames(source, "the file")));
        return new ConceptMapping(require(root, "version", "the file").asText(), origin, inputs, sources, Set.of());
    }

    private InputDefinition input(JsonNode json) {
        String id = require(json, "id", "an input").asText();
        InputDefinition.Kind kind = kind(require(json, "kind", id).asText());
        boolean measured = kind == InputDefinition.Kind.MEASUREMENT;
        JsonNode plausible = measured ? require(json, "plausible", id) : json;
        double min = measured ? number(plausible, "min", id) : 0;
        double max = measured ? number(plausible, "max", id) : 0;
        if (measured && min >= max) {
            throw wrong("has no plausible range for '" + id + "': 'min' must be below 'max'");
        }
        return new InputDefinition(
                id,
                require(json, "label", id).asText(),
                kind,
                codes(require(json, "codes", id), id),
                codes(json.path("answers"), id),
                codes(json.path("noAnswers"), id),
                measured ? require(json, "unit", id).asText() : "",
                measured ? units(require(json, "units", id), id) : List.of(),
                min,
                max,
                measured && json.has("sameDayRatio") ? ratio(json, id) : Double.POSITIVE_INFINITY,
                measured || json.has("staleAfterDays") ? days(json, id) : Integer.MAX_VALUE);
    }

    private double ratio(JsonNode json, String input) {
        double ratio = number(json, "sameDayRatio", input);
        if (ratio <= 1) {
            throw wrong("has a 'sameDayRatio' that is not above 1 in " + input);
        }
        return ratio;
    }

    private int days(JsonNode json, String input) {
        int days = (int) number(json, "staleAfterDays", input);
        if (days < 1) {
            throw wrong("has a 'staleAfterDays' below 1 in " + input);
        }
        return days;
    }

    private double number(JsonNode json, String field, String input) {
        JsonNode number = require(json, field, input);
        if (!number.isNumber()) {
            throw wrong("has a '" + field + "' that is no number in " + input);
        }
        return number.asDouble();
    }

    private List<CodePattern> codes(JsonNode list, String input) {
        List<CodePattern> codes = new ArrayList<>();
        for (JsonNode json : list) {
            String code = require(json, "code", input).asText();
            boolean prefix = code.endsWith("*");
            codes.add(new CodePattern(
                    sourceNames(require(json, "source", input).asText(), input),
                    prefix ? code.substring(0, code.length() - 1) : code,
                    prefix));
        }
        return codes;
    }

    /** A code system goes by several names in the field; the file lists them once. */
    private Set<String> sourceNames(String source, String input) {
        Set<String> names = new LinkedHashSet<>();
        require(require(root, "sources", "the file"), source, input).forEach(name -> names.add(name.asText()));
        return names;
    }

    private List<InputDefinition.UnitConversion> units(JsonNode list, String input) {
        List<InputDefinition.UnitConversion> units = new ArrayList<>();
        for (JsonNode json : list) {
            List<String> names = new ArrayList<>();
            require(json, "names", input).forEach(name -> names.add(name.asText()));
            double factor = number(json, "factor", input);
            if (factor <= 0) {
                throw wrong("has a 'factor' that is not above 0 in " + input);
            }
            double offset = json.has("offset") ? number(json, "offset", input) : 0;
            units.add(new InputDefinition.UnitConversion(names, factor, offset));
        }
        return units;
    }

    private InputDefinition.Kind kind(String name) {
        try {
            return InputDefinition.Kind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw wrong(
                    "has the kind '" + name + "'; use measurement, problem, medication, answer, note or problem-list");
        }
    }

    private JsonNode require(JsonNode json, String field, String where) {
        if (!json.hasNonNull(field)) {
            throw wrong("lacks '" + field + "' in " + where);
        }
        return json.get(field);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("The concept mapping " + origin + " " + what + ".");
    }
}
