/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.springframework.orm.hibernate5.SessionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives a thread outside a request a database session, from the factory that the context has at that moment. */
public final class Sessions {

    private final Supplier<SessionFactory> factory;

    public Sessions(Supplier<SessionFactory> factory) {
        this.factory = factory;
    }

    public void with(Runnable work) {
        SessionFactory current = factory.get();
        if (TransactionSynchronizationManager.hasResource(current)) {
            work.run();
            return;
        }
        try (Session session = current.openSession()) {
            session.setHibernateFlushMode(FlushMode.MANUAL);
            TransactionSynchronizationManager.bindResource(current, new SessionHolder(session));
            try {
                work.run();
            } finally {
                TransactionSynchronizationManager.unbindResource(current);
            }
        }
    }

    /** What the calling thread's session read is forgotten. */
    void clear() {
        if (TransactionSynchronizationManager.getResource(factory.get()) instanceof SessionHolder held) {
            held.getSession().clear();
        }
    }
}
