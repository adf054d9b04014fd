/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;

/** Writes what happened, and nothing else: there is no method that changes a row. */
public class AuditLog {

    private static final int PAGE = 500;

    private final SessionFactory sessions;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;
    private final List<AuditListener> listeners;

    public AuditLog(SessionFactory sessions, Transactions transactions, CurrentUser user, Clock clock) {
        this(sessions, transactions, user, clock, List.of());
    }

    public AuditLog(
            SessionFactory sessions,
            Transactions transactions,
            CurrentUser user,
            Clock clock,
            List<AuditListener> listeners) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    /** Records with what it records: both stand, or neither. */
    public void record(AuditEntry entry) {
        AuditRow row = row(entry);
        transactions.in(() -> save(row, sessions.getCurrentSession()));
    }

    /** Records in the transaction of this session, whoever opened it: both stand, or neither. */
    void recordWith(Session session, AuditEntry entry) {
        save(row(entry), session);
    }

    /** Records in a transaction of its own: for denials, and for what is about to be done. */
    public void recordAlone(AuditEntry entry) {
        AuditRow row = row(entry);
        transactions.alone(() -> save(row, sessions.getCurrentSession()));
    }

    private AuditRow save(AuditRow row, Session session) {
        session.save(row);
        if (!listeners.isEmpty()) {
            Transactions.tellAfterCommit(() -> listeners.forEach(listener -> listener.recorded(row)));
        }
        return row;
    }

    private AuditRow row(AuditEntry entry) {
        Optional<Actor> actor = entry.actor == null ? user.actor() : entry.actor;
        return new AuditRow(entry, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Rows newest first. */
    List<AuditRow> find(AuditQuery query) {
        Query<AuditRow> found = bound("select a " + where(query) + " order by a.id desc", query, AuditRow.class);
        return found.setFirstResult(query.startIndex())
                .setMaxResults(query.limit())
                .list();
    }

    long count(AuditQuery query) {
        return bound("select count(a) " + where(query), query, Long.class).uniqueResult();
    }

    /** The newest failures of engines and rules, for the administrator. */
    public List<AuditRow> recentFailures(int limit) {
        return sessions.getCurrentSession()
                .createQuery(
                        "select a from AisupportAudit a where a.outcome = :failed order by a.id desc", AuditRow.class)
                .setParameter("failed", AuditOutcome.FAILED)
                .setMaxResults(limit)
                .list();
    }

    /** When something of this patient went to a recipient outside the practice. */
    public List<AuditRow> sharedOutside(String patientUuid) {
        return sessions.getCurrentSession()
                .createQuery(
                        "select a from AisupportAudit a where a.patientUuid = :patient and a.kind = :kind"
                                + " and a.recipient is not null order by a.id desc",
                        AuditRow.class)
                .setParameter("patient", patientUuid)
                .setParameter("kind", AuditKind.ENGINE_CALL_INTENT)
                .list();
    }

    /**
     * Every row about these records, and who read or copied the audit of them, or of everybody since there is a row about them. Page by
     * page and apart from the session, so that it doesn't matter how many there are. Needs a transaction.
     */
    public void eachAbout(Collection<String> patientUuids, Consumer<AuditRow> reader) {
        each("a.patientUuid in (:about)", patientUuids, 0, reader);
        List<String> read =
                patientUuids.stream().map(AuditServiceImpl::detailOf).toList();
        each("a.kind = 'AUDIT_READ' and a.patientUuid is null and a.detail in (:about)", read, 0, reader);
        firstAbout(patientUuids).ifPresent(first -> {
            String ofNobody = " and a.patientUuid is null";
            each(
                    "a.kind = 'AUDIT_READ' and a.detail in (:about)" + ofNobody,
                    Set.of(AuditServiceImpl.EVERYBODY),
                    first,
                    reader);
            each("a.kind in (:about)" + ofNobody, Set.of(AuditKind.AUDIT_EXPORTED), first, reader);
        });
    }

    private Optional<Long> firstAbout(Collection<String> patientUuids) {
        return sessions.getCurrentSession()
                .createQuery("select min(a.id) from AisupportAudit a where a.patientUuid in (:about)", Long.class)
                .setParameterList("about", patientUuids)
                .uniqueResultOptional();
    }

    private void each(String condition, Collection<?> about, long behind, Consumer<AuditRow> reader) {
        long after = behind;
        List<AuditRow> page;
        do {
            page = sessions.getCurrentSession()
                    .createQuery(
                            "select a from AisupportAudit a where " + condition + " and a.id > :after order by a.id",
                            AuditRow.class)
                    .setParameterList("about", about)
                    .setParameter("after", after)
                    .setMaxResults(PAGE)
                    .list();
            for (AuditRow row : page) {
                reader.accept(row);
                sessions.getCurrentSession().evict(row);
                after = row.getId();
            }
        } while (page.size() == PAGE);
    }

    private static String where(AuditQuery query) {
        return "from AisupportAudit a where a.at >= :from and a.at < :to"
                + (query.patientUuid().isPresent() ? " and a.patientUuid = :patient" : "");
    }

    private <T> Query<T> bound(String hql, AuditQuery query, Class<T> type) {
        Query<T> bound = sessions.getCurrentSession()
                .createQuery(hql, type)
                .setParameter("from", query.from().orElse(Instant.EPOCH))
                .setParameter("to", query.to().orElse(clock.instant().plusSeconds(1)));
        query.patientUuid().ifPresent(patient -> bound.setParameter("patient", patient));
        return bound;
    }
}
