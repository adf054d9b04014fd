/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command, in a process of its own. */
class KilledServerTest {

    @TempDir
    Path folder;

    private Process server;

    @AfterEach
    void end() throws InterruptedException {
        if (server != null && server.isAlive()) {
            server.destroy();
            server.waitFor(30, TimeUnit.SECONDS);
        }
        database().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void after_a_kill_the_next_start_finds_the_data_and_an_orderly_end_leaves_no_database_behind() throws Exception {
        Browser before = start().asAdmin();
        before.post("ws/rest/v1/probe/note", "{}");
        server.destroyForcibly().waitFor();
        assertThat(database()).as("the database outlived its server").isPresent();

        Browser after = start().asAdmin();

        assertThat(after.rest("probe/note").json().get("count").asInt()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("log")))
                .contains("left behind")
                .doesNotContain("made-up patients\n[");
        server.destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(database()).isEmpty();
    }

    private Browser start() throws IOException, InterruptedException {
        Path ready = folder.resolve("ready");
        Files.deleteIfExists(ready);
        Path omod = folder.resolve("probe.omod");
        if (Files.notExists(omod)) {
            ProbeModule.build(folder);
        }
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "--no-o3",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString(),
                        "--omod",
                        omod.toString(),
                        "--ready-file",
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (Files.notExists(ready) || Files.readString(ready).isBlank()) {
            assertThat(server.isAlive())
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();
            assertThat(Instant.now()).as("the server became ready in time").isBefore(end);
            Thread.sleep(100);
        }
        return new Browser(Files.readString(ready).strip());
    }

    private Optional<ProcessHandle> database() {
        try {
            return ProcessHandle.of(Long.parseLong(
                            Files.readString(folder.resolve("data/mariadb.pid")).strip()))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
