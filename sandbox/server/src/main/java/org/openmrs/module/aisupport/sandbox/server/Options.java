/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was asked for on the command line. */
public record Options(
        int port,
        Path data,
        boolean fresh,
        Optional<Path> omod,
        Optional<Path> readyFile,
        Optional<Path> databaseFile,
        Optional<Path> o3,
        Map<String, String> properties) {

    static final String USAGE =
            """
            Options:
              --port N          listen on port N (default 8080; 0 takes any free one)
              --data DIR        keep the database and the unpacked module in DIR (default sandbox/data)
              --fresh           forget what DIR holds and begin anew
              --omod FILE       load this module (default: the newest one in omod/target)
              --ready-file FILE write the address into FILE once the sandbox can be used
              --database-file FILE
                                write into FILE where the database is and how to log in, for tools that look past the platform
              --property NAME=VALUE
                                a runtime property for this start, above what the file beside the data says; as often as needed
              --no-o3           serve the simple page only, and not OpenMRS 3
              --help            show this""";

    private static final int DEFAULT_PORT = 8080;

    public Options {
        properties = Map.copyOf(properties);
    }

    /** Thrown with a message for the person at the keyboard. */
    public static final class UnusableException extends RuntimeException {
        UnusableException(String message) {
            super(message);
        }
    }

    static Options parse(List<String> arguments, Path project) {
        Deque<String> left = new ArrayDeque<>(arguments);
        Options options = new Options(
                DEFAULT_PORT,
                project.resolve("sandbox/data"),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(project.resolve("sandbox/o3/target/spa")),
                Map.of());
        while (!left.isEmpty()) {
            options = options.with(left.poll(), left);
        }
        return options;
    }

    private Options with(String name, Deque<String> left) {
        return switch (name) {
            case "--port" ->
                new Options(portOf(value(name, left)), data, fresh, omod, readyFile, databaseFile, o3, properties);
            case "--data" ->
                new Options(port, Path.of(value(name, left)), fresh, omod, readyFile, databaseFile, o3, properties);
            case "--fresh" -> new Options(port, data, true, omod, readyFile, databaseFile, o3, properties);
            case "--omod" ->
                new Options(port, data, fresh, fileOf(name, left), readyFile, databaseFile, o3, properties);
            case "--ready-file" ->
                new Options(port, data, fresh, omod, fileOf(name, left), databaseFile, o3, properties);
            case "--database-file" ->
                new Options(port, data, fresh, omod, readyFile, fileOf(name, left), o3, properties);
            case "--property" -> withProperty(value(name, left));
            case "--no-o3" ->
                new Options(port, data, fresh, omod, readyFile, databaseFile, Optional.empty(), properties);
            default -> throw new UnusableException("Unknown option " + name);
        };
    }

    /** The value may hold more of the signs, or nothing. */
    private Options withProperty(String text) {
        int sign = text.indexOf('=');
        if (sign < 1) {
            throw new UnusableException("--property needs NAME=VALUE, not " + text);
        }
        Map<String, String> more = new TreeMap<>(properties);
        more.put(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
        return new Options(port, data, fresh, omod, readyFile, databaseFile, o3, more);
    }

    private static String value(String name, Deque<String> left) {
        String value = left.poll();
        if (value == null || value.startsWith("--")) {
            throw new UnusableException(name + " needs a value");
        }
        return value;
    }

    private static Optional<Path> fileOf(String name, Deque<String> left) {
        return Optional.of(Path.of(value(name, left)));
    }

    private static int portOf(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UnusableException("--port needs a number from 0 to 65535, not " + text);
    }
}
