/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an input is called in the code systems that the world outside knows. One code for each input, and only where it is true of
 * everything that the input stands for, in the input's own unit: the concept mapping lists codes by which something is found, among them
 * some for other units. An input without one leaves as text alone.
 */
final class FhirCodes {

    private static final String FILE = "/org/openmrs/module/aisupport/fhir-codes.json";

    private final Map<String, FhirCode> byInput = new LinkedHashMap<>();

    /**
     * @param system its address
     * @param unit in UCUM; only of measurements
     * @param category of HL7's observation categories; only of measurements
     */
    record FhirCode(String system, String code, Optional<String> unit, Optional<String> category) {}

    private FhirCodes(JsonNode file) {
        JsonNode systems = file.path("systems");
        file.path("inputs").fieldNames().forEachRemaining(input -> {
            JsonNode entry = file.path("inputs").path(input);
            byInput.put(
                    input,
                    new FhirCode(
                            systems.path(entry.path("system").asText()).asText(),
                            entry.path("code").asText(),
                            Optional.ofNullable(entry.path("unit").textValue()),
                            Optional.ofNullable(entry.path("category").textValue())));
        });
    }

    static FhirCodes read() {
        try (InputStream in = FhirCodes.class.getResourceAsStream(FILE)) {
            return new FhirCodes(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The module's own FHIR codes can't be read", e);
        }
    }

    Optional<FhirCode> of(String input) {
        return Optional.ofNullable(byInput.get(input));
    }

    Map<String, FhirCode> all() {
        return Map.copyOf(byInput);
    }
}
