/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.consent.Permit;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;
import org.openmrs.module.aisupport.platform.ChartReader.MedicationRow;
import org.openmrs.module.aisupport.platform.ChartReader.ObservationRow;
import org.openmrs.module.aisupport.platform.ChartReader.ProblemRow;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** The only maker of snapshots. It takes a permit, which only the gate makes: no consent, nothing to read. */
public class SnapshotBuilder {

    /** Said whether or not this patient has any, so that it tells nothing of this patient. */
    static final String TOPICS_LEFT_OUT = "Topics that this practice holds to be sensitive were not read.";

    private final Patients patients;
    private final ChartReader chart;
    private final ConceptMappings mappings;
    private final SensitiveTopics topics;
    private final Clock clock;

    public SnapshotBuilder(
            Patients patients, ChartReader chart, ConceptMappings mappings, SensitiveTopics topics, Clock clock) {
        this.patients = patients;
        this.chart = chart;
        this.mappings = mappings;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * Reads these inputs, and no others, of the patient whom the permit names, without sensitive topics unless it includes them.
     *
     * @throws IllegalStateException if the permit is no longer fresh
     * @throws org.openmrs.module.aisupport.validation.MisconfiguredException if it can't be told what is sensitive
     */
    public Snapshot build(Permit permit, Set<String> inputs) {
        Instant now = clock.instant();
        if (!permit.isFreshAt(now)) {
            throw new IllegalStateException("The permit is too old to read the record with. Ask the gate again.");
        }
        PatientRecord patient = patients.byId(permit.patient().id())
                .orElseThrow(
                        () -> new NotFoundException("patient", permit.patient().uuid()));
        Set<Integer> leftOut = topics.leftOutOn(permit);
        ResolvedInputs resolved = ResolvedInputs.resolve(mappings.current().definitions(inputs), chart)
                .without(leftOut);
        Assembly assembly = new Assembly(resolved, new DiscreetChart(chart, leftOut));
        if (!leftOut.isEmpty()) {
            assembly.notes.add(Snapshot.QualityNote.general(TOPICS_LEFT_OUT));
        }
        return assembly.snapshot(patient, now);
    }

    /** One reading of one record. */
    private final class Assembly {
        private final ResolvedInputs resolved;
        private final ChartReader readable;
        private final List<Measurement> measurements = new ArrayList<>();
        private final List<RecordedProblem> problems = new ArrayList<>();
        private final List<RecordedMedication> medications = new ArrayList<>();
        private final List<RecordedAnswer> answers = new ArrayList<>();
        private final List<RecordedNote> texts = new ArrayList<>();
        private final Set<Integer> problemConcepts = new HashSet<>();
        private final List<Snapshot.QualityNote> notes = new ArrayList<>();
        private int unreadOrders;

        Assembly(ResolvedInputs resolved, ChartReader readable) {
            this.resolved = resolved;
            this.readable = readable;
        }

        Snapshot snapshot(PatientRecord patient, Instant now) {
            ZoneId zone = clock.getZone();
            MeasurementReader reader = new MeasurementReader(zone);
            Set<Integer> observed = resolved.observedConceptIds();
            if (!observed.isEmpty()) {
                readable.observations(patient.ref(), observed).forEach(row -> readObservation(row, reader));
            }
            notes.addAll(reader.notes());
            Contradictions contradictions = Contradictions.among(measurements, definitions(true), zone);
            notes.addAll(contradictions.notes());
            if (reads(InputDefinition.Kind.PROBLEM) || reads(InputDefinition.Kind.PROBLEM_LIST)) {
                readProblems(readable.problems(patient.ref()));
            }
            if (reads(InputDefinition.Kind.MEDICATION)) {
                readMedications(readable.medications(patient.ref(), resolved.sourcesOfMedications()), now);
            }
            return new Snapshot(
                    new PatientFacts(patient.ref().uuid(), patient.sex(), patient.birthdate()),
                    now,
                    zone,
                    new SnapshotInputs(definitions(true), definitions(false), resolved.leftOut()),
                    new Snapshot.Contents(
                            contradictions.kept(),
                            problems,
                            medications,
                            answers,
                            texts,
                            problemConcepts,
                            unreadOrders,
                            notes));
        }

        private void readObservation(ObservationRow row, MeasurementReader reader) {
            for (InputDefinition definition : resolved.definitions()) {
                resolved.conceptOf(definition, row.conceptId()).ifPresent(concept -> {
                    switch (definition.kind()) {
                        case MEASUREMENT ->
                            reader.read(definition, concept, row).ifPresent(measurements::add);
                        case ANSWER -> readAnswer(definition, concept, row);
                        case NOTE -> readNote(definition, concept, row);
                        case PROBLEM, MEDICATION, PROBLEM_LIST -> {
                            // a problem or a drug that is only mentioned in an observation is neither
                        }
                    }
                });
            }
        }

        private void readAnswer(InputDefinition definition, MappedConcept concept, ObservationRow row) {
            row.answerConceptId()
                    .flatMap(answer -> resolved.answer(definition, answer))
                    .map(yes -> new RecordedAnswer(
                            definition.id(),
                            concept.name(),
                            yes,
                            row.at(),
                            new RecordLink(
                                    RecordLink.Type.OBS, row.uuid(), row.encounterUuid(), Optional.of(concept.uuid()))))
                    .ifPresent(answers::add);
        }

        private void readNote(InputDefinition definition, MappedConcept concept, ObservationRow row) {
            row.text().filter(text -> !text.isBlank()).ifPresent(text -> {
                if (text.length() > RecordedNote.LENGTH) {
                    notes.add(Snapshot.QualityNote.about(
                            definition.id(),
                            "Of a note of " + text.length() + " characters only the first " + RecordedNote.LENGTH
                                    + " were read."));
                }
                texts.add(new RecordedNote(
                        definition.id(),
                        concept.name(),
                        text.substring(0, Math.min(text.length(), RecordedNote.LENGTH)),
                        row.at(),
                        new RecordLink(
                                RecordLink.Type.OBS, row.uuid(), row.encounterUuid(), Optional.of(concept.uuid()))));
            });
        }

        private void readProblems(List<ProblemRow> rows) {
            if (reads(InputDefinition.Kind.PROBLEM_LIST)) {
                rows.forEach(row -> row.conceptId().ifPresent(problemConcepts::add));
            }
            long freeText =
                    rows.stream().filter(row -> row.conceptId().isEmpty()).count();
            for (InputDefinition definition : definitionsOf(InputDefinition.Kind.PROBLEM)) {
                for (ProblemRow row : rows) {
                    row.conceptId()
                            .flatMap(id -> resolved.conceptOf(definition, id))
                            .ifPresent(concept -> problems.add(problem(definition, concept, row)));
                }
                if (freeText > 0) {
                    notes.add(Snapshot.QualityNote.about(
                            definition.id(),
                            freeText + (freeText == 1 ? " problem is" : " problems are")
                                    + " recorded as free text and could not be compared with: " + definition.label()));
                }
            }
        }

        private static RecordedProblem problem(InputDefinition definition, MappedConcept concept, ProblemRow row) {
            RecordLink.Type type =
                    row.kind() == ProblemRow.Kind.CONDITION ? RecordLink.Type.CONDITION : RecordLink.Type.DIAGNOSIS;
            return new RecordedProblem(
                    definition.id(),
                    concept.name(),
                    row.active(),
                    row.since(),
                    new RecordLink(type, row.uuid(), row.encounterUuid(), Optional.of(concept.uuid())));
        }

        /** Once for all inputs, unlike problems in free text: an order that nobody can tell may be of any drug. */
        private void readMedications(List<MedicationRow> rows, Instant now) {
            rows.forEach(this::readMedication);
            unreadOrders = (int) rows.stream()
                    .filter(row -> !row.coded() && !row.start().isAfter(now))
                    .filter(row -> row.end().map(now::isBefore).orElse(true))
                    .count();
            if (unreadOrders > 0) {
                notes.add(Snapshot.QualityNote.general(
                        unreadOrders + (unreadOrders == 1 ? " active order carries" : " active orders carry")
                                + " no code that the concept mapping reads; of which medicine is not known"));
            }
        }

        private void readMedication(MedicationRow row) {
            for (InputDefinition definition : definitionsOf(InputDefinition.Kind.MEDICATION)) {
                row.conceptIds().stream()
                        .flatMap(id -> resolved.conceptOf(definition, id).stream())
                        .findFirst()
                        .map(concept -> new RecordedMedication(
                                definition.id(),
                                concept.name(),
                                row.start(),
                                row.end(),
                                new RecordLink(
                                        RecordLink.Type.ORDER,
                                        row.uuid(),
                                        row.encounterUuid(),
                                        Optional.of(concept.uuid()))))
                        .ifPresent(medications::add);
            }
        }

        private boolean reads(InputDefinition.Kind kind) {
            return definitionsOf(kind).stream().anyMatch(resolved::isAvailable);
        }

        private List<InputDefinition> definitionsOf(InputDefinition.Kind kind) {
            return resolved.definitions().stream()
                    .filter(definition -> definition.kind() == kind)
                    .toList();
        }

        private Map<String, InputDefinition> definitions(boolean available) {
            Map<String, InputDefinition> byId = new HashMap<>();
            resolved.definitions().stream()
                    .filter(definition -> resolved.isAvailable(definition) == available)
                    .forEach(definition -> byId.put(definition.id(), definition));
            return byId;
        }
    }
}
