/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.openmrs.module.aisupport.persistence.QueryParameters;

/**
 * Counts inside the database, week by week: two statements, however many suggestions there are. What comes out is a row for each rule and
 * week, with the ids of at most five patients, which {@link Group} needs to tell one patient twice from two. Only functions that MariaDB
 * and MySQL 8 both have.
 */
public class WeeklyCounts {

    private static final String SOMEBODY = "substring_index(group_concat(distinct %s), ',', " + Group.LEAST + ")";

    /** Null where nobody was shown the suggestion before it was decided on. */
    static final String TAKEN =
            "case when c.decided_micros >= v.shown_micros then c.decided_micros - v.shown_micros end";

    static final String WITH_SHOWING = " left join aisupport_suggestion_shown v on v.suggestion_id = c.suggestion_id"
            + " and v.shown_micros < :end";

    private static final List<String> OUTCOMES = List.of(
            "count(*)",
            "count(v.suggestion_id)",
            "sum(c.status = 'ACCEPTED')",
            "sum(c.status = 'ACCEPTED_WITH_EDITS')",
            "sum(c.status = 'REJECTED')",
            "sum(c.status = 'OPEN' and c.created_micros >= :due)",
            "sum(c.status = 'OPEN' and c.created_micros < :due)",
            "sum(c.status = 'SUPERSEDED')",
            "sum(c.status = 'WITHDRAWN')",
            "coalesce(sum(u.times), 0)");

    private static final List<String> PACE =
            List.of("count(" + TAKEN + ")", "coalesce(sum(" + TAKEN + " < " + Pace.FAST_MICROS + "), 0)");

    private static final String UNDONE = " left join (select x.suggestion_uuid, count(*) as times from aisupport_undo y"
            + " join aisupport_decision x on x.uuid = y.decision_uuid where y.undone_micros < :end group by x.suggestion_uuid) u"
            + " on u.suggestion_uuid = c.uuid";

    private final SessionFactory sessions;

    public WeeklyCounts(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Cells by rule, each in the order of its weeks. */
    record OfRules(Map<RuleKey, List<Cell<Outcomes>>> outcomes, Map<RuleKey, List<Cell<Pace>>> paces) {}

    record ReasonKey(RuleKey rule, String code) {}

    /** How many may be counted, whether or not anything was suggested. */
    long patients(Counted counted) {
        String sql = "select count(*) as patients from (" + counted.patients() + ") p";
        return (Long) query(sql, counted)
                .addScalar("patients", StandardBasicTypes.LONG)
                .uniqueResult();
    }

    /** @param due in microseconds; what is undecided and older is unreviewed */
    OfRules ofRules(Counted counted, long due) {
        List<String> columns = new ArrayList<>(OUTCOMES);
        columns.addAll(PACE);
        String sql = "select c.engine as engine, c.rule as rule, c.week as week, "
                + somebody("c.patient_id") + " as anybody, "
                + somebody("case when " + TAKEN + " is not null then c.patient_id end") + " as timed, "
                + numbered(columns)
                + " from (" + counted.suggestions() + ") c" + WITH_SHOWING + UNDONE
                + " group by c.engine, c.rule, c.week order by c.week";
        NativeQuery<?> query = query(sql, counted).setParameter("due", due);
        scalars(query, List.of("engine", "rule"), List.of("anybody", "timed"), columns.size());
        Map<RuleKey, List<Cell<Outcomes>>> outcomes = new LinkedHashMap<>();
        Map<RuleKey, List<Cell<Pace>>> paces = new LinkedHashMap<>();
        for (Row row : rows(query)) {
            RuleKey key = new RuleKey(row.text(0), row.text(1));
            Week week = new Week(row.number(2));
            add(outcomes, key, new Cell<>(week, row.patients(3), outcomes(row, 5)));
            Pace pace = new Pace(row.number(5 + OUTCOMES.size()), row.number(6 + OUTCOMES.size()));
            if (pace.decisions() > 0) {
                add(paces, key, new Cell<>(week, row.patients(4), pace));
            }
        }
        return new OfRules(outcomes, paces);
    }

    /** Why suggestions were rejected. */
    Map<ReasonKey, List<Cell<Count>>> ofReasons(Counted counted) {
        String sql = "select c.engine as engine, c.rule as rule, coalesce(c.override_reason, '') as reason,"
                + " c.week as week, " + somebody("c.patient_id") + " as anybody, " + numbered(List.of("count(*)"))
                + " from (" + counted.suggestions() + ") c"
                + " where c.status = 'REJECTED' group by c.engine, c.rule, reason, c.week order by c.week";
        return cells(
                scalars(query(sql, counted), List.of("engine", "rule", "reason"), List.of("anybody"), 1),
                3,
                row -> new ReasonKey(new RuleKey(row.text(0), row.text(1)), row.text(2)));
    }

    private static <K> Map<K, List<Cell<Count>>> cells(NativeQuery<?> query, int week, Function<Row, K> key) {
        Map<K, List<Cell<Count>>> cells = new LinkedHashMap<>();
        for (Row row : rows(query)) {
            Count count = new Count(row.number(week + 2));
            add(cells, key.apply(row), new Cell<>(new Week(row.number(week)), row.patients(week + 1), count));
        }
        return cells;
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    }

    private static Outcomes outcomes(Row row, int from) {
        return new Outcomes(
                row.number(from),
                row.number(from + 1),
                row.number(from + 2),
                row.number(from + 3),
                row.number(from + 4),
                row.number(from + 5),
                row.number(from + 6),
                row.number(from + 7),
                row.number(from + 8),
                row.number(from + 9));
    }

    private NativeQuery<?> query(String sql, Counted counted) {
        NativeQuery<?> query = sessions.getCurrentSession().createNativeQuery(sql);
        QueryParameters.bind(query, counted.parameters(sql));
        return query;
    }

    private static NativeQuery<?> scalars(NativeQuery<?> query, List<String> keys, List<String> patients, int numbers) {
        keys.forEach(key -> query.addScalar(key, StandardBasicTypes.STRING));
        query.addScalar("week", StandardBasicTypes.LONG);
        patients.forEach(ids -> query.addScalar(ids, StandardBasicTypes.STRING));
        for (int place = 0; place < numbers; place++) {
            query.addScalar("n" + place, StandardBasicTypes.LONG);
        }
        return query;
    }

    private static String numbered(List<String> columns) {
        List<String> named = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            named.add(columns.get(place) + " as n" + place);
        }
        return String.join(", ", named);
    }

    private static String somebody(String patient) {
        return String.format(SOMEBODY, patient);
    }

    private static List<Row> rows(NativeQuery<?> query) {
        return query.list().stream().map(row -> new Row((Object[]) row)).toList();
    }

    private record Row(Object[] values) {
        String text(int place) {
            return (String) values[place];
        }

        long number(int place) {
            return (Long) values[place];
        }

        Set<Integer> patients(int place) {
            String ids = text(place);
            return ids == null
                    ? Set.of()
                    : Arrays.stream(ids.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
        }
    }
}
