/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.openmrs.module.aisupport.persistence.QueryParameters;

/**
 * In how many consultations something was suggested: encounters, or where none was named visits, or else the single times that a GP had
 * suggestions made. Only of what is told, in one statement; were others among them, they could be reckoned from it.
 */
public class Consultations {

    private static final String CONSULTATION = "coalesce(c.encounter_uuid, r.visit_uuid, c.run_uuid)";

    private final SessionFactory sessions;

    public Consultations(SessionFactory sessions) {
        this.sessions = sessions;
    }

    record Found(Map<RuleKey, Long> ofRules, Map<String, Long> ofEngines) {}

    /** @param told what may be told of each rule; of others nothing is read */
    Found read(Counted counted, Map<RuleKey, ToldWeeks.Between> told) {
        Found found = new Found(new HashMap<>(), new HashMap<>());
        if (told.isEmpty()) {
            return found;
        }
        ToldWeeks weeks = new ToldWeeks(told, "c");
        String sql = "select c.engine as engine, c.rule as rule, count(distinct " + CONSULTATION + ") as times"
                + " from (" + counted.suggestions() + ") c left join aisupport_run r on r.uuid = c.run_uuid"
                + " where " + weeks.sql() + " group by c.engine, c.rule with rollup";
        NativeQuery<?> query = sessions.getCurrentSession()
                .createNativeQuery(sql)
                .addScalar("engine", StandardBasicTypes.STRING)
                .addScalar("rule", StandardBasicTypes.STRING)
                .addScalar("times", StandardBasicTypes.LONG);
        QueryParameters.bind(query, counted.parameters(sql));
        QueryParameters.bind(query, weeks.parameters());
        for (Object each : query.list()) {
            Object[] row = (Object[]) each;
            add(found, (String) row[0], (String) row[1], (Long) row[2]);
        }
        return found;
    }

    /** Of a sum the database leaves out what it is a sum over: the rule, and for all engines together the engine too. */
    private static void add(Found found, String engine, String rule, Long times) {
        if (rule != null) {
            found.ofRules.put(new RuleKey(engine, rule), times);
        } else if (engine != null) {
            found.ofEngines.put(engine, times);
        }
    }
}
