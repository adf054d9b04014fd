/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.PatientRef;

/** The chart by HQL projection, so that filters of other modules hold here too and no entity is loaded. */
public class OpenmrsChartReader implements ChartReader {

    private final SessionFactory sessions;

    public OpenmrsChartReader(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<MappedConcept> conceptsMappedTo(Collection<CodePattern> codes) {
        List<Object[]> rows = mappings(codes);
        Set<Integer> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add((Integer) row[0]));
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> names = names(ids);
        Map<Integer, String> units = units(ids);
        return rows.stream()
                .map(row -> new MappedConcept(
                        (Integer) row[0],
                        (String) row[1],
                        names.getOrDefault(row[0], (String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        Optional.ofNullable(units.get(row[0]))))
                .toList();
    }

    /** Only SAME-AS: a concept that is merely broader or narrower would make a rule say something about something else. */
    private List<Object[]> mappings(Collection<CodePattern> codes) {
        Set<String> sources = new LinkedHashSet<>();
        List<String> exact = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        for (CodePattern code : codes) {
            sources.addAll(code.sourceNames());
            (code.prefix() ? prefixes : exact).add(code.code());
        }
        StringBuilder hql = new StringBuilder("select c.conceptId, c.uuid, s.name, t.code from ConceptMap m"
                + " join m.concept c join m.conceptReferenceTerm t join t.conceptSource s join m.conceptMapType k"
                + " where c.retired = false and t.retired = false and lower(k.name) = 'same-as'"
                + " and s.name in (:sources) and (t.code in (:exact)");
        for (int i = 0; i < prefixes.size(); i++) {
            hql.append(" or t.code like :prefix").append(i);
        }
        Query<Object[]> query = sessions.getCurrentSession()
                .createQuery(
                        hql.append(") order by c.conceptId, s.name, t.code").toString(), Object[].class)
                .setParameterList("sources", sources)
                .setParameterList("exact", exact.isEmpty() ? List.of("") : exact);
        for (int i = 0; i < prefixes.size(); i++) {
            query.setParameter("prefix" + i, prefixes.get(i) + "%");
        }
        return query.list();
    }

    private Map<Integer, String> names(Set<Integer> conceptIds) {
        Map<Integer, String> names = new HashMap<>();
        sessions.getCurrentSession()
                .createQuery(
                        "select n.concept.conceptId, n.name from ConceptName n"
                                + " where n.concept.conceptId in (:ids) and n.voided = false"
                                + " order by n.localePreferred desc, n.conceptNameId asc",
                        Object[].class)
                .setParameterList("ids", conceptIds)
                .list()
                .forEach(row -> names.putIfAbsent((Integer) row[0], (String) row[1]));
        return names;
    }

    private Map<Integer, String> units(Set<Integer> conceptIds) {
        Map<Integer, String> units = new HashMap<>();
        sessions.getCurrentSession()
                .createQuery(
                        "select n.conceptId, n.units from ConceptNumeric n where n.conceptId in (:ids)", Object[].class)
                .setParameterList("ids", conceptIds)
                .list()
                .forEach(row -> units.put((Integer) row[0], (String) row[1]));
        return units;
    }

    @Override
    public Map<String, Integer> conceptIds(Collection<String> uuids) {
        if (uuids.isEmpty()) {
            return Map.of();
        }
        return sessions
                .getCurrentSession()
                .createQuery("select c.uuid, c.conceptId from Concept c where c.uuid in (:uuids)", Object[].class)
                .setParameterList("uuids", uuids)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
    }

    @Override
    public Set<Integer> membersOf(Collection<Integer> sets) {
        if (sets.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sessions.getCurrentSession()
                .createQuery(
                        "select s.concept.conceptId from ConceptSet s where s.conceptSet.conceptId in (:sets)",
                        Integer.class)
                .setParameterList("sets", sets)
                .list());
    }

    @Override
    public List<ObservationRow> observations(PatientRef patient, Set<Integer> conceptIds) {
        ObsGroups groups = ObsGroups.of(patient, sessions.getCurrentSession());
        return sessions
                .getCurrentSession()
                .createQuery(
                        "select o.uuid, o.concept.conceptId, e.uuid, o.obsDatetime, o.valueNumeric, v.conceptId,"
                                + " o.obsGroup.obsId from Obs o left join o.encounter e left join o.valueCoded v"
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

    /** Orders that discontinue another end that one by its stop date and are no medication themselves. */
    @Override
    public List<MedicationRow> medications(PatientRef patient) {
        return rows(
                        "select o.uuid, c.conceptId, e.uuid, o.dateActivated, o.scheduledDate,"
                                + " o.dateStopped, o.autoExpireDate, o.action, k.conceptId from DrugOrder o"
                                + " join o.concept c left join o.drug d left join d.concept k left join o.encounter e"
                                + " where o.patient.patientId = :patient and o.voided = false order by o.orderId",
                        patient)
                .filter(row -> !"DISCONTINUE".equals(String.valueOf(row[7])))
                .map(row -> new MedicationRow(
                        (String) row[0],
                        row[8] == null
                                ? Set.of((Integer) row[1])
                                : new HashSet<>(List.of((Integer) row[1], (Integer) row[8])),
                        Optional.ofNullable((String) row[2]),
                        instant(row[4] == null ? row[3] : row[4]),
                        Optional.ofNullable(row[5] == null ? row[6] : row[5]).map(OpenmrsChartReader::instant)))
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
