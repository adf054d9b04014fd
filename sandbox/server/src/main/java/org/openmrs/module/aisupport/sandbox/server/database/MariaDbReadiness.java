/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openmrs.module.aisupport.sandbox.server.CannotStartException;

/** Waits until the database answers. */
final class MariaDbReadiness {

    private static final int LAST_LINES = 20;

    private MariaDbReadiness() {}

    static void await(Process process, String url, String user, String password, int seconds) {
        Instant end = Instant.now().plus(Duration.ofSeconds(seconds));
        while (!answers(url, user, password)) {
            if (!process.isAlive()) {
                throw new CannotStartException("The database ended with code " + process.exitValue());
            }
            if (Instant.now().isAfter(end)) {
                throw new CannotStartException("The database did not answer within " + seconds + " seconds");
            }
            pause();
        }
    }

    private static boolean answers(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false; // not yet
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("Interrupted while the database was starting");
        }
    }

    static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log in " + log + ")";
        }
    }
}
