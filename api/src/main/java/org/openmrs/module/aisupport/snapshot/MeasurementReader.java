/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;
import org.openmrs.module.aisupport.platform.ChartReader.ObservationRow;

/** Turns recorded numbers into the unit that rules reckon in. What it can't turn for certain it leaves out, and says so. */
final class MeasurementReader {

    private final ZoneId zone;
    private final Set<Snapshot.QualityNote> notes = new LinkedHashSet<>();

    MeasurementReader(ZoneId zone) {
        this.zone = zone;
    }

    Optional<Measurement> read(InputDefinition definition, MappedConcept concept, ObservationRow row) {
        if (row.number().isEmpty()) {
            return Optional.empty();
        }
        String unit = concept.unit().orElse("");
        Optional<InputDefinition.UnitConversion> conversion = definition.conversionFrom(unit);
        if (conversion.isEmpty()) {
            note(
                    definition,
                    concept.name() + " has the unit '" + unit
                            + "', which is not known for it; its values were not used");
            return Optional.empty();
        }
        double recorded = row.number().get();
        double value = conversion.get().convert(recorded);
        if (!definition.isPlausible(value)) {
            note(
                    definition,
                    concept.name() + " " + Numbers.plain(recorded) + " " + unit + " on "
                            + row.at().atZone(zone).toLocalDate() + " is not plausible and was not used");
            return Optional.empty();
        }
        return Optional.of(new Measurement(
                definition.id(),
                concept.name(),
                value,
                recorded,
                unit,
                row.at(),
                new RecordLink(RecordLink.Type.OBS, row.uuid(), row.encounterUuid(), Optional.of(concept.uuid()))));
    }

    List<Snapshot.QualityNote> notes() {
        return new ArrayList<>(notes);
    }

    private void note(InputDefinition definition, String text) {
        notes.add(Snapshot.QualityNote.about(definition.id(), text));
    }
}
