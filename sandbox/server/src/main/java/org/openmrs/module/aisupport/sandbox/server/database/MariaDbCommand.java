/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts the database server. */
final class MariaDbCommand {

    private final MariaDbFiles files;
    private final int port;

    MariaDbCommand(MariaDbFiles files) {
        this.files = files;
        this.port = freePort();
    }

    int port() {
        return port;
    }

    Process start(List<String> initialStatements) throws IOException {
        Path initial = Files.createTempFile(files.temporary(), "initial", ".sql");
        Files.write(initial, initialStatements);
        ProcessBuilder builder = new ProcessBuilder(arguments(initial))
                .directory(files.binaries().toFile())
                .redirectErrorStream(true)
                .redirectOutput(files.log().toFile());
        var configuration = files.getConfiguration();
        builder.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        return builder.start();
    }

    private List<String> arguments(Path initial) {
        List<String> arguments = new ArrayList<>(List.of(
                files.server().toString(),
                "--no-defaults",
                "--basedir=" + files.binaries(),
                "--datadir=" + files.data(),
                "--tmpdir=" + files.temporary(),
                "--port=" + port,
                // Below the system's own temporary folder, since such a path may have a hundred characters at most.
                "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "aisupport-sandbox-" + port + ".sock"),
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // Nothing leaves this machine, and MariaDB would make a key at each start, for seconds.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--max-allowed-packet=64M",
                "--init-file=" + initial));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--user=root"); // which MariaDB wants to be told
        }
        return arguments;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("This machine has no free port", e);
        }
    }
}
