/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** O3 as sandbox/o3 assembled it: a folder of files. */
public record O3Shell(Path folder) {

    private static final String PAGE = "index.html";

    public boolean isAssembled() {
        return Files.isRegularFile(page());
    }

    Path page() {
        return folder.resolve(PAGE);
    }

    /** The file of that name; for an address of O3's own, which is no file, the page that works out what to show there. */
    Optional<Path> find(String path) {
        Path file = folder.resolve(path.substring(1)).normalize();
        if (!file.startsWith(folder)) {
            return Optional.empty();
        }
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        return looksLikeFile(path) ? Optional.empty() : Optional.of(page());
    }

    private static boolean looksLikeFile(String path) {
        return path.substring(path.lastIndexOf('/')).contains(".");
    }
}
