/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.time.LocalDate;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.platform.PasswordHash;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.UserEntry;

/** People: those who log in, and the persons that patients are. */
final class PeopleSeed {

    private static final Map<String, String> ROLES =
            Map.of("clinician", "Organizational: GP", "receptionist", "Organizational: Receptionist");
    private static final String ADMINISTRATOR = "admin";

    private final Rows rows;
    private final Keys keys;

    PeopleSeed(Rows rows, Keys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /** @param workplace the location that they log in at unless they choose another */
    void user(UserEntry user, String workplace) {
        // A fresh OpenMRS has its administrator already.
        int userId = user.username().equals(ADMINISTRATOR)
                ? rows.id("users", "username", ADMINISTRATOR, "user_id")
                : newUser(user);
        rows.insertKeyed(Rows.of("user_property")
                .with("user_id", userId)
                .with("property", "defaultLocation")
                .with("property_value", workplace));
        PasswordHash hash = PasswordHash.of(user.password());
        rows.insertKeyed(Rows.of("sandbox_login")
                .with("user_id", userId)
                .with("salt", hash.salt())
                .with("hash", hash.hash()));
    }

    private int newUser(UserEntry user) {
        int personId = person(user.personUuid(), user.gender(), null, false, user.givenName(), user.familyName());
        int userId = rows.insert(Rows.of("users")
                .with("uuid", user.uuid())
                .with("system_id", user.username())
                .with("username", user.username())
                .with("person_id", personId));
        if (ROLES.containsKey(user.role())) {
            rows.insertKeyed(Rows.of("user_role").with("user_id", userId).with("role", ROLES.get(user.role())));
        }
        if (user.provider() != null) {
            keys.put(
                    "provider",
                    user.username(),
                    rows.insert(Rows.of("provider")
                            .with("uuid", user.provider().uuid())
                            .with("identifier", user.provider().identifier())
                            .with("person_id", personId)));
        }
        return userId;
    }

    int person(String uuid, String gender, LocalDate birthdate, boolean dead, String givenName, String familyName) {
        int personId = rows.insert(Rows.of("person")
                .with("uuid", uuid)
                .with("gender", gender)
                .with("birthdate", birthdate)
                .with("dead", dead));
        rows.insert(Rows.of("person_name")
                .with("uuid", Keys.derived(uuid + "/name"))
                .with("person_id", personId)
                .with("preferred", true)
                .with("given_name", givenName)
                .with("family_name", familyName));
        return personId;
    }
}
