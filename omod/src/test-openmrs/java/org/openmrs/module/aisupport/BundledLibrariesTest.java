/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.fhir.EveryConsent;

/** FHIR's libraries, cut to size and renamed, as they are in the module: among what webservices.rest and the platform bring, in that order. */
@Tag("C9")
class BundledLibrariesTest {

    private static final Path BUNDLED = Path.of("target/omod/lib");
    private static final String RELOCATED = "org/openmrs/module/aisupport/library/";
    private static final Path REQUIRED_MODULE = Path.of("target/required-module-libraries");
    private static final Path PLATFORM = Path.of("target/platform-libraries/WEB-INF/lib");

    @Test
    void every_kind_of_resource_is_written_with_nothing_else_at_hand_and_is_the_same() throws Exception {
        List<URL> order = new ArrayList<>();
        order.add(Path.of("target/relocated-tests.jar").toUri().toURL());
        order.add(Path.of("target/omod").toUri().toURL());
        order.add(Path.of("../api/target/classes").toUri().toURL());
        for (Path folder : List.of(BUNDLED, REQUIRED_MODULE, PLATFORM)) {
            for (Path jar : jars(folder)) {
                order.add(jar.toUri().toURL());
            }
        }

        try (URLClassLoader asInOpenmrs =
                new URLClassLoader(order.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object written = asInOpenmrs
                    .loadClass(EveryConsent.class.getName())
                    .getMethod("asJson")
                    .invoke(null);

            assertThat(written).isEqualTo(EveryConsent.asJson()).asString().contains("\"resourceType\":\"Consent\"");
            assertThatThrownBy(() -> asInOpenmrs.loadClass("ca.uhn.fhir.context.FhirContext"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> mapper = asInOpenmrs.loadClass("com.fasterxml.jackson.databind.ObjectMapper");
            assertThat(mapper.getPackage().getImplementationVersion()).isEqualTo("2.11.2");
        }
    }

    /** By the names that they had: a second copy is one more library to mend, even under names of our own. */
    @Test
    void no_class_that_the_platform_ships_is_bundled_again() throws IOException {
        Set<String> bundled = names(BUNDLED);

        assertThat(bundled).contains("org/hl7/fhir/r4/model/Consent.class");
        assertThat(bundled).doesNotContainAnyElementsOf(names(PLATFORM));
        assertThat(bundled).doesNotContainAnyElementsOf(names(REQUIRED_MODULE));
    }

    /** What reads, transforms, downloads or listens is where HAPI's advisories are, and none of it is needed to write. */
    @Test
    void what_reads_transforms_downloads_or_listens_is_left_out() throws IOException {
        assertThat(names(BUNDLED))
                .noneMatch(name -> name.matches(".*/(npm|formats|validation|terminologies|elementmodel|codesystems)/.*")
                        && name.startsWith("org/hl7/"))
                .noneMatch(name -> name.matches("ca/uhn/fhir/(interceptor|rest/client)/.*"))
                .noneMatch(name -> name.matches(".*/(XsltUtilities|SimpleHTTPClient|ZipGenerator)\\.class"));
    }

    @Test
    void they_stay_below_thirteen_megabytes() throws IOException {
        long bytes = 0;
        for (Path jar : jars(BUNDLED)) {
            boolean own = jar.getFileName().toString().startsWith("aisupport-");
            bytes += own ? 0 : Files.size(jar);
        }

        assertThat(bytes).isBetween(1_000_000L, 13_000_000L);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path jar : jars(folder)) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(entry -> entry.getName())
                        .map(name -> name.startsWith(RELOCATED) ? name.substring(RELOCATED.length()) : name)
                        .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
