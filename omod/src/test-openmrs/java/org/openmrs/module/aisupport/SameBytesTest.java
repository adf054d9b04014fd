/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmrs.module.aisupport.persistence.Sha256;

/**
 * What was compiled against OpenMRS and what is compiled against the signatures are the same classes, byte for byte; before HAPI gets
 * other names in them, which is done in the same way to both.
 */
class SameBytesTest {

    @TempDir
    Path compiled;

    @Test
    void the_module_compiled_against_the_signatures_is_the_module_compiled_against_openmrs() throws IOException {
        compileAgainstSignatures();

        Map<String, String> real = new TreeMap<>();
        real.putAll(hashes(Path.of("../api/target/classes")));
        real.putAll(hashes(Path.of("target/classes")));

        Map<String, String> standIn = hashes(compiled);
        assertThat(standIn.keySet()).isEqualTo(real.keySet()).hasSizeGreaterThan(100);
        assertThat(standIn.keySet().stream().filter(name -> !standIn.get(name).equals(real.get(name))))
                .as("classes that differ")
                .isEmpty();
    }

    private void compileAgainstSignatures() throws IOException {
        List<File> sources = new ArrayList<>();
        for (String root : List.of("../api/src/main/java", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(path -> path.toString().endsWith(".java")).map(Path::toFile).forEach(sources::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        List<String> options = List.of(
                "--release", "17", "-parameters", "-g", "-proc:none", "-nowarn",
                "-d", compiled.toString(), "-cp", signaturesAndLibraries());
        boolean done = compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromFiles(sources))
                .call();
        assertThat(done).as("compiles against the signatures").isTrue();
    }

    /** The signatures and the oldest Jackson first, then the libraries, without anything of OpenMRS's own. */
    private static String signaturesAndLibraries() throws IOException {
        String first;
        try (Stream<Path> jars = Files.list(Path.of("target/signatures"))) {
            first = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("openmrs-") && !entry.contains("jackson-"))
                .filter(entry -> !Files.isDirectory(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
        return first + File.pathSeparator + libraries;
    }

    private static Map<String, String> hashes(Path classes) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                hashes.put(classes.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}
