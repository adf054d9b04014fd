/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** What the signatures claim of the platform and the platform does not keep. Signatures may say less than the platform, never other. */
final class Comparison {

    private static final int MODIFIERS = Opcodes.ACC_PUBLIC
            | Opcodes.ACC_PROTECTED
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_ABSTRACT
            | Opcodes.ACC_INTERFACE
            | Opcodes.ACC_ENUM
            | Opcodes.ACC_ANNOTATION;

    private final Surface claimed;
    private final Surface real;
    private final List<String> differences = new ArrayList<>();

    private Comparison(Surface claimed, Surface real) {
        this.claimed = claimed;
        this.real = real;
    }

    static List<String> differences(Surface claimed, Surface real) {
        Comparison comparison = new Comparison(claimed, real);
        claimed.types().forEach(comparison::compareType);
        return comparison.differences;
    }

    /** Abstract methods that the platform asks of whoever extends the type, and that the signatures do not show. */
    static List<String> furtherAbstractMethods(String extended, Surface claimed, Surface real) {
        Set<String> shown = abstractMethods(claimed, claimed.type(extended).orElseThrow());
        return abstractMethods(real, real.type(extended).orElseThrow()).stream()
                .filter(method -> !shown.contains(method))
                .sorted()
                .toList();
    }

    private static Set<String> abstractMethods(Surface surface, ClassNode type) {
        List<ClassNode> lineage = surface.lineage(type);
        Set<String> implemented = lineage.stream()
                .flatMap(ancestor -> ancestor.methods.stream())
                .filter(method -> (method.access & Opcodes.ACC_ABSTRACT) == 0)
                .map(Comparison::key)
                .collect(Collectors.toSet());
        return lineage.stream()
                .flatMap(ancestor -> ancestor.methods.stream())
                .filter(method -> (method.access & Opcodes.ACC_ABSTRACT) != 0)
                .map(Comparison::key)
                .filter(method -> !implemented.contains(method))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void compareType(ClassNode type) {
        Optional<ClassNode> counterpart = real.type(type.name);
        if (counterpart.isEmpty()) {
            differences.add(type.name + " does not exist");
            return;
        }
        ClassNode there = counterpart.get();
        same(type.name, "modifiers", type.access & MODIFIERS, there.access & MODIFIERS);
        same(type.name, "superclass", type.superName, there.superName);
        type.interfaces.stream()
                .filter(name -> !there.interfaces.contains(name))
                .forEach(name -> differences.add(type.name + " does not implement " + name));
        if (type.interfaces.equals(there.interfaces)) {
            same(type.name, "generic signature", type.signature, there.signature);
        }
        annotations(type.name, type.visibleAnnotations, there.visibleAnnotations);
        type.fields.stream()
                .filter(field -> Surface.isVisible(field.access))
                .forEach(field -> compareField(there, field));
        type.methods.stream()
                .filter(method -> Surface.isVisible(method.access))
                .forEach(method -> compareMethod(there, method));
    }

    private void compareField(ClassNode there, FieldNode field) {
        String name = there.name + "." + field.name;
        there.fields.stream()
                .filter(candidate -> candidate.name.equals(field.name))
                .findFirst()
                .ifPresentOrElse(
                        counterpart -> {
                            same(name, "type", field.desc, counterpart.desc);
                            same(name, "generic signature", field.signature, counterpart.signature);
                            same(name, "modifiers", field.access & MODIFIERS, counterpart.access & MODIFIERS);
                            same(name, "constant", field.value, counterpart.value);
                        },
                        () -> differences.add(name + " does not exist"));
    }

    private void compareMethod(ClassNode there, MethodNode method) {
        String name = there.name + "." + key(method);
        Optional<MethodNode> counterpart = real.lineage(there).stream()
                .flatMap(ancestor -> ancestor.methods.stream())
                .filter(candidate -> key(candidate).equals(key(method)))
                .filter(candidate -> !method.name.equals("<init>") || there.methods.contains(candidate))
                .findFirst();
        if (counterpart.isEmpty()) {
            differences.add(name + " does not exist");
            return;
        }
        same(name, "modifiers", method.access & MODIFIERS, counterpart.get().access & MODIFIERS);
        same(name, "generic signature", method.signature, counterpart.get().signature);
        same(name, "exceptions", Set.copyOf(method.exceptions), Set.copyOf(counterpart.get().exceptions));
        same(name, "default value", method.annotationDefault, counterpart.get().annotationDefault);
        annotations(name, method.visibleAnnotations, counterpart.get().visibleAnnotations);
    }

    private void annotations(String name, List<AnnotationNode> here, List<AnnotationNode> there) {
        Set<String> known = stream(there).map(annotation -> annotation.desc).collect(Collectors.toSet());
        stream(here)
                .filter(annotation -> !known.contains(annotation.desc))
                .forEach(annotation -> differences.add(name + " is not annotated with " + annotation.desc));
    }

    private static Stream<AnnotationNode> stream(List<AnnotationNode> annotations) {
        return annotations == null ? Stream.empty() : annotations.stream();
    }

    private void same(String name, String what, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            differences.add("%s: %s is %s and not %s".formatted(name, what, there, here));
        }
    }

    private static String key(MethodNode method) {
        return method.name + method.desc;
    }
}
