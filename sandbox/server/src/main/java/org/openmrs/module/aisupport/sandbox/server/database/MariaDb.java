/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.openmrs.module.aisupport.sandbox.server.CannotStartException;
import org.openmrs.module.aisupport.sandbox.server.Progress;

/** A real MariaDB in a process of its own, reachable from this machine only, with a new password at each start. */
public final class MariaDb implements AutoCloseable {

    private static final String SCHEMA = "openmrs";
    private static final String USER = "openmrs";
    private static final int SECONDS_TO_START = 90;
    private static final int SECONDS_TO_STOP = 30;

    private final Process process;
    private final MariaDbFiles files;
    private final MariaDbPoolDataSource pool;
    private final String address;

    private MariaDb(Process process, MariaDbFiles files, MariaDbPoolDataSource pool, String address) {
        this.process = process;
        this.files = files;
        this.pool = pool;
        this.address = address;
    }

    public static MariaDb start(Path folder, Progress progress) {
        MariaDbFiles files = MariaDbFiles.in(folder);
        Leftover.stop(files, progress);
        files.prepare(progress);
        progress.say("Starting MariaDB");
        String password = UUID.randomUUID().toString();
        MariaDbCommand command = new MariaDbCommand(files);
        try {
            Process process = command.start(initialStatements(password));
            Files.writeString(files.processId(), Long.toString(process.pid()));
            return ready(process, files, command.port(), password);
        } catch (IOException e) {
            throw new CannotStartException("MariaDB could not be started; see " + files.log(), e);
        }
    }

    /** Before the folder is emptied: what still runs there would hold on to its files. */
    public static void stopLeftover(Path folder, Progress progress) {
        Leftover.stop(MariaDbFiles.in(folder), progress);
    }

    private static List<String> initialStatements(String password) {
        return List.of(
                "CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4;",
                "CREATE OR REPLACE USER '" + USER + "'@'127.0.0.1' IDENTIFIED BY '" + password + "';",
                "GRANT ALL ON " + SCHEMA + ".* TO '" + USER + "'@'127.0.0.1';");
    }

    private static MariaDb ready(Process process, MariaDbFiles files, int port, String password) throws IOException {
        String url = "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA + "?maxPoolSize=20&minPoolSize=2";
        try {
            MariaDbReadiness.await(process, url, USER, password, SECONDS_TO_START);
            // All in one address, since the pool connects as soon as it has any.
            MariaDbPoolDataSource pool = new MariaDbPoolDataSource(url + "&user=" + USER + "&password=" + password);
            return new MariaDb(
                    process, files, pool, "mariadb://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + SCHEMA);
        } catch (SQLException | CannotStartException e) {
            process.destroy();
            throw new CannotStartException(
                    "MariaDB did not become ready. Its last words:\n" + MariaDbReadiness.lastLines(files.log()), e);
        }
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Where it is and how to log in, for tools; a secret until the next start. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        pool.close();
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(files.processId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
