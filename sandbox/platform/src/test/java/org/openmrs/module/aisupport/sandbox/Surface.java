/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** The classes of a platform, read from their bytes and never loaded: two platforms with the same names can be laid side by side. */
final class Surface {

    private static final String OURS = "org/openmrs/module/aisupport/";

    private final Map<String, ClassNode> types = new TreeMap<>();

    private Surface() {}

    /** What this project wrote: every type of the platform that it has a signature for. */
    static Surface ofDirectory(Path classes) {
        Surface surface = new Surface();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    surface.add(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        surface.types.keySet().removeIf(name -> name.startsWith(OURS));
        return surface;
    }

    static Surface ofJar(Path jar) {
        Surface surface = new Surface();
        try (JarFile archive = new JarFile(jar.toFile())) {
            for (JarEntry entry : archive.stream()
                    .filter(candidate -> candidate.getName().startsWith("org/openmrs/")
                            && candidate.getName().endsWith(".class"))
                    .toList()) {
                try (InputStream in = archive.getInputStream(entry)) {
                    surface.add(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return surface;
    }

    private void add(InputStream in) throws IOException {
        ClassNode type = new ClassNode();
        new ClassReader(in).accept(type, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        types.put(type.name, type);
    }

    Iterable<ClassNode> types() {
        return types.values();
    }

    int size() {
        return types.size();
    }

    Optional<ClassNode> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The type and everything it inherits from, as far as this platform has it. */
    List<ClassNode> lineage(ClassNode type) {
        List<ClassNode> lineage = new ArrayList<>();
        collect(type, lineage);
        return lineage;
    }

    private void collect(ClassNode type, List<ClassNode> lineage) {
        lineage.add(type);
        type(String.valueOf(type.superName)).ifPresent(parent -> collect(parent, lineage));
        type.interfaces.forEach(name -> type(name).ifPresent(parent -> collect(parent, lineage)));
    }

    static boolean isVisible(int access) {
        return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
    }

    /** One line for each type and each visible member, in order: what the default build compares with the verified file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ClassNode type : types.values()) {
            lines.add("%s %x extends %s implements %s"
                    .formatted(type.name, type.access, type.superName, type.interfaces));
            type.fields.stream()
                    .filter(field -> isVisible(field.access))
                    .map(field -> "  %s %s %x".formatted(field.name, field.desc, field.access))
                    .sorted()
                    .forEach(lines::add);
            type.methods.stream()
                    .filter(method -> isVisible(method.access))
                    .map(method ->
                            "  %s%s %x throws %s".formatted(method.name, method.desc, method.access, method.exceptions))
                    .sorted()
                    .forEach(lines::add);
        }
        return lines;
    }
}
