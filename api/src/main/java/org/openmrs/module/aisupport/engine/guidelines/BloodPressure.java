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
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A systolic and a diastolic value that were measured together, in mmHg. */
record BloodPressure(Measurement systolic, Measurement diastolic) {

    private static final Duration TOGETHER = Duration.ofMinutes(1);

    /** Every pair in the record that is recent enough, newest first. A value without its other half is no blood pressure. */
    static List<BloodPressure> recent(Snapshot snapshot, String systolicInput, String diastolicInput) {
        List<Measurement> diastolics = new ArrayList<>(snapshot.recent(diastolicInput));
        List<BloodPressure> pairs = new ArrayList<>();
        for (Measurement systolic : snapshot.recent(systolicInput)) {
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

    /** In the same encounter; where no encounter is known, on the same day. */
    boolean sameVisitAs(BloodPressure other, Snapshot snapshot) {
        Optional<String> encounter = systolic.record().encounterUuid();
        return encounter.equals(other.systolic.record().encounterUuid())
                && (encounter.isPresent() || day(snapshot).equals(other.day(snapshot)));
    }

    boolean reaches(double systolicFrom, double diastolicFrom) {
        return systolic.value() >= systolicFrom || diastolic.value() >= diastolicFrom;
    }

    /** When the later of its halves was measured. */
    Instant endedAt() {
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
