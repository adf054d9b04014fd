/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openmrs.module.aisupport.suggestion.Readable;
import org.openmrs.module.aisupport.suggestion.RunHistory;
import org.openmrs.module.aisupport.suggestion.RunPart;
import org.openmrs.module.aisupport.suggestion.RunStatus;

/** What is kept of the engines' parts in all runs of a patient, each thing once. */
final class EngineRuns {

    private final ZoneId zone;
    private final Map<String, Reading> readings = new TreeMap<>();
    private final Map<String, Map<Remark, Times>> remarks = new TreeMap<>();

    EngineRuns(ZoneId zone) {
        this.zone = zone;
    }

    /** What an engine left beside suggestions. */
    enum RemarkKind {
        /** A rule lacked something. */
        UNJUDGED,
        /** Something of the record was not used, and why. */
        UNUSED,
        /** It gave no answer, and why. */
        FAILED
    }

    record Remark(RemarkKind kind, String what, String why) {}

    /** How often, and on which days first and last. */
    record Times(long count, LocalDate first, LocalDate last) {
        Times and(Times later) {
            return new Times(count + later.count, first, later.last);
        }
    }

    private record Reading(Readable readable, long calls) {
        Reading and(Reading other) {
            return new Reading(readable.and(other.readable), calls + other.calls);
        }
    }

    void add(RunHistory.Told told) {
        RunPart part = told.part();
        part.getReadable()
                .ifPresent(readable -> readings.merge(part.getEngine(), new Reading(readable, 1), Reading::and));
        part.getMissing()
                .forEach(lacking -> remark(
                        told, new Remark(RemarkKind.UNJUDGED, lacking.label(), String.join(", ", lacking.inputs()))));
        part.getQuality().forEach(note -> remark(told, new Remark(RemarkKind.UNUSED, note, "")));
        if (told.status() == RunStatus.FAILED) {
            String why = Optional.ofNullable(part.getError()).orElse("");
            remark(told, new Remark(RemarkKind.FAILED, why, ""));
        }
    }

    private void remark(RunHistory.Told told, Remark remark) {
        LocalDate day = LocalDate.ofInstant(told.at(), zone);
        remarks.computeIfAbsent(told.part().getEngine(), none -> new LinkedHashMap<>())
                .merge(remark, new Times(1, day, day), Times::and);
    }

    /** By engine, each as it came up first. */
    Map<String, Map<Remark, Times>> remarks() {
        return remarks;
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
