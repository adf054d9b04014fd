/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the chart by projection, in a number of queries that does not depend on how long the record is. The caller has
 * checked that the user may read it.
 */
public interface ChartReader {

    /** The dictionary's concepts that are mapped SAME-AS to any of the codes. */
    List<MappedConcept> conceptsMappedTo(Collection<CodePattern> codes);

    /** Concept id by uuid, of those that the dictionary has, retired ones among them. */
    Map<String, Integer> conceptIds(Collection<String> uuids);

    /** A concept that is not retired. */
    Optional<DictionaryConcept> concept(String uuid);

    /** The concepts that belong to any of these sets, one level down. A concept that is no set has none. */
    Set<Integer> membersOf(Collection<Integer> sets);

    /** Observations of these concepts that are not voided, newest first. */
    List<ObservationRow> observations(PatientRef patient, Set<Integer> conceptIds);

    /** Conditions and encounter diagnoses that are not voided, coded and free text. */
    List<ProblemRow> problems(PatientRef patient);

    /**
     * Drug orders that are not voided, with the time they ended where they did.
     *
     * @param sourceNames the code systems that a drug can be told by
     */
    List<MedicationRow> medications(PatientRef patient, Set<String> sourceNames);

    /** A code in one of a code system's names; with {@code prefix}, every code that begins so. */
    record CodePattern(Set<String> sourceNames, String code, boolean prefix) {}

    /** A concept and the code through which it was found. The unit is the dictionary's, as it stands there. */
    record MappedConcept(int id, String uuid, String name, String sourceName, String code, Optional<String> unit) {}

    /** @param datatype its name, for instance Text */
    record DictionaryConcept(int id, String uuid, String name, String datatype) {}

    /** A numeric value in the unit of its concept, a coded answer or a text; and the questions of the groups that it stands in, at any depth. */
    record ObservationRow(
            String uuid,
            int conceptId,
            Optional<String> encounterUuid,
            Instant at,
            Optional<Double> number,
            Optional<Integer> answerConceptId,
            Optional<String> text,
            Set<Integer> groupConceptIds) {}

    /** A condition or diagnosis; without concept it is free text. */
    record ProblemRow(
            Kind kind,
            String uuid,
            Optional<Integer> conceptId,
            Optional<String> encounterUuid,
            Optional<Instant> since,
            boolean active) {
        public enum Kind {
            CONDITION,
            DIAGNOSIS
        }
    }

    /**
     * A drug order, with the concepts of the order and of the drug that was named in it.
     *
     * @param coded one of them is mapped SAME-AS to a code of one of the code systems asked for; else nobody can tell what it is of
     */
    record MedicationRow(
            String uuid,
            Set<Integer> conceptIds,
            Optional<String> encounterUuid,
            Instant start,
            Optional<Instant> end,
            boolean coded) {}
}
