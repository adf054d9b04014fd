/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCommitDeleteEventListener;
import org.hibernate.event.spi.PostCommitInsertEventListener;
import org.hibernate.event.spi.PostCommitUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.persister.entity.EntityPersister;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** What a module's listener hears of person attributes after each commit. */
record Heard(List<String> words)
        implements PostCommitInsertEventListener, PostCommitUpdateEventListener, PostCommitDeleteEventListener {

    private static final long serialVersionUID = 1L;

    static void by(List<String> words) {
        Heard heard = new Heard(words);
        EventListenerRegistry registry = RunningSandbox.sandbox()
                .sessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .getService(EventListenerRegistry.class);
        registry.appendListeners(EventType.POST_COMMIT_INSERT, heard);
        registry.appendListeners(EventType.POST_COMMIT_UPDATE, heard);
        registry.appendListeners(EventType.POST_COMMIT_DELETE, heard);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        hear("inserted", event.getPersister(), event.getEntity());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        hear("updated", event.getPersister(), event.getEntity());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        hear("deleted", event.getPersister(), event.getEntity());
    }

    private void hear(String what, EntityPersister persister, Object entity) {
        if (persister.getEntityName().equals("org.openmrs.PersonAttribute")) {
            words.add(what + " " + ((Map<?, ?>) entity).get("value"));
        }
    }

    @Override
    public void onPostInsertCommitFailed(PostInsertEvent event) {
        // nothing to hear
    }

    @Override
    public void onPostUpdateCommitFailed(PostUpdateEvent event) {
        // nothing to hear
    }

    @Override
    public void onPostDeleteCommitFailed(PostDeleteEvent event) {
        // nothing to hear
    }

    @Override
    @SuppressWarnings("deprecation") // the name without the slip has a default that asks this one
    public boolean requiresPostCommitHanding(EntityPersister persister) {
        return true;
    }
}
