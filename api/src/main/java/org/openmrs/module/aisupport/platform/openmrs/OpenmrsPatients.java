/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.platform.Sex;

/** Patients by projection: HQL, so that modules which restrict rows by filters do so here too; no entity, so that no cache answers. */
public class OpenmrsPatients implements Patients {

    private static final String FACTS =
            "select p.patientId, p.uuid, p.gender, p.birthdate, p.dead from Patient p where ";

    private final SessionFactory sessions;
    private final PersonNames names;

    public OpenmrsPatients(SessionFactory sessions, PersonNames names) {
        this.sessions = sessions;
        this.names = names;
    }

    @Override
    public Optional<PatientRecord> byUuid(String uuid) {
        return one(FACTS + "p.uuid = :key and p.voided = false", uuid);
    }

    @Override
    public Optional<PatientRecord> byId(int id) {
        return one(FACTS + "p.patientId = :key and p.voided = false", id);
    }

    @Override
    public Optional<PatientRecord> byUuidEvenVoided(String uuid) {
        return one(FACTS + "p.uuid = :key", uuid);
    }

    @Override
    public Optional<PatientRef> findEvenVoided(String uuid) {
        return sessions
                .getCurrentSession()
                .createQuery("select p.patientId, p.uuid from Patient p where p.uuid = :uuid", Object[].class)
                .setParameter("uuid", uuid)
                .list()
                .stream()
                .findFirst()
                // as the record has it: the database finds it in whatever case it was asked for
                .map(row -> new PatientRef((Integer) row[0], (String) row[1]));
    }

    @Override
    public boolean isMergedAway(PatientRef patient) {
        return sessions.getCurrentSession()
                        .createQuery(
                                "select count(m.uuid) from PersonMergeLog m, Patient p where m.voided = false"
                                        + " and m.loser.personId = :patient and p.patientId = :patient"
                                        + " and p.voided = true",
                                Long.class)
                        .setParameter("patient", patient.id())
                        .uniqueResult()
                > 0;
    }

    @Override
    public Map<Integer, String> names(Collection<Integer> ids) {
        return names.of(ids);
    }

    @Override
    public boolean hasEncounter(PatientRef patient, String encounterUuid) {
        return has(
                "select count(e.uuid) from Encounter e where e.uuid = :uuid and e.voided = false"
                        + " and e.patient.patientId = :patient",
                patient,
                encounterUuid);
    }

    @Override
    public boolean hasVisit(PatientRef patient, String visitUuid) {
        return has(
                "select count(v.uuid) from Visit v where v.uuid = :uuid and v.voided = false"
                        + " and v.patient.patientId = :patient",
                patient,
                visitUuid);
    }

    private boolean has(String hql, PatientRef patient, String uuid) {
        return sessions.getCurrentSession()
                        .createQuery(hql, Long.class)
                        .setParameter("uuid", uuid)
                        .setParameter("patient", patient.id())
                        .uniqueResult()
                > 0;
    }

    private Optional<PatientRecord> one(String hql, Object key) {
        List<Object[]> rows = sessions.getCurrentSession()
                .createQuery(hql, Object[].class)
                .setParameter("key", key)
                .list();
        return rows.stream().findFirst().map(this::record);
    }

    private PatientRecord record(Object[] row) {
        int id = (Integer) row[0];
        return new PatientRecord(
                new PatientRef(id, (String) row[1]),
                names.of(id),
                Sex.ofGender((String) row[2]),
                Optional.ofNullable((java.util.Date) row[3]).map(OpenmrsPatients::day),
                Boolean.TRUE.equals(row[4]));
    }

    /** A date without time of day has no instant, and says so by throwing when asked for one. */
    private static LocalDate day(java.util.Date date) {
        return date instanceof Date plain
                ? plain.toLocalDate()
                : Instant.ofEpochMilli(date.getTime())
                        .atZone(ZoneId.systemDefault())
                        .toLocalDate();
    }
}
