/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.BasicType;
import org.hibernate.type.StandardBasicTypes;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
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
            + " select " + columns()
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
        List<Row> rows = rows(patient, purposes);
        List<Row> own = rows.stream().filter(row -> row.depth() == 0).toList();
        Row first = own.get(0);
        return new GateReading(
                first.person(patient),
                standings(own, patient.uuid()),
                merged(rows),
                saysYes(own),
                AdultAge.of(first.text(Column.ADULT_AGE)));
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

    private List<Row> rows(PatientRef patient, Collection<Purpose> purposes) {
        NativeQuery<?> query =
                sessions.getCurrentSession().createNativeQuery(SQL).addSynchronizedEntityClass(ConsentState.class);
        parameters(patient, purposes).forEach((name, value) -> {
            if (value instanceof Collection<?> many) {
                query.setParameterList(name, many);
            } else {
                query.setParameter(name, value);
            }
        });
        for (Column column : Column.values()) {
            query.addScalar(column.alias(), column.type);
        }
        return query.list().stream().map(row -> new Row((Object[]) row)).toList();
    }

    private static Map<Purpose, Standing> standings(List<Row> rows, String uuid) {
        Map<Purpose, Standing> standings = new EnumMap<>(Purpose.class);
        // A database may give the id of a purged patient to a new one, to whom no word of the old one belongs.
        rows.stream()
                .filter(row ->
                        row.text(Column.STATE_OF).filter(uuid::equalsIgnoreCase).isPresent())
                .map(Row::standing)
                .forEach(standing -> standings.put(standing.purpose(), standing));
        return standings;
    }

    private static List<GateReading.Merged> merged(List<Row> rows) {
        Map<String, List<Row>> byMerge = new LinkedHashMap<>();
        rows.stream().filter(row -> row.depth() > 0).forEach(row -> byMerge.computeIfAbsent(
                        row.merge(), merge -> new ArrayList<>())
                .add(row));
        return byMerge.values().stream().map(GateQuery::mergedRecord).toList();
    }

    private static GateReading.Merged mergedRecord(List<Row> rows) {
        Row first = rows.get(0);
        Map<Purpose, Standing> standings =
                first.depth() == MergedRecords.LONGEST_CHAIN // what lies beyond counts as never said
                        ? Map.of()
                        : standings(rows, first.text(Column.UUID).orElse(""));
        return new GateReading.Merged(((Timestamp) first.get(Column.MERGED_AT)).toInstant(), standings);
    }

    /** The one answer of the attribute is the concept that means yes; most clients store its id, some its uuid. */
    private static boolean saysYes(List<Row> own) {
        List<String> answers = own.stream()
                .filter(row -> row.get(Column.ATTRIBUTE_ID) != null)
                .collect(Collectors.toMap(
                        row -> row.get(Column.ATTRIBUTE_ID),
                        row -> row.text(Column.ANSWER).orElse(""),
                        (same, again) -> same))
                .values()
                .stream()
                .toList();
        Row first = own.get(0);
        Object yes = first.get(Column.YES_ID);
        String yesUuid = first.text(Column.YES_SETTING)
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .orElse(ConsentMirror.YES_CONCEPT);
        return yes != null
                && answers.size() == 1
                && List.of(yes.toString(), yesUuid).contains(answers.get(0));
    }

    private static String columns() {
        return String.join(
                ", ",
                Arrays.stream(Column.values())
                        .map(column -> column.sql + " as " + column.alias())
                        .toList());
    }

    /** What the query answers, in its order. */
    private enum Column {
        PERSON_ID("one.person_id", StandardBasicTypes.INTEGER),
        MERGED_AT("one.merged_at", StandardBasicTypes.TIMESTAMP),
        DEPTH("one.depth", StandardBasicTypes.INTEGER),
        UUID("p.uuid", StandardBasicTypes.STRING),
        BORN("p.birthdate", StandardBasicTypes.DATE),
        DEAD("p.dead", StandardBasicTypes.BOOLEAN),
        VOIDED("pt.voided", StandardBasicTypes.BOOLEAN),
        STATE_OF("s.patient_uuid", StandardBasicTypes.STRING),
        PURPOSE("s.purpose", StandardBasicTypes.STRING),
        STATUS("s.status", StandardBasicTypes.STRING),
        REASON("s.reason", StandardBasicTypes.STRING),
        SENSITIVE("s.includes_sensitive", StandardBasicTypes.BOOLEAN),
        SINCE("s.since_micros", StandardBasicTypes.LONG),
        RECORDED("s.recorded_micros", StandardBasicTypes.LONG),
        EXPIRES("s.expires_micros", StandardBasicTypes.LONG),
        LEAFLET("s.leaflet_version", StandardBasicTypes.STRING),
        GIVER("s.giver_role", StandardBasicTypes.STRING),
        EVENT("s.event_uuid", StandardBasicTypes.STRING),
        ATTRIBUTE_ID("a.person_attribute_id", StandardBasicTypes.INTEGER),
        ANSWER("a.value", StandardBasicTypes.STRING),
        YES_SETTING(
                "(select y.property_value from global_property y where y.property = :yesSetting)",
                StandardBasicTypes.STRING),
        YES_ID(
                "(select c.concept_id from concept c where c.uuid = coalesce((select"
                        + " nullif(trim(x.property_value), '') from global_property x where x.property = :yesSetting),"
                        + " :ownYes))",
                StandardBasicTypes.INTEGER),
        ADULT_AGE(
                "(select g.property_value from global_property g where g.property = :ageSetting)",
                StandardBasicTypes.STRING);

        private final String sql;
        private final BasicType type;

        Column(String sql, BasicType type) {
            this.sql = sql;
            this.type = type;
        }

        private String alias() {
            return "c_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private record Row(Object[] values) {

        Object get(Column column) {
            return values[column.ordinal()];
        }

        Optional<String> text(Column column) {
            return Optional.ofNullable((String) get(column));
        }

        int depth() {
            return (Integer) get(Column.DEPTH);
        }

        String merge() {
            return get(Column.PERSON_ID) + " at depth " + depth() + ", " + get(Column.MERGED_AT);
        }

        /** Empty for a record that is voided, no patient's, or another's than was asked for. */
        Optional<GateReading.Person> person(PatientRef patient) {
            boolean stands =
                    text(Column.UUID).equals(Optional.of(patient.uuid())) && Boolean.FALSE.equals(get(Column.VOIDED));
            return stands
                    ? Optional.of(new GateReading.Person(!Boolean.FALSE.equals(get(Column.DEAD)), born()))
                    : Optional.empty();
        }

        private Optional<LocalDate> born() {
            return Optional.ofNullable((java.util.Date) get(Column.BORN))
                    .map(date -> new java.sql.Date(date.getTime()).toLocalDate());
        }

        Standing standing() {
            return new Standing(
                    Purpose.ofId(text(Column.PURPOSE).orElseThrow()).orElseThrow(),
                    ConsentStatus.valueOf(text(Column.STATUS).orElseThrow()),
                    text(Column.REASON).map(DenialReason::valueOf),
                    Boolean.TRUE.equals(get(Column.SENSITIVE)),
                    instant(Column.SINCE),
                    instant(Column.RECORDED),
                    instant(Column.EXPIRES),
                    text(Column.LEAFLET),
                    text(Column.GIVER).map(Giver.Role::valueOf),
                    text(Column.EVENT));
        }

        private Optional<Instant> instant(Column micros) {
            return Optional.ofNullable(new MicrosConverter().convertToEntityAttribute((Long) get(micros)));
        }
    }
}
