/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/** One sandbox with the probe module for all tests of this JVM: its database takes seconds to start. */
public final class RunningSandbox {

    private static final Path FOLDER = Path.of("target/sandbox-test").toAbsolutePath();
    private static Sandbox sandbox;

    private RunningSandbox() {}

    public static synchronized Browser browser() {
        return new Browser(sandbox().address());
    }

    public static synchronized Sandbox sandbox() {
        if (sandbox == null) {
            sandbox = start();
        }
        return sandbox;
    }

    /** What a projection query with one parameter, "key", finds. */
    public static List<Object> values(String hql, String key) {
        try (Session session = sandbox().sessionFactory().openSession()) {
            return session.createQuery(hql, Object.class)
                    .setParameter("key", key)
                    .list();
        }
    }

    private static Sandbox start() {
        Logs.calm();
        try {
            DataFolder.delete(FOLDER);
            Path omod = ProbeModule.build(Files.createDirectories(FOLDER.resolve("build")));
            Options options = new Options(
                    0,
                    FOLDER.resolve("data"),
                    false,
                    Optional.of(omod),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(FOLDER.resolve("no-o3-was-assembled-here")),
                    Map.of());
            Sandbox starting = new Sandbox(options, new Progress(System.out));
            Runtime.getRuntime().addShutdownHook(new Thread(starting::close));
            starting.start();
            return starting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
