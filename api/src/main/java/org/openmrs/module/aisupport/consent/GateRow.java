/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.type.BasicType;
import org.hibernate.type.StandardBasicTypes;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.PatientRef;

/** One row of the gate's answer: one record, with one purpose of it and one answer of its attribute. */
record GateRow(Object[] values) {

    /** What to select. */
    static String columns() {
        return String.join(
                ", ",
                Arrays.stream(Column.values())
                        .map(column -> column.sql + " as " + column.alias())
                        .toList());
    }

    /** What the query answers, in its order. */
    enum Column {
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
        final BasicType type;

        Column(String sql, BasicType type) {
            this.sql = sql;
            this.type = type;
        }

        String alias() {
            return "c_" + name().toLowerCase(Locale.ROOT);
        }
    }

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
        return Standing.stored(
                Purpose.ofId(text(Column.PURPOSE).orElseThrow()).orElseThrow(),
                text(Column.STATUS).orElse(""),
                text(Column.REASON).orElse(null),
                text(Column.GIVER).orElse(null),
                new Standing.Terms(
                        Boolean.TRUE.equals(get(Column.SENSITIVE)),
                        instant(Column.SINCE),
                        instant(Column.RECORDED),
                        instant(Column.EXPIRES),
                        text(Column.LEAFLET),
                        text(Column.EVENT)));
    }

    private Optional<Instant> instant(Column micros) {
        return Optional.ofNullable(new MicrosConverter().convertToEntityAttribute((Long) get(micros)));
    }
}
