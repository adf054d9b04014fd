/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.openmrs.module.aisupport.consent.PermittedPatients;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.persistence.QueryParameters;
import org.openmrs.module.aisupport.platform.ChartReader;

/**
 * For how many patients an input was ever recorded, among those who permit it. Four statements, however many patients there are, each
 * of which counts inside the database: no record and no id of a patient comes out of it. Sensitive topics are counted for nobody, since
 * most did not allow them. SQL and not HQL, for the reason that the gate has: what is so, past filters that are one user's (ADR 10).
 */
public class RecordCounts {

    private static final String OBSERVED = "select o.person_id as patient_id, o.concept_id from obs o"
            + " where o.voided = false and o.concept_id in (:concepts)"
            + " and (o.value_numeric is not null or o.value_coded is not null or o.value_text is not null)";
    private static final String PROBLEMS = "select c.patient_id, c.condition_coded as concept_id from conditions c"
            + " where c.voided = false and c.condition_coded in (:concepts)"
            + " union all select d.patient_id, d.diagnosis_coded from encounter_diagnosis d"
            + " where d.voided = false and d.diagnosis_coded in (:concepts)";
    private static final String ORDERED = " from orders o join drug_order g on g.order_id = o.order_id";
    private static final String NOT_ENDING = " o.voided = false and o.order_action <> 'DISCONTINUE' and ";
    private static final String MEDICATIONS = "select o.patient_id, o.concept_id" + ORDERED + " where" + NOT_ENDING
            + "o.concept_id in (:concepts) union all select o.patient_id, d.concept_id" + ORDERED
            + " join drug d on d.drug_id = g.drug_inventory_id where" + NOT_ENDING + "d.concept_id in (:concepts)";

    private final SessionFactory sessions;
    private final PermittedPatients permitted;
    private final ConceptMappings mappings;
    private final SensitiveTopics topics;
    private final ChartReader chart;

    public RecordCounts(
            SessionFactory sessions,
            PermittedPatients permitted,
            ConceptMappings mappings,
            SensitiveTopics topics,
            ChartReader chart) {
        this.sessions = sessions;
        this.permitted = permitted;
        this.mappings = mappings;
        this.topics = topics;
        this.chart = chart;
    }

    /**
     * @param permitted how many patients were counted among
     * @param byInput by id, of those that could be counted
     * @param sensitive ids of those that touch a sensitive topic
     */
    public record Counted(PatientCount permitted, Map<String, PatientCount> byInput, Set<String> sensitive) {}

    /** @throws org.openmrs.module.aisupport.validation.MisconfiguredException if it can't be told what is sensitive */
    public Counted count(Collection<String> inputs) {
        ResolvedInputs resolved = ResolvedInputs.resolve(mappings.current().definitions(inputs), chart)
                .without(topics.leftOutOfCounts());
        PermittedPatients.Selection among = permitted.now(Purpose.OWN_CARE);
        Map<String, PatientCount> byInput = new HashMap<>();
        Map<String, List<InputDefinition>> bySource = resolved.definitions().stream()
                .filter(resolved::isAvailable)
                .filter(definition -> definition.kind() != InputDefinition.Kind.PROBLEM_LIST)
                .collect(Collectors.groupingBy(definition -> sourceOf(definition.kind())));
        bySource.forEach((source, definitions) -> byInput.putAll(count(source, definitions, resolved, among)));
        return new Counted(PatientCount.of(all(among)), byInput, Set.copyOf(resolved.leftOut()));
    }

    private static String sourceOf(InputDefinition.Kind kind) {
        return switch (kind) {
            case MEASUREMENT, ANSWER, NOTE -> OBSERVED;
            case PROBLEM, PROBLEM_LIST -> PROBLEMS;
            case MEDICATION -> MEDICATIONS;
        };
    }

    private Map<String, PatientCount> count(
            String source,
            List<InputDefinition> definitions,
            ResolvedInputs resolved,
            PermittedPatients.Selection among) {
        Set<Integer> concepts = new LinkedHashSet<>();
        List<String> pairs = new ArrayList<>();
        Map<String, PatientCount> counts = new HashMap<>();
        for (int place = 0; place < definitions.size(); place++) {
            counts.put(definitions.get(place).id(), PatientCount.of(0)); // the database is silent about none
            for (ChartReader.MappedConcept concept : resolved.conceptsOf(definitions.get(place))) {
                concepts.add(concept.id());
                pairs.add("select " + place + " as place, " + concept.id() + " as concept_id");
            }
        }
        NativeQuery<?> query = sessions.getCurrentSession()
                .createNativeQuery("select i.place as place, count(distinct r.patient_id) as patients from ("
                        + among.sql() + ") who join (" + source + ") r on r.patient_id = who.patient_id join ("
                        + String.join(" union all ", pairs) + ") i on i.concept_id = r.concept_id group by i.place")
                .addScalar("place", StandardBasicTypes.INTEGER)
                .addScalar("patients", StandardBasicTypes.LONG)
                .setParameterList("concepts", concepts);
        QueryParameters.bind(query, among.parameters());
        for (Object row : query.list()) {
            Object[] values = (Object[]) row;
            counts.put(definitions.get((Integer) values[0]).id(), PatientCount.of((Long) values[1]));
        }
        return counts;
    }

    private long all(PermittedPatients.Selection among) {
        NativeQuery<?> query = sessions.getCurrentSession()
                .createNativeQuery("select count(*) as patients from (" + among.sql() + ") who")
                .addScalar("patients", StandardBasicTypes.LONG);
        QueryParameters.bind(query, among.parameters());
        return (Long) query.uniqueResult();
    }
}
