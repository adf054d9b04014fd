/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCommitDeleteEventListener;
import org.hibernate.event.spi.PostCommitInsertEventListener;
import org.hibernate.event.spi.PostCommitUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.openmrs.module.aisupport.platform.ConsentAttributeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of person attributes that were written through Hibernate, once that stands. Bulk statements, SQL and other nodes are not heard
 * here; the sweep finds those. Nothing that goes wrong here may trouble whoever saved the person.
 */
public final class ConsentAttributeEvents
        implements PostCommitInsertEventListener, PostCommitUpdateEventListener, PostCommitDeleteEventListener {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "org.openmrs.PersonAttribute";
    private static final String PERSON = "org.openmrs.Person";
    private static final Logger LOG = LoggerFactory.getLogger(ConsentAttributeEvents.class);

    private final transient ConsentAttributeListener listener;

    private ConsentAttributeEvents(ConsentAttributeListener listener) {
        this.listener = listener;
    }

    /** Registers with the platform's session factory; once for each refresh of the context. */
    public static ConsentAttributeEvents register(SessionFactory sessionFactory, ConsentAttributeListener listener) {
        ConsentAttributeEvents events = new ConsentAttributeEvents(listener);
        EventListenerRegistry registry = sessionFactory
                .unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .getService(EventListenerRegistry.class);
        registry.appendListeners(EventType.POST_COMMIT_INSERT, events);
        registry.appendListeners(EventType.POST_COMMIT_UPDATE, events);
        registry.appendListeners(EventType.POST_COMMIT_DELETE, events);
        return events;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        tell(event.getPersister(), event.getEntity(), event.getSession());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        tell(event.getPersister(), event.getEntity(), event.getSession());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        tell(event.getPersister(), event.getEntity(), event.getSession());
    }

    @Override
    public void onPostInsertCommitFailed(PostInsertEvent event) {
        // nothing changed
    }

    @Override
    public void onPostUpdateCommitFailed(PostUpdateEvent event) {
        // nothing changed
    }

    @Override
    public void onPostDeleteCommitFailed(PostDeleteEvent event) {
        // nothing changed
    }

    @Override
    @SuppressWarnings("deprecation") // the name without the slip has a default that asks this one
    public boolean requiresPostCommitHanding(EntityPersister persister) {
        return true;
    }

    /** Of whichever type the attribute is: to ask for its type could load it, in a session that is closing. */
    private void tell(EntityPersister persister, Object attribute, EventSource session) {
        if (!ATTRIBUTE.equals(persister.getEntityName())) {
            return;
        }
        try {
            Object person = persister.getPropertyValue(attribute, "person");
            if (person != null) {
                listener.attributeChanged(idOf(person, session));
            }
        } catch (RuntimeException e) {
            LOG.warn("event=attribute_change_not_seen The sweep will find it", e);
        }
    }

    private static int idOf(Object person, EventSource session) {
        return (Integer)
                (person instanceof HibernateProxy proxy
                        ? proxy.getHibernateLazyInitializer().getIdentifier()
                        : session.getFactory()
                                .getMetamodel()
                                .entityPersister(PERSON)
                                .getIdentifier(person, session));
    }
}
