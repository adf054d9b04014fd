/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.time.Instant;
import java.util.Optional;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.RecordLink;
import org.openmrs.module.aisupport.snapshot.RecordedAnswer;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;

/** A record of this patient that speaks for or against a suggestion; or something reckoned, which is no record. */
public record Evidence(
        Stance stance, Optional<RecordLink> record, String display, Optional<String> value, Optional<Instant> date) {

    public enum Stance {
        FOR,
        AGAINST
    }

    /** With the number and unit as they stand in the record. */
    public static Evidence of(Stance stance, Measurement measurement) {
        return new Evidence(
                stance,
                Optional.of(measurement.record()),
                measurement.name(),
                Optional.of(measurement.asRecorded()),
                Optional.of(measurement.at()));
    }

    public static Evidence of(Stance stance, RecordedProblem problem) {
        return new Evidence(stance, Optional.of(problem.record()), problem.name(), Optional.empty(), problem.since());
    }

    public static Evidence of(Stance stance, RecordedMedication medication) {
        return new Evidence(
                stance,
                Optional.of(medication.record()),
                medication.name(),
                Optional.empty(),
                Optional.of(medication.start()));
    }

    public static Evidence of(Stance stance, RecordedAnswer answer) {
        return new Evidence(
                stance,
                Optional.of(answer.record()),
                answer.name(),
                Optional.of(answer.yes() ? "yes" : "no"),
                Optional.of(answer.at()));
    }

    /** Something that was reckoned from records, for instance an eGFR. */
    public static Evidence reckoned(Stance stance, String display, String value, Instant date) {
        return new Evidence(stance, Optional.empty(), display, Optional.of(value), Optional.of(date));
    }

    /** By its concept where it has one: what a dictionary calls it may change with the language, or with a mended name. */
    String content() {
        return String.join(
                "|",
                stance.name(),
                record.flatMap(RecordLink::conceptUuid).orElse(display),
                value.orElse(""),
                date.map(Instant::toString).orElse(""));
    }
}
