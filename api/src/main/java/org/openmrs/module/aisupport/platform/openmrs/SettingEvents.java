/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.openmrs.module.aisupport.platform.SettingChange;
import org.openmrs.module.aisupport.platform.SettingListener;

/**
 * Hears of settings of the module that are written through Hibernate, as all of the platform's own ways to them do. The platform's listener
 * for settings would not do: it is not told what was before, nor of each way to change one. Bulk statements and SQL are not heard here.
 */
public final class SettingEvents implements PreInsertEventListener, PreUpdateEventListener, PreDeleteEventListener {

    private static final String SETTING = "org.openmrs.GlobalProperty";
    private static final String VALUE = "propertyValue";
    private static final String OURS = "aisupport.";

    private final transient SettingListener listener;

    private SettingEvents(SettingListener listener) {
        this.listener = listener;
    }

    /** Registers with the platform's session factory; once for each refresh of the context. */
    public static SettingEvents register(SessionFactory sessionFactory, SettingListener listener) {
        SettingEvents events = new SettingEvents(listener);
        EventListenerRegistry registry = sessionFactory
                .unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .getService(EventListenerRegistry.class);
        registry.appendListeners(EventType.PRE_INSERT, events);
        registry.appendListeners(EventType.PRE_UPDATE, events);
        registry.appendListeners(EventType.PRE_DELETE, events);
        return events;
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        if (isOurs(event.getPersister(), event.getId())) {
            tell(event.getSession(), event.getId(), Optional.empty(), value(event.getPersister(), event.getState()));
        }
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        if (isOurs(event.getPersister(), event.getId())) {
            tell(
                    event.getSession(),
                    event.getId(),
                    stored(event.getPersister(), event.getId(), event.getSession()),
                    value(event.getPersister(), event.getState()));
        }
        return false;
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        if (isOurs(event.getPersister(), event.getId())) {
            tell(
                    event.getSession(),
                    event.getId(),
                    stored(event.getPersister(), event.getId(), event.getSession()),
                    Optional.empty());
        }
        return false;
    }

    /** Whatever the case of its letters, as the database finds it. */
    private static boolean isOurs(EntityPersister persister, Serializable property) {
        return SETTING.equals(persister.getEntityName())
                && property.toString().toLowerCase(Locale.ROOT).startsWith(OURS);
    }

    /** As the database has it: what the session has may come from a cache that knows nothing of other nodes. */
    private static Optional<String> stored(EntityPersister persister, Serializable property, EventSource session) {
        Object[] row = persister.getDatabaseSnapshot(property, session);
        return row == null ? Optional.empty() : value(persister, row);
    }

    private static Optional<String> value(EntityPersister persister, Object[] state) {
        Object value = state[persister.getEntityMetamodel().getPropertyIndex(VALUE)];
        return Optional.of(value == null ? "" : value.toString());
    }

    /** Once all is flushed: a session that is writing must not be given more to write, or to read. */
    private void tell(EventSource session, Serializable property, Optional<String> before, Optional<String> after) {
        if (before.equals(after)) {
            return; // only its description is another
        }
        SettingChange change = new SettingChange(property.toString(), before, after);
        BeforeTransactionCompletionProcess told = completing -> listener.settingChanges(change, session);
        session.getActionQueue().registerProcess(told);
    }
}
