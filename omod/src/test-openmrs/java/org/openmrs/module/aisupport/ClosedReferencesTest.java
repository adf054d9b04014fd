/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Everything that the module refers to is in the libraries that the platform ships: it brings none of them, and misses none. */
class ClosedReferencesTest {

    private static final Path PLATFORM_LIBRARIES = Path.of("target/platform-libraries/WEB-INF/lib");

    @Test
    void the_module_refers_to_nothing_that_the_platform_does_not_ship() throws IOException {
        assertThat(PLATFORM_LIBRARIES).isDirectoryContaining("glob:**/openmrs-api-*.jar");

        List<String> missing = jdeps("--multi-release", "17", "--missing-deps", "-cp", platform(), "../api/target/classes", "target/classes");

        assertThat(missing).isEmpty();
    }

    /** The check itself: without the platform's libraries references are missing. */
    @Test
    void a_library_that_is_not_there_would_be_noticed() {
        assertThat(jdeps("--multi-release", "17", "--missing-deps", "../api/target/classes"))
                .anyMatch(line -> line.contains("org.hibernate"));
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
