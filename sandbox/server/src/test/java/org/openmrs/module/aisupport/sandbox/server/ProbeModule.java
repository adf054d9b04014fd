/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds a small module file from {@code src/test/probe}, whose classes are on no other class path. */
public final class ProbeModule {

    private static final Path SOURCES = Path.of("src/test/probe");

    private ProbeModule() {}

    public static Path build(Path folder) throws IOException {
        return build(folder, Map.of());
    }

    /** @param replacements other content for files of the probe, by their path in it */
    public static Path build(Path folder, Map<String, String> replacements) throws IOException {
        Path content = Files.createDirectories(folder.resolve("probe"));
        compile(content);
        copyResources(content);
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            Files.writeString(content.resolve(replacement.getKey()), replacement.getValue());
        }
        return zip(content, folder.resolve("probe.omod"));
    }

    public static String source(String path) throws IOException {
        return Files.readString(SOURCES.resolve(path));
    }

    private static void compile(Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = files(".java");
            boolean compiled = compiler.getTask(
                            null,
                            files,
                            null,
                            List.of("-d", target.toString(), "-cp", classPath(), "-parameters", "-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as("the probe compiles").isTrue();
        }
    }

    /** Surefire names the real class path in this property; its own is a jar that refers to it. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static void copyResources(Path target) throws IOException {
        for (Path file : files("")) {
            if (!file.toString().endsWith(".java")) {
                Path copy = target.resolve(SOURCES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toList());
        }
    }

    private static Path zip(Path content, Path omod) throws IOException {
        try (OutputStream out = Files.newOutputStream(omod);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(content)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(content.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return omod;
    }
}
