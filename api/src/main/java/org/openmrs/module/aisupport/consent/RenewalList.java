/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.openmrs.module.aisupport.Privileges;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;

/** Whom the practice may want to ask again: grants that end soon, and those that ended or wait without anybody having said no. */
public class RenewalList {

    private static final String DUE = " from aisupport_consent_state s"
            + " join person p on p.person_id = s.patient_id and p.uuid = s.patient_uuid and p.dead = false"
            + " join patient pt on pt.patient_id = s.patient_id and pt.voided = false"
            + " where (s.status = 'GRANTED' and s.expires_micros < :until)"
            + " or s.status in ('EXPIRED', 'LAPSED', 'PENDING')";

    private final SessionFactory sessions;
    private final Patients patients;
    private final CurrentUser user;
    private final Clock clock;

    public RenewalList(SessionFactory sessions, Patients patients, CurrentUser user, Clock clock) {
        this.sessions = sessions;
        this.patients = patients;
        this.user = user;
        this.clock = clock;
    }

    /** The soonest ends first; then what has ended or waits. */
    RenewalPage page(RenewalQuery query) {
        long until = new MicrosConverter()
                .convertToDatabaseColumn(clock.instant().plus(Duration.ofDays(query.withinDays())));
        List<Object[]> rows = rows(query, until);
        Map<Integer, String> names = user.may(Privileges.GET_PATIENTS)
                ? patients.names(rows.stream().map(row -> (Integer) row[0]).toList())
                : Map.of();
        return new RenewalPage(rows.stream().map(row -> renewal(row, names)).toList(), count(until));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(RenewalQuery query, long until) {
        return (List<Object[]>) columns(sessions.getCurrentSession()
                        .createNativeQuery("select s.patient_id as id, s.patient_uuid as uuid, s.purpose as purpose,"
                                + " s.status as status, s.reason as reason, s.since_micros as since,"
                                + " s.expires_micros as expires" + DUE
                                + " order by s.expires_micros is null, s.expires_micros, s.consent_state_id"))
                .setParameter("until", until)
                .setFirstResult(query.startIndex())
                .setMaxResults(query.limit())
                .list();
    }

    private static NativeQuery<?> columns(NativeQuery<?> query) {
        return query.addScalar("id", StandardBasicTypes.INTEGER)
                .addScalar("uuid", StandardBasicTypes.STRING)
                .addScalar("purpose", StandardBasicTypes.STRING)
                .addScalar("status", StandardBasicTypes.STRING)
                .addScalar("reason", StandardBasicTypes.STRING)
                .addScalar("since", StandardBasicTypes.LONG)
                .addScalar("expires", StandardBasicTypes.LONG);
    }

    private long count(long until) {
        return ((Number) sessions.getCurrentSession()
                        .createNativeQuery("select count(*)" + DUE)
                        .setParameter("until", until)
                        .uniqueResult())
                .longValue();
    }

    private Renewal renewal(Object[] row, Map<Integer, String> names) {
        Standing standing = Standing.stored(
                Purpose.ofId((String) row[2]).orElseThrow(),
                (String) row[3],
                (String) row[4],
                null,
                new Standing.Terms(
                        false, instant(row[5]), Optional.empty(), instant(row[6]), Optional.empty(), Optional.empty()));
        return new Renewal(
                new PatientRef((Integer) row[0], (String) row[1]),
                names.getOrDefault((Integer) row[0], ""),
                standing.purpose(),
                standing.statusAt(clock.instant()),
                standing.reason(),
                standing.since(),
                standing.expiresAt());
    }

    private static Optional<Instant> instant(Object micros) {
        return Optional.ofNullable(new MicrosConverter().convertToEntityAttribute((Long) micros));
    }
}
