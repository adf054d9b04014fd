/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;

/** Who is logged in on the calling thread. */
public final class FakeUser implements CurrentUser {

    private final Set<String> lacking = ConcurrentHashMap.newKeySet();

    public static final Actor DOCTOR = new Actor(11, "doctor-uuid", "Dr. Anna Friis");
    public static final Actor COLLEAGUE = new Actor(12, "colleague-uuid", "Dr. Bo Lund");
    public static final Actor ADMINISTRATOR = new Actor(13, "admin-uuid", "Super User");

    private final ThreadLocal<Actor> actor = ThreadLocal.withInitial(() -> DOCTOR);

    public void become(Actor who) {
        actor.set(who);
    }

    public void lack(String privilege) {
        lacking.add(privilege);
    }

    @Override
    public Optional<Actor> actor() {
        return Optional.ofNullable(actor.get());
    }

    @Override
    public Optional<String> providerUuid() {
        return actor().filter(who -> !who.equals(ADMINISTRATOR)).map(who -> "provider-of-" + who.uuid());
    }

    @Override
    public boolean may(String privilege) {
        return !lacking.contains(privilege);
    }

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }
}
