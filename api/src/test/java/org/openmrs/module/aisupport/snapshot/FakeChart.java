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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.PatientRef;

/** A dictionary and one patient's chart in memory. It keeps count of what it is asked for. */
public final class FakeChart implements ChartReader {

    private final List<MappedConcept> dictionary = new ArrayList<>();
    private final List<ObservationRow> observations = new ArrayList<>();
    private final List<ProblemRow> problems = new ArrayList<>();
    private final List<MedicationRow> medications = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final Set<Integer> observedConcepts = new TreeSet<>();

    public FakeChart concept(int id, String source, String code) {
        return concept(id, source, code, null);
    }

    /** A concept with one SAME-AS mapping; call again with the same id for a second mapping. */
    public FakeChart concept(int id, String source, String code, String unit) {
        dictionary.add(
                new MappedConcept(id, "concept-" + id, "Concept " + id, source, code, Optional.ofNullable(unit)));
        return this;
    }

    public FakeChart number(int concept, double value, Instant at) {
        return observation(concept, at, Optional.of(value), Optional.empty());
    }

    public FakeChart answer(int concept, int answer, Instant at) {
        return observation(concept, at, Optional.empty(), Optional.of(answer));
    }

    private FakeChart observation(int concept, Instant at, Optional<Double> number, Optional<Integer> answer) {
        observations.add(new ObservationRow(anyUuid(), concept, Optional.of("encounter-1"), at, number, answer));
        return this;
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
        medications.add(
                new MedicationRow(anyUuid(), concepts, Optional.of("encounter-1"), start, Optional.ofNullable(end)));
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
    public List<MedicationRow> medications(PatientRef patient) {
        calls.add("medications");
        return List.copyOf(medications);
    }

    private static String anyUuid() {
        return UUID.randomUUID().toString();
    }
}
