/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The codes that leave, against the mapping by which things are found. */
@Tag("E3")
class FhirCodesTest {

    private static final Map<String, JsonNode> MAPPING = new HashMap<>();
    private static final Map<String, String> NAMES = Map.of(
            "http://loinc.org",
            "LOINC",
            "http://snomed.info/sct",
            "SNOMED CT",
            "http://www.whocc.no/atc",
            "ATC",
            "http://www.nlm.nih.gov/research/umls/rxnorm",
            "RxNorm");

    private static UcumService ucum;

    @BeforeAll
    static void read() throws IOException, UcumException {
        try (InputStream in =
                FhirCodes.class.getResourceAsStream("/org/openmrs/module/aisupport/concept-mapping.json")) {
            new ObjectMapper()
                    .readTree(in)
                    .path("inputs")
                    .forEach(input -> MAPPING.put(input.path("id").asText(), input));
        }
        ucum = new UcumEssenceService(UcumService.class.getResourceAsStream("/ucum-essence.xml"));
    }

    static Stream<Map.Entry<String, FhirCodes.FhirCode>> codes() {
        return FhirCodes.read().all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_code_is_one_that_the_mapping_finds_its_input_by(Map.Entry<String, FhirCodes.FhirCode> entry) {
        JsonNode input = MAPPING.get(entry.getKey());
        assertThat(input).as(entry.getKey()).isNotNull();
        String system = NAMES.get(entry.getValue().system());
        String code = entry.getValue().code();

        boolean classOfDrugs = system.equals("ATC") && code.length() < 7;
        if (classOfDrugs) {
            assertThat(codesOf(input, system))
                    .as("the class holds them all")
                    .isNotEmpty()
                    .allMatch(found -> found.startsWith(code));
        } else {
            assertThat(codesOf(input, system)).contains(code);
        }
    }

    /** A class must hold all of what the input stands for; a single ingredient or measurement has one code in each unit. */
    @ParameterizedTest
    @MethodSource("codes")
    void a_measurement_has_a_unit_and_a_category_and_nothing_else_has(Map.Entry<String, FhirCodes.FhirCode> entry)
            throws UcumException {
        JsonNode input = MAPPING.get(entry.getKey());
        boolean measured = input.path("kind").asText().equals("measurement");

        assertThat(entry.getValue().unit().isPresent()).isEqualTo(measured);
        assertThat(entry.getValue().category().isPresent()).isEqualTo(measured);
        if (measured) {
            String unit = entry.getValue().unit().orElseThrow();
            assertThat(ucum.validate(unit)).isNull();
            assertThat(ucum.getCommonDisplay(unit)).isNotNull();
            assertThat(Set.of("laboratory", "vital-signs", "survey"))
                    .contains(entry.getValue().category().orElseThrow());
            assertThat(asUcum(input.path("unit").asText())).isEqualTo(unit);
        }
    }

    private static String asUcum(String unit) {
        return switch (unit) {
            case "µmol/L" -> "umol/L";
            case "µg/L" -> "ug/L";
            case "mmHg" -> "mm[Hg]";
            case "mIU/L" -> "m[IU]/L";
            case "points" -> "{score}";
            case "10^9/L" -> "10*9/L";
            default -> unit;
        };
    }

    private static List<String> codesOf(JsonNode input, String system) {
        List<String> found = new ArrayList<>();
        input.path("codes").forEach(code -> {
            if (code.path("source").asText().equals(system)) {
                found.add(code.path("code").asText());
            }
        });
        return found;
    }
}
