/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.aisupport.platform.ChartReader.CodePattern;
import org.openmrs.module.aisupport.platform.ChartReader.DictionaryConcept;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;

/** The dictionary's part of {@link OpenmrsChartReader}: concepts by code, by uuid and by set. */
final class DictionaryReader {

    private final SessionFactory sessions;

    DictionaryReader(SessionFactory sessions) {
        this.sessions = sessions;
    }

    List<MappedConcept> conceptsMappedTo(Collection<CodePattern> codes) {
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

    Map<Integer, String> names(Set<Integer> conceptIds) {
        Map<Integer, String> names = new HashMap<>();
        if (conceptIds.isEmpty()) {
            return names;
        }
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

    Map<String, Integer> conceptIds(Collection<String> uuids) {
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

    Optional<DictionaryConcept> concept(String uuid) {
        return sessions.getCurrentSession()
                .createQuery(
                        "select c.conceptId, c.uuid, d.name from Concept c join c.datatype d"
                                + " where c.uuid = :uuid and c.retired = false",
                        Object[].class)
                .setParameter("uuid", uuid)
                .uniqueResultOptional()
                .map(row -> new DictionaryConcept(
                        (Integer) row[0],
                        (String) row[1],
                        names(Set.of((Integer) row[0])).getOrDefault(row[0], (String) row[1]),
                        (String) row[2]));
    }

    Set<Integer> membersOf(Collection<Integer> sets) {
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
}
