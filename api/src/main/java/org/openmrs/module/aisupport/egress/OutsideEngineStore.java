/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.util.List;
import java.util.Optional;
import org.hibernate.LockOptions;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** The rows, past every cache. */
public class OutsideEngineStore {

    private final SessionFactory sessions;

    public OutsideEngineStore(SessionFactory sessions) {
        this.sessions = sessions;
    }

    List<OutsideEngineRow> all() {
        return sessions.getCurrentSession()
                .createQuery("select e from AisupportOutsideEngine e order by e.engine", OutsideEngineRow.class)
                .list();
    }

    /** As it is in the database now: the session may hold it from before its server was asked. */
    Optional<OutsideEngineRow> lock(String engine) {
        Session session = sessions.getCurrentSession();
        Optional<OutsideEngineRow> found = session.createQuery(
                        "select e from AisupportOutsideEngine e where e.engine = :engine", OutsideEngineRow.class)
                .setParameter("engine", engine)
                .setLockMode("e", LockOptions.UPGRADE.getLockMode())
                .uniqueResultOptional();
        found.ifPresent(row -> session.refresh(row, LockOptions.UPGRADE));
        return found;
    }

    /** So that a row shows the version that it will have. */
    void flush() {
        sessions.getCurrentSession().flush();
    }

    void add(OutsideEngineRow row) {
        sessions.getCurrentSession().save(row);
    }
}
