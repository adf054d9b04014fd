/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where everything lives that a second start finds again. One server at a time holds it. */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "sandbox.lock";

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    public static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStartException("Another sandbox uses " + root
                        + ". Stop it first, or give this one a folder of its own: --data DIR");
            }
            return new DataFolder(root.toRealPath(), channel);
        } catch (IOException e) {
            throw new CannotStartException("Can't write in " + root + ". Choose another folder: --data DIR", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    public Path root() {
        return root;
    }

    /** Empties the folder, but for the lock that is held. */
    public void empty() {
        try (Stream<Path> children = Files.list(root)) {
            List<Path> all = children.filter(child -> !child.endsWith(LOCK)).toList();
            all.forEach(DataFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not empty " + root, e);
        }
    }

    /** Deletes a file, or a folder with all that is in it; what isn't there is fine. */
    public static void delete(Path path) {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + path, e);
        }
    }

    /** Moves a folder to where another one may have been. */
    public static void move(Path from, Path to) {
        delete(to);
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not move " + from + " to " + to, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
