/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.consent.ConsentEndListener;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.suggestion.Decision;
import org.openmrs.module.aisupport.suggestion.DecisionListener;
import org.openmrs.module.aisupport.suggestion.Permits;
import org.openmrs.module.aisupport.suggestion.Suggestion;

/**
 * What engines outside are still to be told. A decision puts it in, in its own transaction, so that one without the other can't be; an
 * undo, and the end of a yes that the suggestion rested on, takes it out.
 */
public class FeedbackOutbox implements DecisionListener, ConsentEndListener {

    private final SessionFactory sessions;

    public FeedbackOutbox(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void decided(Suggestion suggestion, Decision decision) {
        suggestion.getHandle().ifPresent(handle -> session().save(new FeedbackRow(suggestion, handle, decision)));
    }

    @Override
    public void undone(Suggestion suggestion, Decision decision) {
        delete(session()
                .createQuery("select f.id from AisupportFeedback f where f.decisionUuid = :decision", Long.class)
                .setParameter("decision", decision.getUuid())
                .list());
    }

    @Override
    public int consentEnded(PatientRef patient, Purpose purpose) {
        List<String> resting =
                Permits.restingOn(purpose).stream().map(Purpose::id).toList();
        if (!resting.isEmpty()) {
            delete(session()
                    .createQuery(
                            "select f.id from AisupportFeedback f where f.patientId = :patient and f.purpose in (:purposes)",
                            Long.class)
                    .setParameter("patient", patient.id())
                    .setParameterList("purposes", resting)
                    .list());
        }
        return 0;
    }

    @Override
    public void patientPurged(PatientRef patient) {
        delete(session()
                .createQuery("select f.id from AisupportFeedback f where f.patientUuid = :patient", Long.class)
                .setParameter("patient", patient.uuid())
                .list());
    }

    /** The longest due first. */
    List<Long> due(Instant now, int most) {
        return session()
                .createQuery("select f.id from AisupportFeedback f where f.dueAt <= :now order by f.dueAt", Long.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .list();
    }

    /** As it is seen now; apart from the session, so that nothing read later changes it. */
    Optional<FeedbackRow> find(Long id) {
        Optional<FeedbackRow> found = Optional.ofNullable(session().find(FeedbackRow.class, id));
        found.ifPresent(session()::evict);
        return found;
    }

    /**
     * As it stands once whoever has it has let go; empty where they took it out. A search that locks, since an ordinary one may show a
     * row that is gone, and a withdrawal must not fail for that.
     */
    Optional<FeedbackRow> lock(Long id) {
        Optional<FeedbackRow> row = session()
                .createQuery("select f from AisupportFeedback f where f.id = :id", FeedbackRow.class)
                .setParameter("id", id)
                .setLockMode("f", LockMode.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
        row.ifPresent(found -> session().refresh(found, LockOptions.UPGRADE)); // the session may hold it as it was
        return row;
    }

    void delete(FeedbackRow row) {
        session().delete(row);
    }

    /** Those that were found before, by their keys: to search and delete at once would lock the gaps between them. */
    private void delete(List<Long> ids) {
        ids.stream().sorted().forEach(id -> lock(id).ifPresent(this::delete));
    }

    /**
     * @param since when the oldest of them was decided
     * @param obstacle what was in the way of the oldest that could not be told
     */
    record Waiting(long count, Optional<Instant> since, Optional<String> obstacle) {}

    Waiting waiting() {
        Long count = session()
                .createQuery("select count(f) from AisupportFeedback f", Long.class)
                .uniqueResult();
        Optional<Instant> since = session()
                .createQuery("select f.decidedAt from AisupportFeedback f order by f.decidedAt", Instant.class)
                .setMaxResults(1)
                .uniqueResultOptional();
        Optional<String> obstacle = session()
                .createQuery(
                        "select f.obstacle from AisupportFeedback f where f.obstacle is not null order by f.decidedAt",
                        String.class)
                .setMaxResults(1)
                .uniqueResultOptional();
        return new Waiting(count, since, obstacle);
    }

    private Session session() {
        return sessions.getCurrentSession();
    }
}
