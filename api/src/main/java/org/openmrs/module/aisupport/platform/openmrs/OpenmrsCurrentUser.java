/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;

/** The user whom the platform has put on the calling thread. */
public class OpenmrsCurrentUser implements CurrentUser {

    private final SessionFactory sessions;
    private final PersonNames names;

    public OpenmrsCurrentUser(SessionFactory sessions, PersonNames names) {
        this.sessions = sessions;
        this.names = names;
    }

    @Override
    public Optional<Actor> actor() {
        return user().map(this::actor);
    }

    @Override
    public Optional<String> providerUuid() {
        return user().map(User::getPerson).flatMap(person -> provider(person.getPersonId()));
    }

    @Override
    public boolean may(String privilege) {
        return Context.hasPrivilege(privilege);
    }

    @Override
    public Locale locale() {
        return Context.getLocale();
    }

    /** In its background threads the platform names a user of its own, who did none of what is recorded there. */
    private static Optional<User> user() {
        return Daemon.isDaemonThread() ? Optional.empty() : Optional.ofNullable(Context.getAuthenticatedUser());
    }

    private Actor actor(User user) {
        String name = user.getPerson() == null ? "" : names.of(user.getPerson().getPersonId());
        return new Actor(user.getUserId(), user.getUuid(), name.isEmpty() ? login(user) : name);
    }

    private static String login(User user) {
        return user.getUsername() == null || user.getUsername().isBlank() ? user.getSystemId() : user.getUsername();
    }

    private Optional<String> provider(int personId) {
        List<String> providers = sessions.getCurrentSession()
                .createQuery(
                        "select p.uuid from Provider p where p.person.personId = :person and p.retired = false"
                                + " order by p.providerId",
                        String.class)
                .setParameter("person", personId)
                .setMaxResults(1)
                .list();
        return providers.stream().findFirst();
    }
}
