/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;

/** Verifications under way and past. Each method needs a transaction. */
class VerificationStore {

    private final SessionFactory sessions;

    VerificationStore(SessionFactory sessions) {
        this.sessions = sessions;
    }

    Verification add(Verification verification) {
        sessions.getCurrentSession().save(verification);
        return verification;
    }

    Optional<Verification> find(Long id) {
        return Optional.ofNullable(sessions.getCurrentSession().find(Verification.class, id));
    }

    /** One that somebody is at. */
    Optional<Verification> underWay(Instant now) {
        return running().stream()
                .filter(verification -> !verification.isAbandonedAt(now))
                .findFirst();
    }

    List<Verification> running() {
        return sessions.getCurrentSession()
                .createQuery(
                        "select v from AisupportAuditVerification v where v.status = :running order by v.id desc",
                        Verification.class)
                .setParameter("running", Verification.Status.RUNNING)
                .list();
    }

    /** The newest that was not begun in the future. */
    Optional<Verification> newest(Instant now) {
        return first("v.startedAt <= :latest", now.plus(Verification.SILENCE));
    }

    /** One that says it was begun in the future. */
    Optional<Verification> ahead(Instant now) {
        return first("v.startedAt > :latest", now.plus(Verification.SILENCE));
    }

    /** The newest that came to its end. */
    Optional<Verification> newestEnded(Instant now) {
        return first("v.startedAt <= :latest and v.status <> 'RUNNING'", now.plus(Verification.SILENCE));
    }

    /** The newest that says something of the audit. */
    Optional<Verification> newestDecided(Instant now) {
        return first(
                "v.startedAt <= :latest and v.status not in ('RUNNING', 'FAILED')", now.plus(Verification.SILENCE));
    }

    /** The newest that says something of the audit's end, too. */
    Optional<Verification> newestDecidedAgainstHead(Instant now) {
        return first(
                "v.startedAt <= :latest and v.status not in ('RUNNING', 'FAILED') and v.againstSeq is not null",
                now.plus(Verification.SILENCE));
    }

    private Optional<Verification> first(String which, Instant latest) {
        return sessions.getCurrentSession()
                .createQuery(
                        "select v from AisupportAuditVerification v where " + which + " order by v.id desc",
                        Verification.class)
                .setParameter("latest", latest)
                .setMaxResults(1)
                .uniqueResultOptional();
    }
}
