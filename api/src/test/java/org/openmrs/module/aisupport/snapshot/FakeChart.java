/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.PatientRef;

/** A dictionary and one patient's chart in memory. It keeps count of what it is asked for. */
public final class FakeChart implements ChartReader {

    private final List<MappedConcept> dictionary = new ArrayList<>();
    private final List<ObservationRow> observations = new ArrayList<>();
    private final List<ProblemRow> problems = new ArrayList<>();
    private final List<MedicationRow> medications = new ArrayList<>();
    private final Map<Integer, Set<Integer>> sets = new HashMap<>();
    private final Set<Integer> texts = new HashSet<>();
    private final List<String> calls = new ArrayList<>();
    private final Set<Integer> observedConcepts = new TreeSet<>();

    public FakeChart concept(int id, String source, String code) {
        return concept(id, source, code, null);
    }

    /** A concept with one SAME-AS mapping; call again with the same id for a second mapping. */
    public FakeChart concept(int id, String source, String code, String unit) {
        dictionary.add(new MappedConcept(id, uuidOf(id), "Concept " + id, source, code, Optional.ofNullable(unit)));
        return this;
    }

    /** A concept whose observations are texts. */
    public FakeChart text(int id) {
        texts.add(id);
        return concept(id, "local", "text-" + id);
    }

    public FakeChart number(int concept, double value, Instant at) {
        return observation(concept, at, Optional.of(value), Optional.empty());
    }

    /** A number of an encounter of its own. */
    public FakeChart numberDuring(String encounter, int concept, double value, Instant at) {
        return observation(encounter, concept, at, Optional.of(value), Optional.empty(), Set.of());
    }

    public FakeChart answer(int concept, int answer, Instant at) {
        return observation(concept, at, Optional.empty(), Optional.of(answer));
    }

    /** A number inside groups of observations, the outer ones included. */
    public FakeChart numberIn(Set<Integer> groups, int concept, double value, Instant at) {
        return observation(concept, at, Optional.of(value), Optional.empty(), groups);
    }

    private FakeChart observation(int concept, Instant at, Optional<Double> number, Optional<Integer> answer) {
        return observation(concept, at, number, answer, Set.of());
    }

    private FakeChart observation(
            int concept, Instant at, Optional<Double> number, Optional<Integer> answer, Set<Integer> groups) {
        return observation("encounter-1", concept, at, number, answer, groups);
    }

    private FakeChart observation(
            String encounter,
            int concept,
            Instant at,
            Optional<Double> number,
            Optional<Integer> answer,
            Set<Integer> groups) {
        observations.add(new ObservationRow(
                anyUuid(), concept, Optional.of(encounter), at, number, answer, Optional.empty(), groups));
        return this;
    }
    /** A text as somebody wrote it. */
    public FakeChart note(int concept, String text, Instant at) {
        observations.add(new ObservationRow(
                anyUuid(),
                concept,
                Optional.of("encounter-1"),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.of(text),
                Set.of()));
        return this;
    }

    /** A concept that is known by its uuid only, with what belongs to it if it is a set. */
    public FakeChart set(int id, Integer... members) {
        sets.put(id, Set.of(members));
        return this;
    }

    public static String uuidOf(int concept) {
        return "concept-" + concept;
    }

    public FakeChart condition(int concept, boolean active, Instant since) {
        problems.add(new ProblemRow(
                ProblemRow.Kind.CONDITION,
                anyUuid(),
                Optional.of(concept),
                Optional.empty(),
                Optional.ofNullable(since),
                active));
        return this;
    }

    public FakeChart diagnosis(int concept, String encounter, Instant since) {
        problems.add(new ProblemRow(
                ProblemRow.Kind.DIAGNOSIS,
                anyUuid(),
                Optional.of(concept),
                Optional.of(encounter),
                Optional.of(since),
                true));
        return this;
    }

    public FakeChart freeTextCondition() {
        problems.add(new ProblemRow(
                ProblemRow.Kind.CONDITION, anyUuid(), Optional.empty(), Optional.empty(), Optional.empty(), true));
        return this;
    }

    /** An order with the concepts of the order and of its drug, where they differ. */
    public FakeChart order(Set<Integer> concepts, Instant start, Instant end) {
        medications.add(new MedicationRow(
                anyUuid(), concepts, Optional.of("encounter-1"), start, Optional.ofNullable(end), false));
        return this;
    }

    public FakeChart order(int concept, Instant start, Instant end) {
        return order(Set.of(concept), start, end);
    }

    /** The names of the methods that were called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public Set<Integer> observedConcepts() {
        return observedConcepts;
    }

    /** Like the query of the real one, it may answer with a code of one system that was asked for in another. */
    @Override
    public List<MappedConcept> conceptsMappedTo(Collection<CodePattern> codes) {
        calls.add("conceptsMappedTo");
        return dictionary.stream()
                .filter(concept ->
                        codes.stream().anyMatch(code -> code.sourceNames().contains(concept.sourceName())))
                .filter(concept -> codes.stream().anyMatch(code -> matches(code, concept.code())))
                .toList();
    }

    private static boolean matches(CodePattern pattern, String code) {
        return pattern.prefix() ? code.startsWith(pattern.code()) : code.equals(pattern.code());
    }

    /** Like a database, it compares uuids without regard to case and answers in the dictionary's. */
    @Override
    public Map<String, Integer> conceptIds(Collection<String> uuids) {
        calls.add("conceptIds");
        return Stream.concat(dictionary.stream().map(MappedConcept::id), sets.keySet().stream())
                .distinct()
                .filter(id -> uuids.stream().anyMatch(uuidOf(id)::equalsIgnoreCase))
                .collect(Collectors.toMap(FakeChart::uuidOf, id -> id));
    }

    @Override
    public Optional<DictionaryConcept> concept(String uuid) {
        calls.add("concept");
        return dictionary.stream()
                .filter(concept -> concept.uuid().equals(uuid))
                .findFirst()
                .map(concept -> new DictionaryConcept(
                        concept.id(), uuid, concept.name(), texts.contains(concept.id()) ? "Text" : "N/A"));
    }

    @Override
    public Set<Integer> membersOf(Collection<Integer> asked) {
        calls.add("membersOf");
        return asked.stream()
                .flatMap(set -> sets.getOrDefault(set, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public List<ObservationRow> observations(PatientRef patient, Set<Integer> conceptIds) {
        calls.add("observations");
        observedConcepts.addAll(conceptIds);
        return observations.stream()
                .filter(row -> conceptIds.contains(row.conceptId()))
                .sorted(Comparator.comparing(ObservationRow::at).reversed())
                .toList();
    }

    @Override
    public List<ProblemRow> problems(PatientRef patient) {
        calls.add("problems");
        return List.copyOf(problems);
    }

    @Override
    public List<MedicationRow> medications(PatientRef patient, Set<String> sourceNames) {
        calls.add("medications");
        return medications.stream()
                .map(row -> new MedicationRow(
                        row.uuid(),
                        row.conceptIds(),
                        row.encounterUuid(),
                        row.start(),
                        row.end(),
                        dictionary.stream()
                                .anyMatch(concept -> row.conceptIds().contains(concept.id())
                                        && sourceNames.contains(concept.sourceName()))))
                .toList();
    }

    private static String anyUuid() {
        return UUID.randomUUID().toString();
    }
}
