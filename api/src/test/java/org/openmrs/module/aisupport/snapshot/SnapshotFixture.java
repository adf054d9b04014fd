/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.module.aisupport.platform.Sex;

/** Builds snapshots for tests of rules, with the module's own mapping, at noon UTC of a fixed day. States only what matters. */
public final class SnapshotFixture {

    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final ZoneId ZONE = ZoneOffset.UTC;

    private Instant takenAt = NOW;
    private Sex sex = Sex.FEMALE;
    private Optional<LocalDate> birthdate = Optional.of(LocalDate.of(1966, 1, 1));
    private final Set<String> unmapped = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<RecordedProblem> problems = new ArrayList<>();
    private final List<RecordedMedication> medications = new ArrayList<>();
    private final List<RecordedNote> texts = new ArrayList<>();
    private final Set<Integer> onProblemList = new HashSet<>();
    private final List<RecordedAnswer> answers = new ArrayList<>();
    private final List<Snapshot.QualityNote> notes = new ArrayList<>();
    private int unreadOrders;
    private final Map<String, InputDefinition> mapping = new ConceptMappings(new NoSettings(), () -> Path.of("none"))
            .current()
            .inputs();

    public static SnapshotFixture aWoman(int age) {
        return new SnapshotFixture().sex(Sex.FEMALE).aged(age);
    }

    public static SnapshotFixture aMan(int age) {
        return new SnapshotFixture().sex(Sex.MALE).aged(age);
    }

    public SnapshotFixture sex(Sex sex) {
        this.sex = sex;
        return this;
    }

    public SnapshotFixture aged(int years) {
        return born(Optional.of(NOW.atZone(ZONE).toLocalDate().minusYears(years)));
    }

    public SnapshotFixture born(Optional<LocalDate> birthdate) {
        this.birthdate = birthdate;
        return this;
    }

    /** When the chart is read; everything else stays where it is in time. */
    public SnapshotFixture takenAt(Instant instant) {
        this.takenAt = instant;
        return this;
    }

    /** As if no concept of the dictionary stood for the input. */
    public SnapshotFixture unmapped(String input) {
        unmapped.add(input);
        return this;
    }

    /** As if the practice held the input to be a sensitive topic, and the patient had not allowed those. */
    public SnapshotFixture leftOut(String input) {
        leftOut.add(input);
        return unmapped(input);
    }

    /** A value in the input's own unit, at noon so many days ago, in an encounter of its own. */
    public SnapshotFixture measured(String input, double value, int daysAgo) {
        return measured(
                input,
                value,
                NOW.minus(daysAgo, ChronoUnit.DAYS),
                UUID.randomUUID().toString());
    }

    public SnapshotFixture measured(String input, double value, Instant at, String encounterUuid) {
        InputDefinition definition = mapping.get(input);
        measurements.add(new Measurement(
                input,
                definition.label(),
                value,
                value,
                definition.unit(),
                at,
                new RecordLink(RecordLink.Type.OBS, UUID.randomUUID().toString(), Optional.ofNullable(encounterUuid))));
        return this;
    }

    /** A value that was recorded in another unit: goes the way that the reader of the chart goes. */
    public SnapshotFixture measuredIn(String unit, String input, double recorded, int daysAgo) {
        InputDefinition definition = mapping.get(input);
        double value = definition.conversionFrom(unit).orElseThrow().convert(recorded);
        measurements.add(new Measurement(
                input,
                definition.label(),
                value,
                recorded,
                unit,
                NOW.minus(daysAgo, ChronoUnit.DAYS),
                new RecordLink(RecordLink.Type.OBS, UUID.randomUUID().toString(), Optional.empty())));
        return this;
    }

    /** Both halves of a blood pressure, so many minutes before now, in one encounter. */
    public SnapshotFixture bloodPressure(
            double systolic, double diastolic, int daysAgo, int minutesAgo, String encounter) {
        Instant at = NOW.minus(daysAgo, ChronoUnit.DAYS).minus(minutesAgo, ChronoUnit.MINUTES);
        return measured("systolic-bp", systolic, at, encounter).measured("diastolic-bp", diastolic, at, encounter);
    }

    /** A mean from home or an ambulatory device, in an encounter of its own. */
    public SnapshotFixture homeMean(double systolic, double diastolic, int daysAgo) {
        Instant at = NOW.minus(daysAgo, ChronoUnit.DAYS);
        String encounter = UUID.randomUUID().toString();
        return measured("home-systolic-bp", systolic, at, encounter)
                .measured("home-diastolic-bp", diastolic, at, encounter);
    }

    public SnapshotFixture problem(String input, boolean active, Integer sinceDaysAgo) {
        problems.add(new RecordedProblem(
                input,
                mapping.get(input).label(),
                active,
                Optional.ofNullable(sinceDaysAgo).map(days -> NOW.minus(days, ChronoUnit.DAYS)),
                new RecordLink(RecordLink.Type.CONDITION, UUID.randomUUID().toString(), Optional.empty())));
        return this;
    }

    public SnapshotFixture medication(String input, int startedDaysAgo, Integer endedDaysAgo) {
        medications.add(new RecordedMedication(
                input,
                mapping.get(input).label(),
                NOW.minus(startedDaysAgo, ChronoUnit.DAYS),
                Optional.ofNullable(endedDaysAgo).map(days -> NOW.minus(days, ChronoUnit.DAYS)),
                new RecordLink(RecordLink.Type.ORDER, UUID.randomUUID().toString(), Optional.empty())));
        return this;
    }

    /** An order of something that the dictionary calls by any name at all, so many days ago and still running. */
    public SnapshotFixture medicationCalled(String name, String input, int startedDaysAgo) {
        medications.add(new RecordedMedication(
                input,
                name,
                NOW.minus(startedDaysAgo, ChronoUnit.DAYS),
                Optional.empty(),
                new RecordLink(RecordLink.Type.ORDER, UUID.randomUUID().toString(), Optional.empty())));
        return this;
    }

    /** One order of a combination product, so many days ago and still running. */
    public SnapshotFixture combination(int startedDaysAgo, String... inputs) {
        RecordLink order =
                new RecordLink(RecordLink.Type.ORDER, UUID.randomUUID().toString(), Optional.empty());
        Instant start = NOW.minus(startedDaysAgo, ChronoUnit.DAYS);
        List.of(inputs)
                .forEach(input ->
                        medications.add(new RecordedMedication(input, "Combination", start, Optional.empty(), order)));
        return this;
    }

    /** As if so many active orders carried no code that the mapping reads. */
    public SnapshotFixture unreadOrders(int number) {
        unreadOrders = number;
        return this;
    }

    /** As if a value of the input were recorded that can't be used, say in an unknown unit. */
    public SnapshotFixture unusable(String input) {
        notes.add(Snapshot.QualityNote.about(input, "A value was not used"));
        return this;
    }

    public SnapshotFixture answer(String input, boolean yes, int daysAgo) {
        answers.add(new RecordedAnswer(
                input,
                mapping.get(input).label(),
                yes,
                NOW.minus(daysAgo, ChronoUnit.DAYS),
                new RecordLink(RecordLink.Type.OBS, UUID.randomUUID().toString(), Optional.empty())));
        return this;
    }

    public SnapshotFixture note(String input, String text, int daysAgo) {
        texts.add(new RecordedNote(
                input,
                mapping.get(input).label(),
                text,
                NOW.minus(daysAgo, ChronoUnit.DAYS),
                new RecordLink(RecordLink.Type.OBS, UUID.randomUUID().toString(), Optional.empty())));
        return this;
    }

    /** A concept that has a condition or a diagnosis, whichever input it is of. */
    public SnapshotFixture onProblemList(int conceptId) {
        onProblemList.add(conceptId);
        return this;
    }

    public Snapshot build() {
        Map<String, InputDefinition> available = new HashMap<>(mapping);
        Map<String, InputDefinition> unavailable = new HashMap<>();
        unmapped.forEach(input -> unavailable.put(input, available.remove(input)));
        return new Snapshot(
                new PatientFacts("5f1b8a52-0000-4000-8000-000000000001", sex, birthdate),
                takenAt,
                ZONE,
                new SnapshotInputs(available, unavailable, leftOut),
                new Snapshot.Contents(
                        measurements, problems, medications, answers, texts, onProblemList, unreadOrders, notes));
    }

    private static final class NoSettings implements Settings {
        @Override
        public Optional<String> value(Setting setting) {
            return Optional.empty();
        }

        @Override
        public Optional<String> value(Setting setting, String language) {
            return Optional.empty();
        }
    }
}
