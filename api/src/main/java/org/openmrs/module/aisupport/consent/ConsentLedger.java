/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
                        + " (patient_id, purpose, status, includes_sensitive) values (:patient, :purpose, :status, false)"
                        + " on duplicate key update consent_state_id = consent_state_id")
                .setParameter("patient", patient.id())
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
        return state;
    }

    /**
     * In one indexed query, past what the session holds; purposes of which nothing was ever said are not recorded.
     */
    Map<Purpose, Standing> standings(PatientRef patient, Collection<Purpose> purposes) {
        Map<Purpose, Standing> standings = new EnumMap<>(Purpose.class);
        purposes.forEach(purpose -> standings.put(purpose, Standing.notRecorded(purpose)));
        sessions.getCurrentSession()
                .createQuery(
                        "select s.purpose, s.status, s.includesSensitive, s.since, s.expiresAt from AisupportConsentState s"
                                + " where s.patientId = :patient and s.purpose in (:purposes)",
                        Object[].class)
                .setParameter("patient", patient.id())
                .setParameterList("purposes", purposes.stream().map(Purpose::id).toList())
                .list()
                .forEach(row -> {
                    Standing standing = Standing.of(row);
                    standings.put(standing.purpose(), standing);
                });
        return standings;
    }

    void append(ConsentEvent event) {
        sessions.getCurrentSession().save(event);
    }

    List<ConsentEvent> events(PatientRef patient) {
        return sessions.getCurrentSession()
                .createQuery(
                        "select e from AisupportConsentEvent e where e.patientId = :patient order by e.id desc",
                        ConsentEvent.class)
                .setParameter("patient", patient.id())
                .list();
    }
}
