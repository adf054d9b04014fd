/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.persistence.Sha256;

/**
 * What an engine may read of a record: plain, immutable, with the record that each item came from. Made only by
 * {@link SnapshotBuilder}, which takes a permit.
 */
public final class Snapshot {

    private final PatientFacts patient;
    private final Instant takenAt;
    private final ZoneId zone;
    private final LocalDate today;
    private final SnapshotInputs inputs;
    private final Contents contents;

    // By input, once: many rules look at the same few.
    private final Map<String, List<Measurement>> measurements;
    private final Map<String, List<Measurement>> recent;
    private final Map<String, List<RecordedProblem>> problems;
    private final Map<String, List<RecordedMedication>> medications;

    Snapshot(PatientFacts patient, Instant takenAt, ZoneId zone, SnapshotInputs inputs, Contents contents) {
        this.patient = patient;
        this.takenAt = takenAt;
        this.zone = zone;
        this.today = dayOf(takenAt);
        this.inputs = inputs;
        this.contents = contents;
        this.measurements = byInput(contents.measurements(), Measurement::input);
        this.recent = byInput(
                contents.measurements().stream()
                        .filter(measurement -> canRead(measurement.input()) && isRecent(measurement))
                        .toList(),
                Measurement::input);
        this.problems = byInput(contents.problems(), RecordedProblem::input);
        this.medications = byInput(contents.medications(), RecordedMedication::input);
    }

    private static <T> Map<String, List<T>> byInput(List<T> items, Function<T, String> input) {
        return items.stream().collect(Collectors.groupingBy(input, Collectors.toUnmodifiableList()));
    }

    /** The items, each list newest first; how many orders are of nobody knows what; and what of the record was not used, and why. */
    record Contents(
            List<Measurement> measurements,
            List<RecordedProblem> problems,
            List<RecordedMedication> medications,
            List<RecordedAnswer> answers,
            List<RecordedNote> notes,
            Set<Integer> problemConceptIds,
            int unreadOrders,
            List<QualityNote> qualityNotes) {
        Contents {
            measurements = newestFirst(measurements, Measurement::at);
            problems = List.copyOf(problems);
            medications = newestFirst(medications, RecordedMedication::start);
            answers = newestFirst(answers, RecordedAnswer::at);
            notes = newestFirst(notes, RecordedNote::at);
            problemConceptIds = Set.copyOf(problemConceptIds);
            qualityNotes = List.copyOf(qualityNotes);
        }

        private static <T> List<T> newestFirst(List<T> items, Function<T, Instant> date) {
            return items.stream().sorted(Comparator.comparing(date).reversed()).toList();
        }
    }

    /** Something of the record that was not used, in words for the GP: of one input, or in general. */
    public record QualityNote(Optional<String> input, String text) {
        static QualityNote about(String input, String text) {
            return new QualityNote(Optional.of(input), text);
        }

        static QualityNote general(String text) {
            return new QualityNote(Optional.empty(), text);
        }
    }

    public PatientFacts patient() {
        return patient;
    }

    public Instant takenAt() {
        return takenAt;
    }

    public LocalDate today() {
        return today;
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /**
     * False when no concept of this dictionary stands for the input, or it touches a sensitive topic that may not be read: then
     * nothing is known, not even that it is absent.
     */
    public boolean canRead(String input) {
        return inputs.available().containsKey(input);
    }

    /** The inputs that can be read, with their kinds. */
    public Map<String, InputDefinition.Kind> readable() {
        return inputs.available().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().kind()));
    }

    /** Whether the practice's list of sensitive topics is why it can't be read, for every patient who did not allow them. */
    public boolean isLeftOut(String input) {
        return inputs.leftOut().contains(input);
    }

    /** The words for an input on the screen. */
    public String labelOf(String input) {
        return Optional.ofNullable(inputs.available()
                        .getOrDefault(input, inputs.unavailable().get(input)))
                .map(InputDefinition::label)
                .orElse(input);
    }

    /** For the screen, when nothing recent enough is there: "Serum creatinine of the last 12 months". */
    public String labelOfRecent(String input) {
        int days = inputs.available().get(input).staleAfterDays();
        String span = days < 60 ? days + " days" : Math.round(days / 30.5) + " months";
        return labelOf(input) + " of the last " + span;
    }

    /** Values that are not older than the mapping allows, newest first. */
    public List<Measurement> recent(String input) {
        return recent.getOrDefault(input, List.of());
    }

    public List<Measurement> all(String input) {
        return measurements.getOrDefault(input, List.of());
    }

    public Optional<Measurement> latest(String input) {
        return recent(input).stream().findFirst();
    }

    public List<RecordedProblem> problems(String input) {
        return problems.getOrDefault(input, List.of());
    }

    public List<RecordedMedication> activeMedications(String input) {
        return medications(input).stream()
                .filter(medication -> medication.isActiveAt(takenAt))
                .toList();
    }

    /** Those that ended too, and those still to begin. */
    public List<RecordedMedication> medications(String input) {
        return medications.getOrDefault(input, List.of());
    }

    /** Orders that are active and carry no code by which any drug is told: each may be one that a rule did not find. */
    public int unreadOrders() {
        return contents.unreadOrders();
    }

    /** The newest answer that is not too old, whether it was yes or not. */
    public Optional<RecordedAnswer> latestAnswer(String input) {
        return contents.answers().stream()
                .filter(answer -> answer.input().equals(input) && isFresh(input, answer.at()))
                .findFirst();
    }

    /** The notes that are not too old, newest first. */
    public List<RecordedNote> recentNotes(String input) {
        return contents.notes().stream()
                .filter(note -> note.input().equals(input) && isFresh(input, note.at()))
                .toList();
    }

    /** Whether a condition or diagnosis of this concept is on record, active or not; asks for the input of the whole problem list. */
    public boolean isOnProblemList(int conceptId) {
        return contents.problemConceptIds().contains(conceptId);
    }

    /** The uuids of every record that was read, recent or not. */
    public Set<String> recordUuids() {
        return Stream.of(
                        contents.measurements().stream().map(Measurement::record),
                        contents.problems().stream().map(RecordedProblem::record),
                        contents.medications().stream().map(RecordedMedication::record),
                        contents.answers().stream().map(RecordedAnswer::record),
                        contents.notes().stream().map(RecordedNote::record))
                .flatMap(records -> records)
                .map(RecordLink::uuid)
                .collect(Collectors.toSet());
    }

    public List<QualityNote> qualityNotes() {
        return contents.qualityNotes();
    }

    /** The same snapshot with fewer inputs: an engine gets those that it declares and no others (E6). */
    public Snapshot only(Set<String> declared) {
        return new Snapshot(
                patient,
                takenAt,
                zone,
                inputs.only(declared),
                new Contents(
                        contents.measurements().stream()
                                .filter(item -> declared.contains(item.input()))
                                .toList(),
                        contents.problems().stream()
                                .filter(item -> declared.contains(item.input()))
                                .toList(),
                        contents.medications().stream()
                                .filter(item -> declared.contains(item.input()))
                                .toList(),
                        contents.answers().stream()
                                .filter(item -> declared.contains(item.input()))
                                .toList(),
                        contents.notes().stream()
                                .filter(item -> declared.contains(item.input()))
                                .toList(),
                        declaresProblemList(declared) ? contents.problemConceptIds() : Set.of(),
                        inputs.readsMedications(declared) ? contents.unreadOrders() : 0,
                        contents.qualityNotes().stream()
                                .filter(note -> note.input().isEmpty()
                                        || declared.contains(note.input().get()))
                                .toList()));
    }

    private boolean declaresProblemList(Set<String> declared) {
        return inputs.available().values().stream()
                .filter(input -> input.kind() == InputDefinition.Kind.PROBLEM_LIST)
                .anyMatch(input -> declared.contains(input.id()));
    }

    /** Everything in it as text, the same for the same contents: what the audit's hash and size are taken of. */
    public byte[] canonical() {
        return Stream.of(
                        List.of(patient),
                        contents.measurements(),
                        contents.problems(),
                        contents.medications(),
                        contents.answers(),
                        contents.notes(),
                        contents.problemConceptIds().stream().sorted().toList())
                .flatMap(List::stream)
                .map(Object::toString)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public String sha256() {
        return Sha256.hex(canonical());
    }

    private boolean isRecent(Measurement measurement) {
        return isFresh(measurement.input(), measurement.at());
    }

    private boolean isFresh(String input, Instant at) {
        int days = inputs.available().get(input).staleAfterDays();
        return !at.isAfter(takenAt) && (days == Integer.MAX_VALUE || !dayOf(at).isBefore(today().minusDays(days)));
    }
}
