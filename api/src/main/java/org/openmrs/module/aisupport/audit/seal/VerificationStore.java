/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.aisupport.persistence.KeyRing;

/**
 * Verifications under way and past. The table is not sealed, so only what a node signed counts; the rest is passed over as if it were not
 * there. Each method needs a transaction.
 */
class VerificationStore {

    /** As many are looked through for one that is signed. */
    private static final int NEWEST = 200;

    private final SessionFactory sessions;

    VerificationStore(SessionFactory sessions) {
        this.sessions = sessions;
    }

    Verification add(Verification verification, KeyRing keys) {
        verification.sign(keys);
        sessions.getCurrentSession().save(verification);
        return verification;
    }

    Optional<Verification> find(Long id) {
        return Optional.ofNullable(sessions.getCurrentSession().find(Verification.class, id));
    }

    /** One that somebody is at. */
    Optional<Verification> underWay(Instant now, KeyRing keys) {
        return running().stream()
                .filter(verification -> !verification.isAbandonedAt(now) && verification.isSignedWith(keys))
                .findFirst();
    }

    /** Those that say so of themselves, signed or not. */
    List<Verification> running() {
        return sessions.getCurrentSession()
                .createQuery(
                        "select v from AisupportAuditVerification v where v.status = :running order by v.id desc",
                        Verification.class)
                .setParameter("running", Verification.Status.RUNNING)
                .list();
    }

    /** The newest that was not begun in the future. */
    Optional<Verification> newest(Instant now, KeyRing keys) {
        return first("v.startedAt <= :latest", now, keys);
    }

    /** One that says it was begun in the future, signed or not. */
    Optional<Verification> ahead(Instant now) {
        return list("v.startedAt > :latest", Map.of("latest", latest(now)), 1).stream()
                .findFirst();
    }

    /** The newest that came to its end. */
    Optional<Verification> newestEnded(Instant now, KeyRing keys) {
        return first("v.startedAt <= :latest and v.status <> 'RUNNING'", now, keys);
    }

    /** The newest that says something of the audit. */
    Optional<Verification> newestDecided(Instant now, KeyRing keys) {
        return first("v.startedAt <= :latest and v.status not in ('RUNNING', 'FAILED')", now, keys);
    }

    /** The newest two that came to their end. */
    List<Verification> newestTwoEnded(Instant now, KeyRing keys) {
        return signed(
                        list("v.startedAt <= :latest and v.status <> 'RUNNING'", Map.of("latest", latest(now)), NEWEST),
                        keys)
                .limit(2)
                .toList();
    }

    /** Those that found what only their head shows, the newest first. */
    List<Verification> aboutHeads(Instant now, KeyRing keys) {
        String which = "v.startedAt <= :latest and v.status = 'BROKEN' and v.finding in ('TRUNCATED', 'REWRITTEN')";
        return signed(list(which, Map.of("latest", latest(now)), NEWEST), keys).toList();
    }

    /** Whether the head of this one was held against the chain again later, and nothing was found. */
    boolean wasMendedAfter(Verification broken, KeyRing keys) {
        String which = "v.startedAt > :since and v.againstSeq = :seq and v.againstHash = :hash"
                + " and v.status in ('INTACT', 'UNDECIDED')";
        Map<String, Object> ofThatHead = Map.of(
                "since", broken.getStartedAt(),
                "seq", broken.getAgainstSeq().orElse(0L),
                "hash", broken.getAgainstHash().orElse(""));
        return signed(list(which, ofThatHead, NEWEST), keys).anyMatch(Verification::isWell);
    }

    private Optional<Verification> first(String which, Instant now, KeyRing keys) {
        return signed(list(which, Map.of("latest", latest(now)), NEWEST), keys).findFirst();
    }

    private static Stream<Verification> signed(List<Verification> found, KeyRing keys) {
        return found.stream().filter(verification -> verification.isSignedWith(keys));
    }

    private static Instant latest(Instant now) {
        return now.plus(Verification.SILENCE);
    }

    private List<Verification> list(String which, Map<String, Object> parameters, int most) {
        Query<Verification> query = sessions.getCurrentSession()
                .createQuery(
                        "select v from AisupportAuditVerification v where " + which
                                + " order by v.startedAt desc, v.id desc",
                        Verification.class)
                .setMaxResults(most);
        parameters.forEach(query::setParameter);
        return query.list();
    }
}
