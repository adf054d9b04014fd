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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openmrs.module.aisupport.sandbox.server.CannotStartException;
import org.openmrs.module.aisupport.sandbox.server.Progress;

/** A database that outlived a server which was killed. It still holds the files, so it is stopped before a new one starts. */
final class Leftover {

    private Leftover() {}

    static void stop(MariaDbFiles files, Progress progress) {
        Optional<ProcessHandle> running = find(files);
        if (running.isPresent()) {
            progress.say("Stopping the database that a killed server left behind");
            stop(running.get());
        }
    }

    /** Only a process that runs this folder's own program counts: numbers of processes are used again. */
    private static Optional<ProcessHandle> find(MariaDbFiles files) {
        return read(files.processId()).flatMap(ProcessHandle::of).filter(process -> process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(files.binaries()))
                .isPresent());
    }

    private static Optional<Long> read(Path processId) {
        try {
            return Optional.of(Long.valueOf(Files.readString(processId).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new CannotStartException("The database of an earlier start (process " + process.pid()
                    + ") does not stop. End it, or use another folder: --data DIR");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("Interrupted while an earlier database was stopping");
        }
    }
}
