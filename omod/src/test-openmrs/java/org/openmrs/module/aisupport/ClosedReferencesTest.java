/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.failsafe.Failsafe;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the module refers to is in the libraries that the platform ships, or in the few that it bundles; none is missing. */
class ClosedReferencesTest {

    private static final Path PLATFORM_LIBRARIES = Path.of("target/platform-libraries/WEB-INF/lib");
    private static final Path BUNDLED = Path.of("target/omod/lib");
    private static final Path ONNX_RUNTIME =
            Path.of("../api/target/classes/org/openmrs/module/aisupport/engine/notes/onnxruntime.jar");

    @Test
    void the_module_refers_to_nothing_that_neither_the_platform_ships_nor_it_bundles() throws IOException {
        assertThat(PLATFORM_LIBRARIES).isDirectoryContaining("glob:**/openmrs-api-*.jar");

        List<String> missing = jdeps("--multi-release", "17", "--missing-deps", "-cp", bundled() + platform(), "../api/target/classes", "target/omod");

        assertThat(missing).isEmpty();
    }

    /** In small: only what serves FHIR and metrics, what is loaded beside ONNX Runtime, and what calls hosts outside, refer to what is bundled. */
    @Test
    void without_what_it_bundles_only_fhir_the_language_model_metrics_and_calls_outside_are_missing_something() throws IOException {
        List<String> missing = jdeps("--multi-release", "17", "--missing-deps", "-cp", platform(), "../api/target/classes", "target/omod");

        assertThat(missing.stream().filter(line -> line.contains("->") && line.startsWith("   ")))
                .isNotEmpty()
                .allMatch(line -> line.strip().startsWith("org.openmrs.module.aisupport.fhir.")
                        || line.strip().startsWith("org.openmrs.module.aisupport.engine.notes.onnx.")
                        || line.strip().startsWith("org.openmrs.module.aisupport.web.FhirConsentController")
                        || line.strip().startsWith("org.openmrs.module.aisupport.web.Metrics")
                        || line.strip().startsWith("org.openmrs.module.aisupport.engine.outside.http."));
    }

    /** The check itself: without the platform's libraries references are missing. */
    @Test
    void a_library_that_is_not_there_would_be_noticed() {
        assertThat(jdeps("--multi-release", "17", "--missing-deps", "../api/target/classes"))
                .anyMatch(line -> line.contains("org.hibernate"));
    }

    /** HAPI by its new name; Failsafe by its own, for the API's classes are renamed only when the module is packed. */
    private static String bundled() throws IOException {
        String failsafe = Failsafe.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (Stream<Path> jars = Stream.concat(Files.list(BUNDLED), Stream.of(ONNX_RUNTIME))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(jar -> jar + File.pathSeparator)
                    .collect(Collectors.joining())
                    + failsafe + File.pathSeparator;
        }
    }

    private static String platform() throws IOException {
        try (Stream<Path> jars = Files.list(PLATFORM_LIBRARIES)) {
            // The servlet container brings its API.
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator))
                    + File.pathSeparator
                    + javax.servlet.Servlet.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        }
    }

    private static List<String> jdeps(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, arguments);
        return out.toString().lines().filter(line -> !line.startsWith("Warning:")).toList();
    }
}
