/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimePropertiesTest {

    private static final String KEYS = "aisupport.egress.keys";

    @TempDir
    private Path folder;

    @Test
    void the_first_start_makes_a_key_that_later_ones_keep() {
        String key = RuntimeProperties.of(folder, Map.of()).getProperty(KEYS);

        assertThat(key).startsWith("sandbox=");
        assertThat(RuntimeProperties.of(folder, Map.of()).getProperty(KEYS)).isEqualTo(key);
    }

    @Test
    void what_is_given_stands_above_the_file_and_is_forgotten_with_the_start() throws IOException {
        Files.writeString(folder.resolve("openmrs-runtime.properties"), "host=of-the-file\nother=kept\n");

        assertThat(RuntimeProperties.of(folder, Map.of("host", "given", "more", "1")))
                .containsOnly(Map.entry("host", "given"), Map.entry("other", "kept"), Map.entry("more", "1"));
        assertThat(RuntimeProperties.of(folder, Map.of()))
                .containsOnly(Map.entry("host", "of-the-file"), Map.entry("other", "kept"));
    }
}
