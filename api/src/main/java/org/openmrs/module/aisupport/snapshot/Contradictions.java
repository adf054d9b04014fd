/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two values of one day that can't both be true: which of them is wrong can't be told, so neither is used, and the GP is told of
 * both.
 */
final class Contradictions {

    private final ZoneId zone;
    private final List<Measurement> kept = new ArrayList<>();
    private final List<Snapshot.QualityNote> notes = new ArrayList<>();

    private record OnADay(String input, LocalDate day) {}

    private Contradictions(ZoneId zone) {
        this.zone = zone;
    }

    /** @param definitions of the inputs that the measurements are of, by id */
    static Contradictions among(List<Measurement> measurements, Map<String, InputDefinition> definitions, ZoneId zone) {
        Contradictions contradictions = new Contradictions(zone);
        measurements.stream()
                .collect(Collectors.groupingBy(contradictions::dayOf, LinkedHashMap::new, Collectors.toList()))
                .forEach((day, values) -> contradictions.take(definitions.get(day.input), day.day, values));
        return contradictions;
    }

    List<Measurement> kept() {
        return kept;
    }

    List<Snapshot.QualityNote> notes() {
        return notes;
    }

    private OnADay dayOf(Measurement measurement) {
        return new OnADay(measurement.input(), measurement.at().atZone(zone).toLocalDate());
    }

    private void take(InputDefinition definition, LocalDate day, List<Measurement> values) {
        if (!definition.contradict(values.stream().map(Measurement::value).toList())) {
            kept.addAll(values);
            return;
        }
        String recorded = values.stream()
                .sorted(Comparator.comparing(Measurement::at))
                .map(Measurement::asRecorded)
                .distinct()
                .collect(Collectors.joining(" and "));
        notes.add(Snapshot.QualityNote.about(
                definition.id(),
                definition.label() + " on " + day + " is recorded as " + recorded
                        + "; they contradict each other, and none was used"));
    }
}
