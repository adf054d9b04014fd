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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimePropertiesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"aisupport.egress.keys", "aisupport.audit.keys"})
    void the_first_start_makes_keys_that_later_ones_keep(String keys) {
        String key = RuntimeProperties.of(folder, Map.of()).getProperty(keys);

        assertThat(key).startsWith("sandbox=");
        assertThat(RuntimeProperties.of(folder, Map.of()).getProperty(keys)).isEqualTo(key);
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
