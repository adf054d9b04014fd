/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.PatientRef;

/**
 * A chart without what touches some concepts. Records are dropped here, before anything is made of them, so that neither an item
 * nor a note nor a count can give them away (C10).
 */
final class DiscreetChart implements ChartReader {

    private final ChartReader whole;
    private final Set<Integer> leftOut;

    DiscreetChart(ChartReader whole, Set<Integer> leftOut) {
        this.whole = whole;
        this.leftOut = leftOut;
    }

    /** By its question, its answer, or the question of a group that it stands in. */
    @Override
    public List<ObservationRow> observations(PatientRef patient, Set<Integer> conceptIds) {
        return whole.observations(patient, conceptIds).stream()
                .filter(row -> !leftOut.contains(row.conceptId()))
                .filter(row -> row.answerConceptId().filter(leftOut::contains).isEmpty())
                .filter(row -> Collections.disjoint(row.groupConceptIds(), leftOut))
                .toList();
    }

    @Override
    public List<ProblemRow> problems(PatientRef patient) {
        return whole.problems(patient).stream()
                .filter(row -> row.conceptId().filter(leftOut::contains).isEmpty())
                .toList();
    }

    /** By the concept of the order or of its drug. */
    @Override
    public List<MedicationRow> medications(PatientRef patient, Set<String> sourceNames) {
        return whole.medications(patient, sourceNames).stream()
                .filter(row -> Collections.disjoint(row.conceptIds(), leftOut))
                .toList();
    }

    @Override
    public List<MappedConcept> conceptsMappedTo(Collection<CodePattern> codes) {
        return whole.conceptsMappedTo(codes);
    }

    @Override
    public Map<String, Integer> conceptIds(Collection<String> uuids) {
        return whole.conceptIds(uuids);
    }

    @Override
    public Optional<DictionaryConcept> concept(String uuid) {
        return whole.concept(uuid);
    }

    @Override
    public Set<Integer> membersOf(Collection<Integer> sets) {
        return whole.membersOf(sets);
    }
}
