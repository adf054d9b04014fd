/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("E2")
class ModelFilesTest {

    @ParameterizedTest
    @EnumSource(ModelFiles.class)
    void the_module_holds_the_files_whose_sums_stand_in_its_source(ModelFiles file) throws IOException {
        assertThat(file.read()).hasSizeGreaterThan(500_000);
    }

    /** With eight bits, one version's numbers differ from another's by more than lies between a proposal and none. */
    @Test
    void vectors_are_kept_under_the_version_that_made_them() throws Exception {
        NativePlatform here = NativePlatform.of(System.getProperty("os.name"), System.getProperty("os.arch"))
                .orElseThrow();
        String version = new KeptRuntime(here).models().toString().replace("ONNX Runtime ", "");

        assertThat(version).matches("\\d+(\\.\\d+)+");
        try (InputStream beans = getClass().getResourceAsStream("/moduleApplicationContext.xml")) {
            assertThat(new String(beans.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"all-minilm-l6-v2-q/int8/" + version + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource(ModelFiles.class)
    void a_file_with_one_bit_changed_is_refused(ModelFiles file) throws IOException {
        byte[] bytes = file.read();
        bytes[bytes.length / 2] ^= 1;

        assertThatThrownBy(() -> file.checked(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the one");
    }
}
