/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import org.openmrs.module.aisupport.sandbox.server.platform.Account;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.openmrs.module.aisupport.sandbox.server.seed.Rows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes rows into the tables that the seeding fills, in the name of whoever asks. */
@Component
final class NewRows {

    private final Rows rows;

    NewRows(JdbcTemplate jdbc) {
        this.rows = new Rows(jdbc);
    }

    /** The key that the database made for it. */
    int insert(Rows.Row row) {
        return rows.insert(signed(row));
    }

    /** For tables whose key is given. */
    void insertKeyed(Rows.Row row) {
        rows.insertKeyed(signed(row));
    }

    /** For the further columns of a row that another table has signed. */
    void extend(Rows.Row row) {
        rows.insertKeyed(row);
    }

    /** A column's value for an entity: its key, or null where there is no entity. */
    static Object key(Row entity, String property) {
        return entity == null ? null : entity.get(property);
    }

    private static Rows.Row signed(Rows.Row row) {
        return row.with("creator", CurrentThread.account().map(Account::userId).orElseThrow());
    }
}
