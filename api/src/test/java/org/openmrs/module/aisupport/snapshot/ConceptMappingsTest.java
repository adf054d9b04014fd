/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** The module's own mapping, a site's, and every way in which a site's can be wrong. */
@Tag("O2")
class ConceptMappingsTest {

    private static final String SITE_FILE = "our-mapping.json";

    private static final String GOOD =
            """
            {
              "version": "site-7",
              "sources": { "Local": ["Our lab", "our-lab"] },
              "inputs": [
                {
                  "id": "creatinine",
                  "label": "Creatinine, our lab",
                  "kind": "measurement",
                  "unit": "µmol/L",
                  "codes": [{ "source": "Local", "code": "KREA" }, { "source": "Local", "code": "KR*" }],
                  "units": [{ "names": ["mmol/L"], "factor": 1000, "offset": 0.5 }],
                  "plausible": { "min": 20, "max": 2000 },
                  "staleAfterDays": 90
                },
                { "id": "diabetes", "label": "Sugar", "kind": "problem", "codes": [] }
              ]
            }
            """;

    @TempDir
    Path directory;

    private final FakeSettings settings = new FakeSettings();

    private ConceptMappings mappings() {
        return new ConceptMappings(settings, () -> directory);
    }

    private void siteFile(String content) throws IOException {
        Files.writeString(directory.resolve(SITE_FILE), content);
        settings.set(Setting.MAPPING_FILE, SITE_FILE);
    }

    @Test
    void without_a_setting_the_mapping_of_the_module_holds() {
        assertThat(mappings().current().origin()).isEqualTo("of the module");
        assertThat(mappings().current().inputs().keySet())
                .containsExactlyInAnyOrder(
                        "creatinine",
                        "hba1c",
                        "systolic-bp",
                        "diastolic-bp",
                        "home-systolic-bp",
                        "home-diastolic-bp",
                        "metformin",
                        "diabetes",
                        "hypertension",
                        "pregnancy",
                        "pregnancy-status",
                        "potassium",
                        "ras-blocker",
                        "mra",
                        "nitrofurantoin",
                        "nsaid",
                        "diuretic",
                        "ckd",
                        "kidney-failure",
                        "acute-kidney-injury",
                        "urine-acr-or-pcr",
                        "lithium",
                        "lithium-level",
                        "tsh",
                        "calcium",
                        "phq9-item-nine",
                        "phq9-total",
                        "gad7-total",
                        "audit-c-total",
                        "depression",
                        "anxiety",
                        "alcohol-problem",
                        "atrial-fibrillation",
                        "heart-failure",
                        "stroke-or-tia",
                        "arterial-disease",
                        "mitral-stenosis-or-valve",
                        "vitamin-k-antagonist",
                        "doac",
                        "heparin",
                        "antiplatelet",
                        "statin",
                        "brain-haemorrhage",
                        "apixaban",
                        "rivaroxaban",
                        "edoxaban",
                        "dabigatran",
                        "weight",
                        "methotrexate",
                        "white-blood-cells",
                        "alt",
                        "ast",
                        "cancer",
                        "fatty-liver-or-type-2-diabetes",
                        "cirrhosis",
                        "platelets",
                        "haemoglobin",
                        "ferritin",
                        "iron-deficiency",
                        "iron",
                        "total-cholesterol",
                        "hdl-cholesterol",
                        "smoking-status",
                        "smoking",
                        "lipid-lowering",
                        "familial-hypercholesterolaemia",
                        "encounter-note",
                        "problem-list");
    }

    @Test
    void a_site_file_replaces_the_mapping_of_the_module_as_a_whole() throws IOException {
        siteFile(GOOD);

        ConceptMapping mapping = mappings().current();

        assertThat(mapping.version()).isEqualTo("site-7");
        assertThat(mapping.origin()).isEqualTo(SITE_FILE);
        assertThat(mapping.inputs().values())
                .filteredOn(input -> !input.codes().isEmpty())
                .extracting(InputDefinition::id)
                .containsExactly("creatinine");
    }

    /** As after an update that brought rules: care goes on, and no code that the site did not choose counts. */
    @Test
    void an_input_that_a_site_file_does_not_define_is_known_but_nothing_stands_for_it() throws IOException {
        Map<String, InputDefinition> own = mappings().current().inputs();
        siteFile(GOOD);

        ConceptMapping mapping = mappings().current();

        assertThat(mapping.inputs().keySet()).containsExactlyInAnyOrderElementsOf(own.keySet());
        InputDefinition pregnancy =
                mapping.definitions(List.of("pregnancy-status")).get(0);
        assertThat(own.get("pregnancy-status").answers()).isNotEmpty();
        assertThat(pregnancy.codes()).isEmpty();
        assertThat(pregnancy.answers()).isEmpty();
        assertThat(pregnancy.noAnswers()).isEmpty();
        assertThat(pregnancy.label()).isEqualTo(own.get("pregnancy-status").label());
    }

    @Test
    void the_administrator_hears_which_inputs_a_site_file_does_not_define() throws IOException {
        assertThat(mappings().problem()).isEmpty();
        siteFile(GOOD);

        String problem = mappings().problem().orElseThrow();

        assertThat(problem).contains(SITE_FILE, "HbA1c", "Add them to the file").doesNotContain("Sugar", "Creatinine");
    }

    @Test
    void an_input_that_a_site_file_defines_without_codes_is_no_problem() throws IOException {
        String inputs = mappings().current().inputs().keySet().stream()
                .map(id -> "{ \"id\": \"" + id + "\", \"label\": \"x\", \"kind\": \"problem\", \"codes\": [] }")
                .collect(Collectors.joining(","));
        siteFile("{ \"version\": \"1\", \"sources\": {}, \"inputs\": [" + inputs + "] }");

        assertThat(mappings().problem()).isEmpty();
    }

    @Test
    void a_site_file_says_codes_units_limits_and_age() throws IOException {
        siteFile(GOOD);

        InputDefinition creatinine = mappings().current().inputs().get("creatinine");

        assertThat(creatinine.label()).isEqualTo("Creatinine, our lab");
        assertThat(creatinine.kind()).isEqualTo(InputDefinition.Kind.MEASUREMENT);
        assertThat(creatinine.codes()).hasSize(2).allSatisfy(code -> assertThat(code.sourceNames())
                .containsExactly("Our lab", "our-lab"));
        assertThat(creatinine.codes().get(0).prefix()).isFalse();
        assertThat(creatinine.codes().get(1).prefix()).isTrue();
        assertThat(creatinine.codes().get(1).code()).isEqualTo("KR");
        assertThat(creatinine.conversionFrom("mmol/L").orElseThrow().convert(0.08))
                .isEqualTo(80.5);
        assertThat(creatinine.isPlausible(19)).isFalse();
        assertThat(creatinine.isPlausible(20)).isTrue();
        assertThat(creatinine.staleAfterDays()).isEqualTo(90);
    }

    @Test
    void how_far_values_of_one_day_may_lie_apart_is_the_files_to_say() throws IOException {
        siteFile(GOOD.replaceFirst("\"staleAfterDays\"", "\"sameDayRatio\": 1.5, \"staleAfterDays\""));
        assertThat(creatinine().contradict(List.of(100.0, 150.0))).isFalse();
        assertThat(creatinine().contradict(List.of(100.0, 151.0, 120.0))).isTrue();

        siteFile(GOOD);
        assertThat(creatinine().contradict(List.of(20.0, 3000.0))).isFalse();

        siteFile(GOOD.replaceFirst("\"staleAfterDays\"", "\"sameDayRatio\": 1, \"staleAfterDays\""));
        assertThatThrownBy(() -> mappings().current())
                .hasMessageContaining("'sameDayRatio' that is not above 1 in creatinine");
    }

    private InputDefinition creatinine() {
        return mappings().current().inputs().get("creatinine");
    }

    @Test
    void an_edit_counts_at_once() throws IOException {
        siteFile(GOOD);
        ConceptMappings mappings = mappings();
        mappings.current();

        siteFile(GOOD.replace("site-7", "site-8"));

        assertThat(mappings.current().version()).isEqualTo("site-8");
    }

    @Test
    void a_file_in_a_folder_below_may_be_named() throws IOException {
        Files.createDirectory(directory.resolve("mappings"));
        Files.writeString(directory.resolve("mappings/a.json"), GOOD);
        settings.set(Setting.MAPPING_FILE, "mappings/a.json");

        assertThat(mappings().current().version()).isEqualTo("site-7");
    }

    @Test
    void a_file_that_is_missing_is_an_error_and_not_the_mapping_of_the_module() {
        settings.set(Setting.MAPPING_FILE, "gone.json");

        assertThatThrownBy(() -> mappings().current())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone.json")
                .hasMessageContaining("aisupport.mapping.file");
    }

    @ParameterizedTest(name = "a file that holds: {0}")
    @ValueSource(strings = {"{ \"version\": ", "not json", "", "[]", "{}", "null", "\"text\"", "{\"inputs\": []}"})
    void a_file_that_is_no_mapping_is_an_error_that_names_it(String content) throws IOException {
        siteFile(content);

        assertThatThrownBy(() -> mappings().current())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SITE_FILE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"../outside.json", "a/../../outside.json", "../", "mappings/../../aisupport-other/x.json"})
    @Tag("X2")
    void a_path_that_leaves_the_directory_is_refused_even_if_the_file_is_there(String name) throws IOException {
        Path own = Files.createDirectory(directory.resolve("aisupport"));
        Files.writeString(directory.resolve("outside.json"), GOOD);
        Files.createDirectory(directory.resolve("aisupport-other"));
        Files.writeString(directory.resolve("aisupport-other/x.json"), GOOD);
        settings.set(Setting.MAPPING_FILE, name);

        assertThatThrownBy(() -> new ConceptMappings(settings, () -> own).current())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below the module's own directory");
    }

    @Test
    @Tag("X2")
    void an_absolute_path_outside_the_directory_is_refused() throws IOException {
        Path own = Files.createDirectory(directory.resolve("aisupport"));
        Path outside = Files.writeString(directory.resolve("outside.json"), GOOD);
        settings.set(Setting.MAPPING_FILE, outside.toString());

        assertThatThrownBy(() -> new ConceptMappings(settings, () -> own).current())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below the module's own directory");
    }

    @Test
    void an_unknown_kind_is_refused_with_the_kinds_there_are() throws IOException {
        siteFile(GOOD.replace("\"problem\"", "\"allergy\""));

        assertThatThrownBy(() -> mappings().current())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'allergy'")
                .hasMessageContaining("measurement, problem, medication, answer, note or problem-list");
    }

    @Test
    void an_input_that_is_defined_twice_is_refused() throws IOException {
        siteFile(GOOD.replace("\"diabetes\"", "\"creatinine\""));

        assertThatThrownBy(() -> mappings().current())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'creatinine' twice");
    }

    @Test
    void a_code_system_that_the_file_does_not_list_is_refused() throws IOException {
        siteFile(GOOD.replace(
                "{ \"source\": \"Local\", \"code\": \"KREA\" }", "{ \"source\": \"X\", \"code\": \"1\" }"));

        assertThatThrownBy(() -> mappings().current())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'X'");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"id", "label", "kind", "unit", "codes", "units", "plausible", "names", "factor", "source"})
    void a_field_that_a_measurement_needs_is_named_when_it_is_missing(String field) throws IOException {
        siteFile(GOOD.replaceFirst("\"" + field + "\":", "\"x\":"));

        IllegalArgumentException refusal = catchThrowableOfType(
                IllegalArgumentException.class, () -> mappings().current());

        assertThat(refusal).hasMessageContaining("'" + field + "'").hasMessageContaining(SITE_FILE);
    }

    /** Else a slip of the keyboard would let a value count that is too old, or drop every value without a word. */
    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource({
        "'\"staleAfterDays\": \"ninety\"', '\"staleAfterDays\": 90'",
        "'\"staleAfterDays\": -1', '\"staleAfterDays\": 90'",
        "'\"factor\": \"1,000\"', '\"factor\": 1000'",
        "'\"factor\": 0', '\"factor\": 1000'",
        "'\"offset\": \"half\"', '\"offset\": 0.5'",
        "'\"min\": \"low\"', '\"min\": 20'",
        "'\"max\": \"high\"', '\"max\": 2000'",
        "'\"maximum\": 2000', '\"max\": 2000'",
        "'\"max\": 2', '\"max\": 2000'",
        "'\"max\": 20', '\"max\": 2000'",
    })
    void a_number_that_makes_no_sense_is_refused(String wrong, String right) throws IOException {
        assertThat(GOOD).contains(right);
        siteFile(GOOD.replace(right, wrong));

        assertThatThrownBy(() -> mappings().current())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SITE_FILE);
    }

    /** Else values of any age would count. */
    @Test
    void a_measurement_that_does_not_say_when_it_is_too_old_is_refused() throws IOException {
        siteFile(GOOD.replace(",\n      \"staleAfterDays\": 90", ""));
        assertThat(Files.readString(directory.resolve(SITE_FILE))).doesNotContain("staleAfterDays");

        assertThatThrownBy(() -> mappings().current())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("staleAfterDays");
    }

    @Test
    void an_input_that_nobody_defined_is_an_error_that_names_it() {
        ConceptMapping mapping = mappings().current();

        assertThatThrownBy(() -> mapping.definitions(List.of("shoe-size")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'shoe-size'");
        assertThat(mapping.labelOf("shoe-size")).isEqualTo("shoe-size");
        assertThat(mapping.labelOf("hba1c")).isEqualTo("HbA1c");
    }
}
