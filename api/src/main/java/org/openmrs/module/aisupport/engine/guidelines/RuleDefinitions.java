/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.ProposedProblem;

/** Loads the rules' data files. A file that lacks something stops the module's engine, not a suggestion in front of a GP. */
final class RuleDefinitions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RuleDefinitions() {}

    /** The rule as its file says, whatever variants it documents. */
    static RuleDefinition load(String id) {
        return definition(read(id), Optional.empty(), id);
    }

    /** The rule in each variant that its file documents, by the variant's name, in the file's order. */
    static Map<String, RuleDefinition> variants(String id) {
        Map<String, RuleDefinition> variants = new LinkedHashMap<>();
        new RuleVariants(read(id), id)
                .merged()
                .forEach((name, whole) -> variants.put(name, definition(whole, Optional.of(name), id)));
        return variants;
    }

    private static RuleDefinition definition(JsonNode json, Optional<String> variant, String id) {
        require(json, "id", id);
        Set<String> inputs = texts(require(json, "inputs", id));
        Set<String> required = texts(require(json, "required", id));
        if (!inputs.containsAll(required)) {
            throw wrong(id, "requires inputs that it does not list");
        }
        return new RuleDefinition(
                require(json, "id", id).asText(),
                require(json, "version", id).asText()
                        + variant.map(name -> "-" + name).orElse(""),
                variant.map(name -> new RuleDefinition.Variant(
                        name, json.get("variants").get(name).get("label").asText())),
                lacksVariant(json, variant, id),
                require(json, "label", id).asText(),
                inputs,
                required,
                thresholds(require(json, "thresholds", id), id),
                outcomes(require(json, "outcomes", id), id),
                source(require(json, "source", id), id),
                require(json, "author", id).asText(),
                LocalDate.parse(require(json, "revised", id).asText()),
                LocalDate.parse(require(json, "reviewDate", id).asText()),
                texts(require(json, "personalData", id)).stream()
                        .map(PersonalData::of)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonalData.class))),
                require(json, "limits", id).asText());
    }

    /** Some rules can't be judged as their file says, but only in a variant: then the file says what a practice has to choose. */
    private static Optional<String> lacksVariant(JsonNode json, Optional<String> variant, String id) {
        if (!json.has(RuleVariants.NEEDED) || variant.isPresent()) {
            return Optional.empty();
        }
        if (!json.path("variants").fieldNames().hasNext()) {
            throw wrong(id, "needs a variant and has none");
        }
        return Optional.of(require(json, RuleVariants.NEEDED, id).asText());
    }

    private static Map<String, Double> thresholds(JsonNode json, String id) {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!json.get(name).isNumber()) {
                throw wrong(id, "has a threshold '" + name + "' that is no number");
            }
            thresholds.put(name, json.get(name).asDouble());
        });
        return thresholds;
    }

    private static Map<String, RuleDefinition.Outcome> outcomes(JsonNode json, String id) {
        Map<String, RuleDefinition.Outcome> outcomes = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(name -> outcomes.put(name, outcome(json.get(name), id)));
        return outcomes;
    }

    private static RuleDefinition.Outcome outcome(JsonNode json, String id) {
        return new RuleDefinition.Outcome(
                Proposal.Indicator.valueOf(name(require(json, "indicator", id))),
                Proposal.Kind.valueOf(name(require(json, "kind", id))),
                require(json, "summary", id).asText(),
                require(json, "detail", id).asText(),
                json.has("problem") ? Optional.of(problem(json.get("problem"), id)) : Optional.empty());
    }

    private static ProposedProblem problem(JsonNode json, String id) {
        List<ProposedProblem.Coding> codes = new ArrayList<>();
        for (JsonNode code : require(json, "codes", id)) {
            codes.add(new ProposedProblem.Coding(
                    require(code, "source", id).asText(),
                    require(code, "code", id).asText()));
        }
        return new ProposedProblem(require(json, "text", id).asText(), codes, Optional.empty());
    }

    private static Proposal.Source source(JsonNode json, String id) {
        return new Proposal.Source(
                require(json, "label", id).asText(),
                require(json, "citation", id).asText(),
                require(json, "url", id).asText());
    }

    private static String name(JsonNode json) {
        return json.asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static JsonNode require(JsonNode json, String field, String id) {
        if (!json.hasNonNull(field)) {
            throw wrong(id, "lacks '" + field + "'");
        }
        return json.get(field);
    }

    private static JsonNode read(String id) {
        String file = "/org/openmrs/module/aisupport/rules/" + id + ".json";
        try (InputStream in = RuleDefinitions.class.getResourceAsStream(file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The data file of rule " + id + " can't be read", e);
        }
    }

    static IllegalStateException wrong(String id, String what) {
        return new IllegalStateException("The data file of rule " + id + " " + what + ".");
    }
}
