/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.openmrs.module.aisupport.persistence.QueryParameters;

/**
 * Quartiles of the time to decide, in one statement for all rules and one for all engines. By rank, since MySQL has no function for a median: the value
 * that a quarter of all values, rounded up, do not exceed.
 */
public class DecisionTimes {

    private static final String OF_RULE = "t.engine, t.rule";
    private static final String OF_ENGINE = "t.engine";

    private final SessionFactory sessions;

    public DecisionTimes(SessionFactory sessions) {
        this.sessions = sessions;
    }

    record Found(Map<RuleKey, Quartiles> ofRules, Map<String, Quartiles> ofEngines) {}

    /** @param told what may be told of each rule; of others nothing is read */
    Found read(Counted counted, Map<RuleKey, ToldWeeks.Between> told) {
        if (told.isEmpty()) {
            return new Found(Map.of(), Map.of());
        }
        // One statement each: MariaDB ranks wrongly where two windows of one statement cut the rows in two ways.
        return new Found(
                quartiles(counted, told, OF_RULE, row -> new RuleKey((String) row[0], (String) row[1])),
                quartiles(counted, told, OF_ENGINE, row -> (String) row[0]));
    }

    private <K> Map<K, Quartiles> quartiles(
            Counted counted, Map<RuleKey, ToldWeeks.Between> told, String of, Function<Object[], K> key) {
        ToldWeeks weeks = new ToldWeeks(told, "c");
        String sql = sql(counted, weeks, of);
        NativeQuery<?> query = sessions.getCurrentSession()
                .createNativeQuery(sql)
                .addScalar("engine", StandardBasicTypes.STRING)
                .addScalar("rule", StandardBasicTypes.STRING)
                .addScalar("taken", StandardBasicTypes.LONG)
                .addScalar("place", StandardBasicTypes.LONG)
                .addScalar("size", StandardBasicTypes.LONG);
        QueryParameters.bind(query, counted.parameters(sql));
        QueryParameters.bind(query, weeks.parameters());
        Map<K, Map<Long, Duration>> byPlace = new HashMap<>();
        Map<K, Long> sizes = new HashMap<>();
        for (Object found : query.list()) {
            Object[] row = (Object[]) found;
            byPlace.computeIfAbsent(key.apply(row), none -> new HashMap<>())
                    .put((Long) row[3], Duration.of((Long) row[2], ChronoUnit.MICROS));
            sizes.put(key.apply(row), (Long) row[4]);
        }
        Map<K, Quartiles> quartiles = new HashMap<>();
        sizes.forEach((one, size) -> quartiles.put(one, quartiles(byPlace.get(one), size)));
        return quartiles;
    }

    private static Quartiles quartiles(Map<Long, Duration> byPlace, long size) {
        return new Quartiles(byPlace.get((size + 3) / 4), byPlace.get((size + 1) / 2), byPlace.get((3 * size + 3) / 4));
    }

    private static String sql(Counted counted, ToldWeeks weeks, String of) {
        String taken = "select c.engine, c.rule, " + WeeklyCounts.TAKEN + " as taken"
                + " from (" + counted.suggestions() + ") c" + WeeklyCounts.WITH_SHOWING
                + " where " + weeks.sql();
        return "select q.engine, q.rule, q.taken, q.place, q.size from (select t.engine, t.rule, t.taken,"
                + " row_number() over (partition by " + of + " order by t.taken) as place,"
                + " count(*) over (partition by " + of + ") as size"
                + " from (" + taken + ") t where t.taken is not null) q"
                + " where q.place in ((q.size + 3) div 4, (q.size + 1) div 2, (3 * q.size + 3) div 4)";
    }
}
