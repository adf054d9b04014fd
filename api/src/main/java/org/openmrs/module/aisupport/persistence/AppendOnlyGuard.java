/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;

/**
 * Refuses to change or remove a row of an {@link AppendOnly} entity through any session of this server. It is not asked about HQL
 * in bulk and SQL; {@link AppendOnlyTriggers} are.
 */
public final class AppendOnlyGuard implements PreUpdateEventListener, PreDeleteEventListener {

    /** Registers the guard with the platform's session factory; once for each refresh of the context. */
    public static AppendOnlyGuard register(SessionFactory sessionFactory) {
        AppendOnlyGuard guard = new AppendOnlyGuard();
        EventListenerRegistry registry = sessionFactory
                .unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .getService(EventListenerRegistry.class);
        registry.appendListeners(EventType.PRE_UPDATE, guard);
        registry.appendListeners(EventType.PRE_DELETE, guard);
        return guard;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        return refuseIfAppendOnly(event.getEntity(), "changed");
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        return refuseIfAppendOnly(event.getEntity(), "removed");
    }

    /** Throws, since a veto by return value would be silent. */
    private static boolean refuseIfAppendOnly(Object entity, String how) {
        if (entity.getClass().isAnnotationPresent(AppendOnly.class)) {
            throw new AppendOnlyViolation(entity.getClass().getSimpleName() + " rows are a record and can't be " + how
                    + ". Add a new row that corrects it.");
        }
        return false;
    }

    /** Somebody tried to rewrite history. */
    public static final class AppendOnlyViolation extends RuntimeException {
        AppendOnlyViolation(String message) {
            super(message);
        }
    }
}
