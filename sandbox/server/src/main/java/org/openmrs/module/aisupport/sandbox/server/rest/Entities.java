/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.springframework.stereotype.Component;

/** Finds entities by HQL, in the session of the request. */
@Component
public final class Entities {

    private final SessionFactory sessions;

    Entities(SessionFactory sessions) {
        this.sessions = sessions;
    }

    public Optional<Row> byUuid(String entity, String uuid) {
        return list("from " + entity + " x where x.uuid = :uuid", Map.of("uuid", uuid)).stream()
                .findFirst();
    }

    public List<Row> list(String hql, Map<String, ?> parameters) {
        return rows(query(hql, parameters));
    }

    /** Some of them, from the first, which is 0. */
    public List<Row> list(String hql, Map<String, ?> parameters, int first, int most) {
        return rows(query(hql, parameters).setFirstResult(first).setMaxResults(most));
    }

    public long count(String hql, Map<String, ?> parameters) {
        return (Long) query(hql, parameters).uniqueResult();
    }

    private Query<?> query(String hql, Map<String, ?> parameters) {
        Query<?> query = sessions.getCurrentSession().createQuery(hql);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static List<Row> rows(Query<?> query) {
        return query.list().stream().map(each -> new Row((Map<?, ?>) each)).toList();
    }

    /** What was loaded may have been changed since, past the session. */
    void forget() {
        sessions.getCurrentSession().clear();
    }
}
