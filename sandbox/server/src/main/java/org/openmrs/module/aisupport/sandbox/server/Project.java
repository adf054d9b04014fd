/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds the folders of the project that this server was built in. */
final class Project {

    private Project() {}

    /** The project's folder, wherever this is started from; the current folder if the server was moved elsewhere. */
    static Path folder() {
        Path place = codeSource();
        while (place != null && !Files.isDirectory(place.resolve("sandbox/server"))) {
            place = place.getParent();
        }
        return place == null ? Path.of("").toAbsolutePath() : place;
    }

    private static Path codeSource() {
        try {
            return Path.of(Project.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path newestModule() {
        Path target = folder().resolve("omod/target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                return files.filter(file -> file.toString().endsWith(".omod"))
                        .max(Comparator.comparing(Project::modified))
                        .orElseThrow(Project::noModule);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw noModule();
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CannotStartException noModule() {
        return new CannotStartException("There is no module in " + folder().resolve("omod/target")
                + ". Build it first: mvn package -DskipTests; or name one: --omod FILE");
    }
}
