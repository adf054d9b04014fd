/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openmrs.module.aisupport.suggestion.Readable;
import org.openmrs.module.aisupport.suggestion.RunHistory;

/** What is kept of the engines' parts in all runs of a patient, each thing once. */
final class EngineRuns {

    private final Map<String, Reading> readings = new TreeMap<>();

    private record Reading(Readable readable, long calls) {
        Reading and(Reading other) {
            return new Reading(readable.and(other.readable), calls + other.calls);
        }
    }

    void add(RunHistory.Told told) {
        told.part()
                .getReadable()
                .ifPresent(readable -> readings.merge(told.part().getEngine(), new Reading(readable, 1), Reading::and));
    }

    /** What an engine could read at any of its calls, as far as that was kept. */
    Optional<Readable> readable(String engine) {
        return Optional.ofNullable(readings.get(engine)).map(Reading::readable);
    }

    /** Of how many calls that was kept. */
    long calls(String engine) {
        return Optional.ofNullable(readings.get(engine)).map(Reading::calls).orElse(0L);
    }
}
