/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.PatientRef;

/** The chart by HQL projection, so that filters of other modules hold here too and no entity is loaded. */
public class OpenmrsChartReader implements ChartReader {

    private final SessionFactory sessions;
    private final DictionaryReader dictionary;

    public OpenmrsChartReader(SessionFactory sessions) {
        this.sessions = sessions;
        this.dictionary = new DictionaryReader(sessions);
    }

    @Override
    public List<MappedConcept> conceptsMappedTo(Collection<CodePattern> codes) {
        return dictionary.conceptsMappedTo(codes);
    }

    @Override
    public Map<String, Integer> conceptIds(Collection<String> uuids) {
        return dictionary.conceptIds(uuids);
    }

    @Override
    public Optional<DictionaryConcept> concept(String uuid) {
        return dictionary.concept(uuid);
    }

    @Override
    public Set<Integer> membersOf(Collection<Integer> sets) {
        return dictionary.membersOf(sets);
    }

    @Override
    public List<ObservationRow> observations(PatientRef patient, Set<Integer> conceptIds) {
        ObsGroups groups = ObsGroups.of(patient, sessions.getCurrentSession());
        return sessions
                .getCurrentSession()
                .createQuery(
                        "select o.uuid, o.concept.conceptId, e.uuid, o.obsDatetime, o.valueNumeric, v.conceptId,"
                                + " o.obsGroup.obsId, o.valueText from Obs o left join o.encounter e left join o.valueCoded v"
                                + " where o.person.personId = :person and o.voided = false"
                                + " and o.concept.conceptId in (:concepts)"
                                + " order by o.obsDatetime desc, o.obsId desc",
                        Object[].class)
                .setParameter("person", patient.id())
                .setParameterList("concepts", conceptIds)
                .list()
                .stream()
                .flatMap(
                        row -> groups.conceptsAround((Integer) row[6]).map(around -> observation(row, around)).stream())
                .toList();
    }

    private static ObservationRow observation(Object[] row, Set<Integer> groupConceptIds) {
        return new ObservationRow(
                (String) row[0],
                (Integer) row[1],
                Optional.ofNullable((String) row[2]),
                instant(row[3]),
                Optional.ofNullable((Double) row[4]),
                Optional.ofNullable((Integer) row[5]),
                Optional.ofNullable((String) row[7]),
                groupConceptIds);
    }

    @Override
    public List<ProblemRow> problems(PatientRef patient) {
        return Stream.concat(conditions(patient), diagnoses(patient)).toList();
    }

    private Stream<ProblemRow> conditions(PatientRef patient) {
        return rows(
                        "select c.uuid, k.conceptId, e.uuid, c.onsetDate, c.clinicalStatus, c.endDate from Condition c"
                                + " left join c.condition.coded k left join c.encounter e"
                                + " where c.patient.patientId = :patient and c.voided = false order by c.conditionId",
                        patient)
                .map(row -> new ProblemRow(
                        ProblemRow.Kind.CONDITION,
                        (String) row[0],
                        Optional.ofNullable((Integer) row[1]),
                        Optional.ofNullable((String) row[2]),
                        Optional.ofNullable(row[3]).map(OpenmrsChartReader::instant),
                        row[5] == null && "ACTIVE".equals(String.valueOf(row[4]))));
    }

    private Stream<ProblemRow> diagnoses(PatientRef patient) {
        return rows(
                        "select d.uuid, k.conceptId, e.uuid, e.encounterDatetime from Diagnosis d"
                                + " left join d.diagnosis.coded k join d.encounter e"
                                + " where d.patient.patientId = :patient and d.voided = false order by d.diagnosisId",
                        patient)
                .map(row -> new ProblemRow(
                        ProblemRow.Kind.DIAGNOSIS,
                        (String) row[0],
                        Optional.ofNullable((Integer) row[1]),
                        Optional.ofNullable((String) row[2]),
                        Optional.of(instant(row[3])),
                        true));
    }

    /** How many codes the dictionary has for the concepts of an order, counted as {@link DictionaryReader} finds them. */
    private static final String CODES_OF_ORDER = "(select count(m.conceptMapId) from ConceptMap m join m.concept mc"
            + " join m.conceptReferenceTerm t join t.conceptSource s join m.conceptMapType y"
            + " where (mc.conceptId = c.conceptId or mc.conceptId = k.conceptId) and mc.retired = false"
            + " and t.retired = false and lower(y.name) = 'same-as' and s.name in (:sources))";

    /** Orders that discontinue another end that one by its stop date and are no medication themselves. */
    @Override
    public List<MedicationRow> medications(PatientRef patient, Set<String> sourceNames) {
        return sessions
                .getCurrentSession()
                .createQuery(
                        "select o.uuid, c.conceptId, e.uuid, o.dateActivated, o.scheduledDate,"
                                + " o.dateStopped, o.autoExpireDate, o.action, k.conceptId, " + CODES_OF_ORDER
                                + " from DrugOrder o"
                                + " join o.concept c left join o.drug d left join d.concept k left join o.encounter e"
                                + " where o.patient.patientId = :patient and o.voided = false order by o.orderId",
                        Object[].class)
                .setParameter("patient", patient.id())
                .setParameterList("sources", sourceNames.isEmpty() ? Set.of("") : sourceNames)
                .list()
                .stream()
                .filter(row -> !"DISCONTINUE".equals(String.valueOf(row[7])))
                .map(row -> new MedicationRow(
                        (String) row[0],
                        row[8] == null
                                ? Set.of((Integer) row[1])
                                : new HashSet<>(List.of((Integer) row[1], (Integer) row[8])),
                        Optional.ofNullable((String) row[2]),
                        instant(row[4] == null ? row[3] : row[4]),
                        Optional.ofNullable(row[5] == null ? row[6] : row[5]).map(OpenmrsChartReader::instant),
                        ((Number) row[9]).longValue() > 0))
                .toList();
    }

    private Stream<Object[]> rows(String hql, PatientRef patient) {
        return sessions
                .getCurrentSession()
                .createQuery(hql, Object[].class)
                .setParameter("patient", patient.id())
                .list()
                .stream();
    }

    private static Instant instant(Object date) {
        return Instant.ofEpochMilli(((Date) date).getTime());
    }
}
