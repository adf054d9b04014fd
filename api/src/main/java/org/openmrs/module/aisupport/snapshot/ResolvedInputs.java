/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.ChartReader.CodePattern;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;

/** Which concepts of this dictionary stand for which input. */
public final class ResolvedInputs {

    private static final Set<InputDefinition.Kind> OBSERVED =
            EnumSet.of(InputDefinition.Kind.MEASUREMENT, InputDefinition.Kind.ANSWER, InputDefinition.Kind.NOTE);

    private final Map<InputDefinition, List<MappedConcept>> concepts = new LinkedHashMap<>();
    private final Map<InputDefinition, List<MappedConcept>> answers = new LinkedHashMap<>();
    private final Map<InputDefinition, List<MappedConcept>> noAnswers = new LinkedHashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    private ResolvedInputs(List<InputDefinition> definitions, List<MappedConcept> found) {
        for (InputDefinition definition : definitions) {
            concepts.put(definition, matching(definition.codes(), found));
            answers.put(definition, matching(definition.answers(), found));
            noAnswers.put(definition, matching(definition.noAnswers(), found));
        }
    }

    public static ResolvedInputs resolve(List<InputDefinition> definitions, ChartReader chart) {
        List<CodePattern> codes = definitions.stream()
                .flatMap(definition -> Stream.of(definition.codes(), definition.answers(), definition.noAnswers())
                        .flatMap(List::stream))
                .distinct()
                .toList();
        return new ResolvedInputs(definitions, codes.isEmpty() ? List.of() : chart.conceptsMappedTo(codes));
    }

    /**
     * The same, with nothing to be read for an input that any of these concepts stands for or answers: a rule must not take what is
     * left out for absent, nor an older answer for the newest. Nor for a note, if there are any at all: who wrote it may have written
     * of them.
     */
    ResolvedInputs without(Set<Integer> conceptIds) {
        ResolvedInputs fewer = new ResolvedInputs(List.of(), List.of());
        for (InputDefinition definition : definitions()) {
            boolean mayHold = definition.kind() == InputDefinition.Kind.NOTE && !conceptIds.isEmpty();
            boolean readable = !mayHold
                    && Stream.of(concepts, answers, noAnswers)
                            .flatMap(found -> found.get(definition).stream())
                            .noneMatch(concept -> conceptIds.contains(concept.id()));
            if (!readable) {
                fewer.leftOut.add(definition.id());
            }
            fewer.concepts.put(definition, readable ? concepts.get(definition) : List.of());
            fewer.answers.put(definition, readable ? answers.get(definition) : List.of());
            fewer.noAnswers.put(definition, readable ? noAnswers.get(definition) : List.of());
        }
        return fewer;
    }

    /** Ids of the inputs of which nothing may be read. */
    Set<String> leftOut() {
        return leftOut;
    }

    public Set<InputDefinition> definitions() {
        return concepts.keySet();
    }

    /** One entry for each concept, whichever of its codes matched first. */
    public List<MappedConcept> conceptsOf(InputDefinition definition) {
        return concepts.get(definition);
    }

    /** An input that no concept of the dictionary stands for can't be read, which is not the same as being absent. */
    public boolean isAvailable(InputDefinition definition) {
        if (definition.kind() == InputDefinition.Kind.PROBLEM_LIST) {
            return true;
        }
        boolean answerable = definition.kind() != InputDefinition.Kind.ANSWER
                || !answers.get(definition).isEmpty();
        return answerable && !concepts.get(definition).isEmpty();
    }

    Optional<MappedConcept> conceptOf(InputDefinition definition, int conceptId) {
        return concepts.get(definition).stream()
                .filter(concept -> concept.id() == conceptId)
                .findFirst();
    }

    /** Yes, no, or empty for any other answer. */
    Optional<Boolean> answer(InputDefinition definition, int answerConceptId) {
        if (holds(answers.get(definition), answerConceptId)) {
            return Optional.of(true);
        }
        return holds(noAnswers.get(definition), answerConceptId) ? Optional.of(false) : Optional.empty();
    }

    private static boolean holds(List<MappedConcept> concepts, int conceptId) {
        return concepts.stream().anyMatch(concept -> concept.id() == conceptId);
    }

    Set<Integer> observedConceptIds() {
        Set<Integer> ids = new LinkedHashSet<>();
        concepts.forEach((definition, mapped) -> {
            if (OBSERVED.contains(definition.kind())) {
                mapped.forEach(concept -> ids.add(concept.id()));
            }
        });
        return ids;
    }

    /** The names of the code systems by which the mapping tells drugs. */
    Set<String> sourcesOfMedications() {
        return definitions().stream()
                .filter(definition -> definition.kind() == InputDefinition.Kind.MEDICATION)
                .flatMap(definition -> definition.codes().stream())
                .flatMap(code -> code.sourceNames().stream())
                .collect(Collectors.toSet());
    }

    private static List<MappedConcept> matching(List<CodePattern> codes, List<MappedConcept> found) {
        Map<Integer, MappedConcept> matching = new LinkedHashMap<>();
        found.stream()
                .filter(concept -> codes.stream().anyMatch(code -> matches(code, concept)))
                .forEach(concept -> matching.putIfAbsent(concept.id(), concept));
        return List.copyOf(matching.values());
    }

    private static boolean matches(CodePattern pattern, MappedConcept concept) {
        boolean sameCode = pattern.prefix()
                ? concept.code().startsWith(pattern.code())
                : concept.code().equals(pattern.code());
        return sameCode && pattern.sourceNames().contains(concept.sourceName());
    }
}
