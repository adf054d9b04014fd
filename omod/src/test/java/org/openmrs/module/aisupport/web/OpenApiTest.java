/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.seal.SealFinding;
import org.openmrs.module.aisupport.audit.seal.Verification;
import org.openmrs.module.aisupport.consent.ConsentStatus;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.suggestion.RunStatus;
import org.openmrs.module.aisupport.suggestion.SuggestionStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yaml.snakeyaml.Yaml;

/** The description and the code name the same operations and the same words. */
class OpenApiTest {

    private static Map<String, Object> api;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            api = new Yaml().load(in);
        }
    }

    @Test
    void every_operation_of_the_code_is_described_and_every_described_one_is_in_the_code() {
        Set<String> described = at(api, "paths").entrySet().stream()
                .flatMap(path -> map(path.getValue()).keySet().stream()
                        .filter(List.of("get", "post", "delete")::contains)
                        .map(method -> method + " " + path.getKey()))
                .collect(Collectors.toSet());

        Set<String> coded = Stream.of(
                        AdministrationController.class,
                        AuditController.class,
                        AuditSealController.class,
                        ConsentController.class,
                        EngineController.class,
                        FhirConsentController.class,
                        MetricsController.class,
                        OpenApiController.class,
                        OutsideEngineController.class,
                        PatientReportController.class,
                        RunController.class,
                        StatisticsController.class,
                        SuggestionController.class,
                        VisitEndController.class)
                .flatMap(OpenApiTest::operations)
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(coded).isEqualTo(described);
    }

    private static Stream<String> operations(Class<?> controller) {
        RequestMapping mapping = controller.getAnnotation(RequestMapping.class);
        String base = Stream.concat(Arrays.stream(mapping.path()), Arrays.stream(mapping.value()))
                .findFirst()
                .orElseThrow()
                .substring(Links.PATH.length());
        return Arrays.stream(controller.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations()))
                .flatMap(OpenApiTest::operation)
                .map(operation -> operation.formatted(base));
    }

    private static Stream<String> operation(Annotation annotation) {
        if (annotation instanceof GetMapping get) {
            return Stream.of("get %s" + String.join("", get.value()));
        }
        if (annotation instanceof PostMapping post) {
            return Stream.of("post %s" + String.join("", post.value()));
        }
        if (annotation instanceof DeleteMapping delete) {
            return Stream.of("delete %s" + String.join("", delete.value()));
        }
        return Stream.empty();
    }

    @Test
    void the_words_are_the_same() {
        assertThat(words("ConsentStatus")).isEqualTo(names(ConsentStatus.values()));
        assertThat(words("DenialReason")).isEqualTo(names(DenialReason.values()));
        assertThat(words("AuditVerificationStatus")).isEqualTo(names(Verification.Status.values()));
        assertThat(words("AuditFindingKind")).isEqualTo(names(SealFinding.Kind.values()));
        assertThat(words("RunStatus")).isEqualTo(names(RunStatus.values()));
        assertThat(words("SuggestionStatus")).isEqualTo(names(SuggestionStatus.values()));
        assertThat(words("Purpose"))
                .isEqualTo(Arrays.stream(Purpose.values()).map(Purpose::id).toList());
    }

    private static Object words(String schema) {
        return at(api, "components", "schemas", schema).get("enum");
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static Map<String, Object> at(Map<String, Object> from, String... path) {
        Map<String, Object> found = from;
        for (String step : path) {
            found = map(found.get(step));
        }
        return found;
    }

    @SuppressWarnings("unchecked") // YAML's maps have text keys here
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
