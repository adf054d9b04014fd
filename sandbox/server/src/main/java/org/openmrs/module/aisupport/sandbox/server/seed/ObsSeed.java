/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.EncounterEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.ObsEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.Series;

/** Observations: those of an encounter, its note, and the long series that a formula stands for. */
final class ObsSeed {

    private static final String NOTE = "note";
    private static final String SERIES_TIME = "08:00";

    private final Rows rows;
    private final Keys keys;
    private final Calendar calendar;

    ObsSeed(Rows rows, Keys keys, Calendar calendar) {
        this.rows = rows;
        this.keys = keys;
        this.calendar = calendar;
    }

    /** Whose, and in which encounter. */
    record Place(int personId, Integer encounterId, Integer location, LocalDateTime time, Duration shift) {}

    void ofEncounter(Place place, EncounterEntry encounter) {
        List<Rows.Row> all = new ArrayList<>();
        List<ObsEntry> entries = encounter.obs();
        for (int i = 0; i < entries.size(); i++) {
            all.add(ofEntry(place, encounter, entries.get(i), encounter.uuid() + "/obs/" + i));
        }
        if (encounter.note() != null) {
            all.add(row(
                    place, Keys.derived(encounter.uuid() + "/note"), NOTE, place.time(), null, null, encounter.note()));
        }
        rows.insertAll(all);
    }

    private Rows.Row ofEntry(Place place, EncounterEntry encounter, ObsEntry entry, String path) {
        String uuid = entry.uuid() == null ? Keys.derived(path) : entry.uuid();
        LocalDateTime time = entry.time() == null
                ? place.time()
                : calendar.daysAgo(encounter.daysAgo(), entry.time()).minus(place.shift());
        JsonNode value = entry.value();
        if (value.isNumber()) {
            return row(place, uuid, entry.concept(), time, value.doubleValue(), null, null);
        }
        if (keys.isText(entry.concept())) {
            return row(place, uuid, entry.concept(), time, null, null, value.textValue());
        }
        return row(place, uuid, entry.concept(), time, null, keys.concept(value.textValue()), null);
    }

    void series(int personId, String patientUuid, Series series) {
        rows.insertAll(IntStream.range(0, series.count())
                .mapToObj(i -> ofSeries(personId, patientUuid, series, i))
                .toList());
    }

    private Rows.Row ofSeries(int personId, String patientUuid, Series series, int i) {
        LocalDateTime time = calendar.daysAgo(series.lastDaysAgo() + i * series.everyDays(), SERIES_TIME);
        double value = Math.round((series.base() + series.spread() * Math.sin(0.7 * i)) * 10) / 10.0;
        String uuid = Keys.derived(patientUuid + "/series/" + series.concept() + "/" + i);
        Place nowhere = new Place(personId, null, null, time, Duration.ZERO);
        return row(nowhere, uuid, series.concept(), time, value, null, null);
    }

    private Rows.Row row(
            Place place, String uuid, String concept, LocalDateTime time, Double number, Integer coded, String text) {
        return Rows.of("obs")
                .with("uuid", uuid)
                .with("person_id", place.personId())
                .with("encounter_id", place.encounterId())
                .with("location_id", place.location())
                .with("concept_id", keys.concept(concept))
                .with("obs_datetime", time)
                .with("value_numeric", number)
                .with("value_coded", coded)
                .with("value_text", text);
    }
}
