/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.openmrs.module.aisupport.persistence.QueryParameters;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;

/**
 * The gate's one query: last words, merged records, person attribute, life, and the two settings that matter, of one patient, in one
 * statement, so that they all are of the same moment. SQL and not HQL, since it must see past every cache and filter, and since merges
 * form a chain. Each table is reached through an index: {@code person_merge_log} by winner, the others by key or person. Needs recursive
 * common table expressions (MariaDB 10.2, MySQL 8.0).
 */
public class GateQuery {

    static final String SQL = MergedRecords.CHAIN
            + " select " + GateRow.columns()
            + " from one"
            + " left join person p on p.person_id = one.person_id"
            + " left join patient pt on pt.patient_id = one.person_id"
            + " left join aisupport_consent_state s on s.patient_id = one.person_id and s.purpose in (:purposes)"
            + " left join person_attribute_type t on t.uuid = :type and one.depth = 0"
            + " left join person_attribute a on a.person_id = one.person_id"
            + " and a.person_attribute_type_id = t.person_attribute_type_id and a.voided = false";

    private final SessionFactory sessions;

    public GateQuery(SessionFactory sessions) {
        this.sessions = sessions;
    }

    GateReading read(PatientRef patient, Collection<Purpose> purposes) {
        List<GateRow> rows = rows(patient, purposes);
        List<GateRow> own = rows.stream().filter(row -> row.depth() == 0).toList();
        GateRow first = own.get(0);
        return new GateReading(
                first.person(patient),
                standings(own, patient.uuid()),
                merged(rows),
                saysYes(own),
                AdultAge.of(first.text(GateRow.Column.ADULT_AGE)));
    }

    static Map<String, Object> parameters(PatientRef patient, Collection<Purpose> purposes) {
        return Map.of(
                "patient", patient.id(),
                "type", ConsentMirror.ATTRIBUTE_TYPE,
                "yesSetting", Setting.CONSENT_YES_CONCEPT.property(),
                "ownYes", ConsentMirror.YES_CONCEPT,
                "ageSetting", Setting.CONSENT_ADULT_AGE.property(),
                "purposes", purposes.stream().map(Purpose::id).toList());
    }

    private List<GateRow> rows(PatientRef patient, Collection<Purpose> purposes) {
        NativeQuery<?> query =
                sessions.getCurrentSession().createNativeQuery(SQL).addSynchronizedEntityClass(ConsentState.class);
        QueryParameters.bind(query, parameters(patient, purposes));
        for (GateRow.Column column : GateRow.Column.values()) {
            query.addScalar(column.alias(), column.type);
        }
        return query.list().stream().map(row -> new GateRow((Object[]) row)).toList();
    }

    private static Map<Purpose, Standing> standings(List<GateRow> rows, String uuid) {
        Map<Purpose, Standing> standings = new EnumMap<>(Purpose.class);
        // A database may give the id of a purged patient to a new one, to whom no word of the old one belongs.
        rows.stream()
                .filter(row -> row.text(GateRow.Column.STATE_OF)
                        .filter(uuid::equalsIgnoreCase)
                        .isPresent())
                .map(GateRow::standing)
                .forEach(standing -> standings.put(standing.purpose(), standing));
        return standings;
    }

    private static List<GateReading.Merged> merged(List<GateRow> rows) {
        Map<String, List<GateRow>> byMerge = new LinkedHashMap<>();
        rows.stream().filter(row -> row.depth() > 0).forEach(row -> byMerge.computeIfAbsent(
                        row.merge(), merge -> new ArrayList<>())
                .add(row));
        return byMerge.values().stream().map(GateQuery::mergedRecord).toList();
    }

    private static GateReading.Merged mergedRecord(List<GateRow> rows) {
        GateRow first = rows.get(0);
        Map<Purpose, Standing> standings =
                first.depth() == MergedRecords.LONGEST_CHAIN // what lies beyond counts as never said
                        ? Map.of()
                        : standings(rows, first.text(GateRow.Column.UUID).orElse(""));
        return new GateReading.Merged(((Timestamp) first.get(GateRow.Column.MERGED_AT)).toInstant(), standings);
    }

    /** The one answer of the attribute is the concept that means yes; most clients store its id, some its uuid. */
    private static boolean saysYes(List<GateRow> own) {
        List<String> answers = own.stream()
                .filter(row -> row.get(GateRow.Column.ATTRIBUTE_ID) != null)
                .collect(Collectors.toMap(
                        row -> row.get(GateRow.Column.ATTRIBUTE_ID),
                        row -> row.text(GateRow.Column.ANSWER).orElse(""),
                        (same, again) -> same))
                .values()
                .stream()
                .toList();
        GateRow first = own.get(0);
        Object yes = first.get(GateRow.Column.YES_ID);
        String yesUuid = first.text(GateRow.Column.YES_SETTING)
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .orElse(ConsentMirror.YES_CONCEPT);
        return yes != null
                && answers.size() == 1
                && List.of(yes.toString(), yesUuid).contains(answers.get(0));
    }
}
