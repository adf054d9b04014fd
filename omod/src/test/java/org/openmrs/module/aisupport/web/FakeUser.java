/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.Locale;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;

/** A doctor, until nobody is logged in. */
final class FakeUser implements CurrentUser {

    private Optional<Actor> actor = Optional.of(new Actor(1, "uuid", "Dr. Anna Friis"));

    void logOut() {
        actor = Optional.empty();
    }

    @Override
    public Optional<Actor> actor() {
        return actor;
    }

    @Override
    public Optional<String> providerUuid() {
        return Optional.empty();
    }

    @Override
    public boolean may(String privilege) {
        return true;
    }

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }
}
