/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Objects;

/** Who did something: a user, with the name that a person reading the record later would recognise. */
public record Actor(int userId, String uuid, String name) {
    public Actor {
        Objects.requireNonNull(uuid, "who acted must stay known");
        Objects.requireNonNull(name, "who acted must stay readable");
    }
}
