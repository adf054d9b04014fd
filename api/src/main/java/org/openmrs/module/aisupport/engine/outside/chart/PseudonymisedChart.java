/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.RecordedAnswer;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * A snapshot as it may leave for one call: items under random ids, which only this object can lead back to the record. It lives as long
 * as the call does.
 */
public final class PseudonymisedChart {

    /** Of one input: a trend needs a few, and a record of twenty years holds hundreds. */
    private static final int MOST_OF_AN_INPUT = 20;

    private final Snapshot snapshot;
    private final Disclosure disclosure;
    private final String patientId = newId();
    private final List<Shared<Measurement>> measurements;
    private final List<Shared<RecordedProblem>> problems;
    private final List<Shared<RecordedMedication>> medications;
    private final List<Shared<RecordedAnswer>> answers;
    private final Map<String, Evidence> evidence;

    private PseudonymisedChart(Snapshot snapshot, Disclosure disclosure) {
        this.snapshot = snapshot.only(disclosure.inputs());
        this.disclosure = disclosure;
        this.measurements = share(this.snapshot::recent, item -> item, item -> Evidence.of(Evidence.Stance.FOR, item));
        this.problems =
                share(this.snapshot::problems, RecordedProblem::record, item -> Evidence.of(Evidence.Stance.FOR, item));
        this.medications = share(
                this.snapshot::medications, RecordedMedication::record, item -> Evidence.of(Evidence.Stance.FOR, item));
        this.answers = share(
                input -> this.snapshot.latestAnswer(input).stream().toList(),
                item -> item,
                item -> Evidence.of(Evidence.Stance.FOR, item));
        this.evidence = Stream.of(measurements, problems, medications, answers)
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(Shared::id, Shared::evidence));
    }

    public static PseudonymisedChart of(Snapshot snapshot, Disclosure disclosure) {
        return new PseudonymisedChart(snapshot, disclosure);
    }

    /** Each record once, in the order of the inputs, newest first, whatever order the inputs were declared in. */
    private <T> List<Shared<T>> share(
            Function<String, List<T>> items, Function<T, Object> identity, Function<T, Evidence> evidence) {
        Map<Object, Shared<T>> shared = new LinkedHashMap<>();
        for (String input : readable()) {
            items.apply(input).stream()
                    .limit(MOST_OF_AN_INPUT)
                    .forEach(item -> shared.merge(
                            identity.apply(item),
                            new Shared<>(newId(), Set.of(input), item, evidence.apply(item)),
                            (known, again) -> known.alsoOf(input)));
        }
        return List.copyOf(shared.values());
    }

    /** An id that says nothing and can't be guessed: random, from the JDK's secure source. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Inputs that were declared and can be read; of the others nothing is known, not even that they are absent. */
    public Set<String> readable() {
        return disclosure.inputs().stream().filter(snapshot::canRead).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Whether what is shared of an input is all that the record holds of it: nothing too old or too much, and nothing that could not be
     * read.
     */
    boolean isWhole(String input) {
        boolean read = snapshot.qualityNotes().stream()
                .noneMatch(note -> note.input().filter(input::equals).isPresent());
        boolean few = Stream.of(snapshot.all(input), snapshot.problems(input), snapshot.medications(input))
                .allMatch(items -> items.size() <= MOST_OF_AN_INPUT);
        return read
                && few
                && snapshot.all(input).size() == snapshot.recent(input).size();
    }

    /** Orders that nobody can tell what they are of: each may be one that was asked for. */
    boolean hasUnreadOrders() {
        return snapshot.unreadOrders() > 0;
    }

    public String patientId() {
        return patientId;
    }

    public Optional<SharedAge> age() {
        return disclosure.age() ? snapshot.patient().ageOn(snapshot.today()).map(SharedAge::of) : Optional.empty();
    }

    public Optional<Sex> sex() {
        return disclosure.sex() ? Optional.of(snapshot.patient().sex()) : Optional.empty();
    }

    /** Values that are not older than the mapping allows. */
    public List<Shared<Measurement>> measurements() {
        return measurements;
    }

    public List<Shared<RecordedProblem>> problems() {
        return problems;
    }

    /** Those that ended too. */
    public List<Shared<RecordedMedication>> medications() {
        return medications;
    }

    /** The newest of each input. */
    public List<Shared<RecordedAnswer>> answers() {
        return answers;
    }

    public String labelOf(String input) {
        return snapshot.labelOf(input);
    }

    /** Times leave to the day, in the practice's own zone. */
    public LocalDate dayOf(Instant time) {
        return snapshot.dayOf(time);
    }

    public LocalDate today() {
        return snapshot.today();
    }

    public boolean isActive(RecordedMedication medication) {
        return medication.isActiveAt(snapshot.takenAt());
    }

    /** What stands behind an id of this call; empty for one that was never given out. */
    public Optional<Evidence> evidence(String id) {
        return Optional.ofNullable(evidence.get(id));
    }

    /** The ids of this call that occur in a text, in the order of the items. */
    public List<Evidence> citedIn(String text) {
        return Stream.of(measurements, problems, medications, answers)
                .flatMap(Collection::stream)
                .filter(item -> text.contains(item.id()))
                .map(Shared::evidence)
                .toList();
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "PseudonymisedChart[" + evidence.size() + " items]";
    }
}
