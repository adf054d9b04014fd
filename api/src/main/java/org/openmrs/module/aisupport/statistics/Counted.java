/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.consent.PermittedPatients;
import org.openmrs.module.aisupport.consent.Purpose;

/**
 * What may be counted, as a query to stand inside others: suggestions of patients whose consent to {@code quality} holds now, made since
 * it has held without a break (C1, {@link StandingYes}), in weeks that are over. What is about a sensitive topic is left out, unless the patient said that it may
 * be counted too, and from when that has held without a break (C10).
 */
final class Counted {

    private static final String WEEK = "(%s - " + Week.ORIGIN_MICROS + ") div " + Week.MICROS;
    private static final String WHO =
            "select q.patient_id, q.patient_uuid, q.includes_sensitive, (%s) as since%s from (%s) q";
    private static final String RULE = "case when s.engine in (:enginesWithRules) then s.rule else '' end";

    /** A new decision needs that the one before was undone, so at most one stands. */
    private static final String DECISION = " left join aisupport_decision d on d.suggestion_uuid = s.uuid"
            + " and d.decided_micros < :end and not exists (select 1 from aisupport_undo b"
            + " where b.decision_uuid = d.uuid and b.undone_micros < :end)";

    /** The suggestion doesn't keep when it went, but the audit does. */
    private static final String GONE_SINCE = " left join (select distinct a.suggestion_uuid from aisupport_audit a"
            + " where a.at_micros >= :end and a.kind in ('SUGGESTION_SUPERSEDED', 'SUGGESTION_WITHDRAWN')) g"
            + " on g.suggestion_uuid = s.uuid";

    private static final String STATUS = "case when d.uuid is not null then d.outcome"
            + " when s.status in ('SUPERSEDED', 'WITHDRAWN') and g.suggestion_uuid is null then s.status else 'OPEN' end";

    private final String permittedNow;
    private final String who;
    private final boolean nothingIsSensitive;
    private final Map<String, Object> parameters;

    /** @param end the first week that is not over */
    Counted(PermittedPatients permitted, CountedRules.Now rules, Week end) {
        PermittedPatients.Selection selection = permitted.now(Purpose.QUALITY);
        permittedNow = selection.sql();
        nothingIsSensitive = rules.all();
        who = String.format(
                WHO,
                StandingYes.since("q"),
                nothingIsSensitive ? "" : ", (" + StandingYes.sinceWithSensitive("q") + ") as since_sensitive",
                permittedNow);
        parameters = new HashMap<>(selection.parameters());
        parameters.put("end", end.beginsAtMicros());
        parameters.put("enginesWithRules", orNone(rules.enginesWithRules()));
        if (!nothingIsSensitive) {
            parameters.put(
                    "plain", orNone(rules.plain().stream().map(Counted::joined).collect(Collectors.toSet())));
        }
    }

    /** Of those, the ones that a statement around one of these names; Hibernate takes no others. */
    Map<String, Object> parameters(String sql) {
        Map<String, Object> named = new HashMap<>(parameters);
        named.keySet()
                .removeIf(name ->
                        !Pattern.compile(":" + name + "\\b").matcher(sql).find());
        return named;
    }

    /** One row a patient who may be counted, whether or not anything was suggested. */
    String patients() {
        return permittedNow;
    }

    /**
     * One row a suggestion: {@code encounter_uuid, run_uuid, suggestion_id, uuid, patient_id, engine, rule, week, status, created_micros}, and where it is decided
     * {@code decided_micros, override_reason}. As it stood when the last whole week ended: what was done since would tell who has just
     * been in.
     */
    String suggestions() {
        return "select s.suggestion_id, s.uuid, s.patient_id, s.engine, " + RULE + " as rule, "
                + week("s.created_micros") + " as week, s.encounter_uuid, s.run_uuid, " + STATUS
                + " as status, s.created_micros,"
                + " d.decided_micros, d.override_reason"
                + " from (" + who + ") w join aisupport_suggestion s on s.patient_id = w.patient_id"
                + " and s.patient_uuid = w.patient_uuid" + DECISION + GONE_SINCE
                + " where s.created_micros >= w.since and s.created_micros < :end" + unlessSensitive();
    }

    private String unlessSensitive() {
        return nothingIsSensitive
                ? ""
                : " and (w.includes_sensitive and s.created_micros >= w.since_sensitive or concat(s.engine, '/', "
                        + RULE + ") in (:plain))";
    }

    private static String week(String micros) {
        return String.format(WEEK, micros);
    }

    private static String joined(RuleKey key) {
        return key.engine() + "/" + key.rule();
    }

    /** A list in SQL can't be empty; nothing is called nothing. */
    private static Collection<String> orNone(Collection<String> names) {
        return names.isEmpty() ? List.of("") : names;
    }
}
