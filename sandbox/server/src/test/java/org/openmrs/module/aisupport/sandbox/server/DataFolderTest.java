/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path root;

    @Test
    void a_second_server_on_the_same_folder_is_refused_and_told_what_to_do() {
        try (DataFolder first = DataFolder.open(root)) {
            assertThat(first.root()).exists();
            assertThatThrownBy(() -> DataFolder.open(root))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("Another sandbox")
                    .hasMessageContaining("--data");
        }
        DataFolder.open(root).close();
    }

    @Test
    void emptying_removes_everything_in_it() throws IOException {
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/c"), "old");

        try (DataFolder folder = DataFolder.open(root)) {
            folder.empty();

            assertThat(root.resolve("a")).doesNotExist();
        }
    }
}
