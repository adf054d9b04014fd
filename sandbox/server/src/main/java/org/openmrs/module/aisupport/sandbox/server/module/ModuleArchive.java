/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.openmrs.module.aisupport.sandbox.server.DataFolder;

/** An {@code .omod}: a zip with classes, {@code config.xml} and context files at its root, libraries in {@code lib}. */
final class ModuleArchive {

    private final Path file;

    ModuleArchive(Path file) {
        this.file = file;
    }

    /** Unpacks everything into an emptied folder. */
    void unpackTo(Path folder) {
        DataFolder.delete(folder);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                unpack(zip, entries.nextElement(), folder);
            }
        } catch (IOException e) {
            throw new CannotLoadModuleException(file + " can't be unpacked: " + e.getMessage(), e);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new CannotLoadModuleException("The module holds a file outside its own folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }
}
