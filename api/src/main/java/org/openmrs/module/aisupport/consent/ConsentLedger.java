/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockOptions;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.PatientRef;

/** The rows of the ledger and its last words. Nothing here changes an event. */
public class ConsentLedger {

    private final SessionFactory sessions;

    public ConsentLedger(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Locks the last word for each purpose until the transaction ends, so that no result is kept while consent ends, and no
     * consent ends unseen. Must come before the transaction's first ordinary read: MariaDB would show that read, and all
     * later ones, the rows as they were before the lock was waited for.
     */
    public void lock(PatientRef patient, Collection<Purpose> purposes) {
        purposes.stream().sorted().forEach(purpose -> lockState(patient, purpose));
    }

    ConsentState lockState(PatientRef patient, Purpose purpose) {
        Session session = sessions.getCurrentSession();
        // Not "insert ignore": that takes a shared lock first, and two who then want it exclusively wait for each other
        // for ever.
        session.createNativeQuery("insert into aisupport_consent_state"
                        + " (patient_id, patient_uuid, purpose, status, includes_sensitive)"
                        + " values (:patient, :uuid, :purpose, :status, false)"
                        + " on duplicate key update consent_state_id = consent_state_id")
                // without this Hibernate empties every cache of the platform, since SQL could have changed anything
                .addSynchronizedEntityClass(ConsentState.class)
                .setParameter("patient", patient.id())
                .setParameter("uuid", patient.uuid())
                .setParameter("purpose", purpose.id())
                .setParameter("status", ConsentStatus.NOT_RECORDED.name())
                .executeUpdate();
        ConsentState state = session.createQuery(
                        "select s from AisupportConsentState s where s.patientId = :patient and s.purpose = :purpose",
                        ConsentState.class)
                .setParameter("patient", patient.id())
                .setParameter("purpose", purpose.id())
                .setLockMode("s", LockOptions.UPGRADE.getLockMode())
                .uniqueResult();
        session.refresh(state, LockOptions.UPGRADE); // the session may hold it from before the lock was waited for
        state.belongTo(patient);
        return state;
    }

    /** Whether there is a last word, or a lock that was taken for one. */
    boolean knows(PatientRef patient, Purpose purpose) {
        return sessions.getCurrentSession()
                        .createQuery(
                                "select count(s) from AisupportConsentState s where s.patientId = :patient"
                                        + " and s.purpose = :purpose",
                                Long.class)
                        .setParameter("patient", patient.id())
                        .setParameter("purpose", purpose.id())
                        .uniqueResult()
                > 0;
    }

    void append(ConsentEvent event) {
        sessions.getCurrentSession().save(event);
    }

    /** Of this patient and of every record that was merged into it, newest first. */
    List<ConsentEvent> events(PatientRef patient) {
        return sessions.getCurrentSession()
                .createNativeQuery(
                        MergedRecords.ALL
                                + " select e.* from one join person p on p.person_id = one.person_id"
                                + " join aisupport_consent_event e on e.patient_id = one.person_id"
                                + " and e.patient_uuid = p.uuid order by e.consent_event_id desc",
                        ConsentEvent.class)
                .setParameter("patient", patient.id())
                .list();
    }

    /** The patient, and every record that was merged into it. Needs a transaction. */
    public List<PatientRef> recordsOf(PatientRef patient) {
        List<?> rows = sessions.getCurrentSession()
                .createNativeQuery(MergedRecords.ALL + " select one.person_id, p.uuid from one"
                        + " join person p on p.person_id = one.person_id order by one.person_id")
                .setParameter("patient", patient.id())
                .list();
        return rows.stream().map(row -> ref((Object[]) row)).toList();
    }

    private static PatientRef ref(Object[] row) {
        return new PatientRef(((Number) row[0]).intValue(), ((String) row[1]).strip());
    }

    /** The record that this one was merged into last; empty where it never was. Needs a transaction. */
    public Optional<PatientRef> mergedInto(PatientRef patient) {
        List<?> rows = sessions.getCurrentSession()
                .createNativeQuery("select m.winner_person_id, p.uuid from person_merge_log m"
                        + " join person p on p.person_id = m.winner_person_id"
                        + " where m.loser_person_id = :patient and m.voided = false"
                        + " order by m.date_created desc, m.person_merge_log_id desc")
                .setParameter("patient", patient.id())
                .setMaxResults(1)
                .list();
        return rows.stream().map(row -> ref((Object[]) row)).findFirst();
    }

    Optional<ConsentEvent> event(String uuid) {
        return sessions.getCurrentSession()
                .createQuery("select e from AisupportConsentEvent e where e.uuid = :uuid", ConsentEvent.class)
                .setParameter("uuid", uuid)
                .uniqueResultOptional();
    }

    /** The event whose word stood before this one, leaving out what was corrected. */
    Optional<ConsentEvent> standingBefore(ConsentEvent event) {
        List<ConsentEvent> earlier = sessions.getCurrentSession()
                .createQuery(
                        "select e from AisupportConsentEvent e where e.patientId = :patient and e.patientUuid = :uuid"
                                + " and e.purpose = :purpose and e.id < :id and e.decision <> :correct"
                                + " and not exists (select 1 from AisupportConsentEvent c where c.correctsUuid = e.uuid"
                                + " and c.patientId = :patient)"
                                + " order by e.id desc",
                        ConsentEvent.class)
                .setParameter("patient", event.getPatient().id())
                .setParameter("uuid", event.getPatient().uuid())
                .setParameter("purpose", event.getPurpose().id())
                .setParameter("id", event.getId())
                .setParameter("correct", ConsentDecision.CORRECT)
                .setMaxResults(1)
                .list();
        return earlier.stream().findFirst();
    }
}
