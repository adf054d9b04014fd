/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A systolic and a diastolic value that were measured together, in mmHg. */
record BloodPressure(Measurement systolic, Measurement diastolic) {

    private static final Duration TOGETHER = Duration.ofMinutes(1);

    /** Every pair in the record that is recent enough, newest first. A value without its other half is no blood pressure. */
    static List<BloodPressure> recent(Snapshot snapshot, String systolicInput, String diastolicInput) {
        return pairs(snapshot.recent(systolicInput), snapshot.recent(diastolicInput));
    }

    /** Every pair of a day and after it, however old the mapping lets a value be, newest first. */
    static List<BloodPressure> since(LocalDate day, Snapshot snapshot, String systolicInput, String diastolicInput) {
        return pairs(within(day, snapshot, systolicInput), within(day, snapshot, diastolicInput));
    }

    private static List<Measurement> within(LocalDate day, Snapshot snapshot, String input) {
        return snapshot.all(input).stream()
                .filter(half -> !half.at().isAfter(snapshot.takenAt()))
                .filter(half -> !snapshot.dayOf(half.at()).isBefore(day))
                .toList();
    }

    private static List<BloodPressure> pairs(List<Measurement> systolics, List<Measurement> unpaired) {
        List<Measurement> diastolics = new ArrayList<>(unpaired);
        List<BloodPressure> pairs = new ArrayList<>();
        for (Measurement systolic : systolics) {
            diastolics.stream()
                    .filter(diastolic -> belongTogether(systolic, diastolic))
                    .min(Comparator.comparing(diastolic ->
                            Duration.between(systolic.at(), diastolic.at()).abs()))
                    .ifPresent(diastolic -> {
                        diastolics.remove(diastolic);
                        // The other way round is a slip of the keyboard, and no blood pressure.
                        if (systolic.value() > diastolic.value()) {
                            pairs.add(new BloodPressure(systolic, diastolic));
                        }
                    });
        }
        return pairs;
    }

    private static boolean belongTogether(Measurement systolic, Measurement diastolic) {
        boolean sameTime = Duration.between(systolic.at(), diastolic.at()).abs().compareTo(TOGETHER) <= 0;
        return sameTime
                && systolic.record().encounterUuid().equals(diastolic.record().encounterUuid());
    }

    /** What counts of a visit: the lower of its last two readings. */
    static BloodPressure lowerOfLastTwo(List<BloodPressure> newestFirst, Predicate<BloodPressure> raised) {
        return newestFirst.stream()
                .limit(2)
                .min(Comparator.comparing(raised::test)
                        .thenComparingDouble(reading -> reading.systolic.value())
                        .thenComparingDouble(reading -> reading.diastolic.value()))
                .orElseThrow();
    }

    /** Those of the same visit as this one, in the order they are in. */
    List<BloodPressure> visitAmong(List<BloodPressure> readings, Snapshot snapshot) {
        return readings.stream()
                .filter(reading -> reading.sameVisitAs(this, snapshot))
                .toList();
    }

    /** A later value without its other half: an older pair can't stand in for it. */
    boolean isFollowedByHalf(Snapshot snapshot, String systolicInput, String diastolicInput) {
        return Stream.of(systolicInput, diastolicInput)
                .flatMap(input -> snapshot.latest(input).stream())
                .anyMatch(half -> half.at().isAfter(endedAt()));
    }

    /** In the same encounter; where no encounter is known, on the same day. */
    boolean sameVisitAs(BloodPressure other, Snapshot snapshot) {
        Optional<String> encounter = systolic.record().encounterUuid();
        return encounter.equals(other.systolic.record().encounterUuid())
                && (encounter.isPresent() || day(snapshot).equals(other.day(snapshot)));
    }

    boolean reaches(double systolicFrom, double diastolicFrom) {
        return systolic.value() >= systolicFrom || diastolic.value() >= diastolicFrom;
    }

    List<Evidence> cite(Stance stance) {
        return List.of(Evidence.of(stance, systolic), Evidence.of(stance, diastolic));
    }

    /** When the later of its halves was measured. */
    private Instant endedAt() {
        return systolic.at().isAfter(diastolic.at()) ? systolic.at() : diastolic.at();
    }

    LocalDate day(Snapshot snapshot) {
        return snapshot.dayOf(systolic.at());
    }

    /** Cut and not rounded: 179.6 shown as 180 would look severe. */
    String display() {
        return (long) systolic.value() + "/" + (long) diastolic.value();
    }
}
