/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Remembers, in the settings, which of the things that happen once have happened. */
final class Marks {

    private final JdbcTemplate jdbc;

    Marks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(String mark) {
        return !jdbc.queryForList("SELECT property FROM global_property WHERE property = ?", mark)
                .isEmpty();
    }

    void set(String mark) {
        jdbc.update(
                "INSERT INTO global_property (property, property_value, description, uuid) VALUES (?, 'true', ?, ?)",
                mark,
                "The sandbox did this once; --fresh does it again",
                UUID.randomUUID().toString());
    }
}
