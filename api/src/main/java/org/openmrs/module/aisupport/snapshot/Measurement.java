/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.time.Instant;

/**
 * A numeric observation.
 *
 * @param value in the unit of the input, whatever unit it was recorded in
 * @param recordedValue the number as it stands in the record
 * @param recordedUnit the unit as it stands in the dictionary
 */
public record Measurement(
        String input,
        String name,
        double value,
        double recordedValue,
        String recordedUnit,
        Instant at,
        RecordLink record) {

    /** For instance "148 µmol/L". */
    public String asRecorded() {
        return (Numbers.plain(recordedValue) + " " + recordedUnit.strip()).strip();
    }

    /** Whether it was recorded in a unit that the mapping converts from. */
    public boolean isConverted() {
        return value != recordedValue;
    }
}
