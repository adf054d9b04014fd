/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.persistence.RowLocks;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PatientRef;

/** The rows of runs. */
public class RunStore {

    private final SessionFactory sessions;
    private final RunListener listener;

    public RunStore(SessionFactory sessions) {
        this(sessions, RunListener.NOBODY);
    }

    public RunStore(SessionFactory sessions, RunListener listener) {
        this.sessions = sessions;
        this.listener = listener;
    }

    void add(Object runOrPart) {
        sessions.getCurrentSession().save(runOrPart);
    }

    /** In the caller's transaction. Whoever listens is told once it stands. */
    void end(Run run, RunStatus how, Instant now) {
        run.end(how, now);
        Transactions.tellAfterCommit(() -> listener.runEnded(how));
    }

    Optional<Run> find(String uuid) {
        return sessions.getCurrentSession()
                .createQuery("select r from AisupportRun r where r.uuid = :uuid", Run.class)
                .setParameter("uuid", uuid)
                .uniqueResultOptional();
    }

    /** Locked until the transaction ends, so that two engines' answers, or an answer and a cancel, come one after the other. */
    Optional<Run> lock(String uuid) {
        Session session = sessions.getCurrentSession();
        Optional<Run> found = session.createQuery("select r from AisupportRun r where r.uuid = :uuid", Run.class)
                .setParameter("uuid", uuid)
                .setLockMode("r", LockMode.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
        found.ifPresent(run -> session.refresh(run, LockModeType.PESSIMISTIC_WRITE)); // see partsOfLocked
        return found;
    }

    /** The run of a patient that is not over, locked. Under the ledger's lock, so that none begins meanwhile. */
    Optional<Run> lockRunning(PatientRef patient, Instant now) {
        Session session = sessions.getCurrentSession();
        List<Long> running = session.createQuery(
                        "select r.id from AisupportRun r where r.patientId = :patient and r.status = :running"
                                + " and r.requestedAt >= :lost",
                        Long.class)
                .setParameter("patient", patient.id())
                .setParameter("running", RunStatus.RUNNING)
                .setParameter("lost", now.minus(Run.LONGEST))
                .list();
        return RowLocks.byId(session, Run.class, running).stream()
                .filter(run -> run.statusAt(now) == RunStatus.RUNNING)
                .findFirst();
    }

    List<RunPart> parts(Run run) {
        return sessions.getCurrentSession()
                .createQuery("select p from AisupportRunPart p where p.runId = :run order by p.engine", RunPart.class)
                .setParameter("run", run.getId())
                .list();
    }

    /**
     * As they are in the database: the session may hold them as another task read them. OpenMRS 2.8 no longer closes the sessions of
     * background threads once two were opened in one thread anywhere (HibernateContextDAO), and then a part that has ended since
     * would look as if it ran, and the run would never end.
     */
    List<RunPart> partsOfLocked(Run run) {
        List<RunPart> parts = parts(run);
        parts.forEach(sessions.getCurrentSession()::refresh);
        return parts;
    }

    /** What runs of this patient could not judge or did not use: it quotes the record. */
    void eraseNotes(PatientRef patient) {
        sessions.getCurrentSession()
                .createQuery("update AisupportRunPart p set p.missing = '[]', p.quality = '[]'"
                        + " where p.runId in (select r.id from AisupportRun r where r.patientId = :patient)")
                .setParameter("patient", patient.id())
                .executeUpdate();
    }
}
