/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/**
 * The file beside the data in which an owner of the server writes what no screen shows; edit it and start the sandbox again. The first
 * start makes one with keys of its own, as the installation guide tells owners to.
 */
final class RuntimeProperties {

    private static final String FILE = "openmrs-runtime.properties";
    private static final int KEY_BYTES = 32;

    private RuntimeProperties() {}

    /** @param given for this start; each stands above what the file says, and none gets into it */
    static Properties of(Path folder, Map<String, String> given) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
            properties.putAll(given);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    private static void make(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("aisupport.egress.keys", newKey());
        properties.setProperty("aisupport.audit.keys", newKey());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, "Made by the sandbox");
        }
    }

    private static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return "sandbox=" + Base64.getEncoder().encodeToString(key);
    }
}
