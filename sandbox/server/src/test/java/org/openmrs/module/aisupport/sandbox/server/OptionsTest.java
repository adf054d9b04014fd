/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Path PROJECT = Path.of("/project");

    @Test
    void without_arguments_it_listens_on_8080_and_keeps_its_data_in_the_project() {
        assertThat(Options.parse(List.of(), PROJECT))
                .isEqualTo(new Options(
                        8080,
                        Path.of("/project/sandbox/data"),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Path.of("/project/sandbox/o3/target/spa")),
                        Map.of()));
    }

    @Test
    void every_option_is_taken_in_any_order() {
        Options options = Options.parse(
                List.of(
                        "--fresh",
                        "--no-o3",
                        "--omod",
                        "a.omod",
                        "--ready-file",
                        "ready",
                        "--database-file",
                        "db",
                        "--property",
                        "a=1",
                        "--data",
                        "d",
                        "--property",
                        "b.c = x=y",
                        "--port",
                        "0"),
                PROJECT);

        assertThat(options)
                .isEqualTo(new Options(
                        0,
                        Path.of("d"),
                        true,
                        Optional.of(Path.of("a.omod")),
                        Optional.of(Path.of("ready")),
                        Optional.of(Path.of("db")),
                        Optional.empty(),
                        Map.of("a", "1", "b.c", "x=y")));
    }

    @Test
    void what_is_unknown_or_incomplete_is_said() {
        assertThatThrownBy(() -> Options.parse(List.of("--prot", "1"), PROJECT)).hasMessage("Unknown option --prot");
        assertThatThrownBy(() -> Options.parse(List.of("--data", "--fresh"), PROJECT))
                .hasMessage("--data needs a value");
        assertThatThrownBy(() -> Options.parse(List.of("--port", "http"), PROJECT))
                .hasMessage("--port needs a number from 0 to 65535, not http");
        assertThatThrownBy(() -> Options.parse(List.of("--port", "65536"), PROJECT))
                .hasMessageContaining("65536");
        assertThatThrownBy(() -> Options.parse(List.of("--property", "=value"), PROJECT))
                .hasMessage("--property needs NAME=VALUE, not =value");
        assertThatThrownBy(() -> Options.parse(List.of("--property", "name"), PROJECT))
                .hasMessage("--property needs NAME=VALUE, not name");
    }
}
