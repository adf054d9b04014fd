/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A trigger that refuses one way to rewrite the rows of a table. Every part of its text is a constant of the program. */
record RefusingTrigger(String table, Refused refused) {

    /** What a table of records refuses. */
    enum Refused {
        UPDATE,
        DELETE
    }

    RefusingTrigger {
        if (!table.matches("aisupport_[a-z_]{1,40}")) {
            throw new IllegalArgumentException("not a table of this module: " + table);
        }
    }

    String name() {
        return table + (refused == Refused.UPDATE ? "_no_update" : "_no_delete");
    }

    /** What an administrator can run instead of the module. */
    List<String> statements() {
        return List.of("DROP TRIGGER IF EXISTS " + name(), create());
    }

    /** Makes it unless it is there already, word for word. */
    void put(Connection connection) throws SQLException {
        if (isIn(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
        } catch (SQLException refusal) {
            // Another node, which starts at the same moment, may have been faster. What counts is that it is there.
            if (!isIn(connection)) {
                throw refusal;
            }
        }
    }

    /** Whether the database user sees it as it must be. Without the privilege TRIGGER nobody sees a trigger. */
    boolean isIn(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT ACTION_STATEMENT FROM information_schema.TRIGGERS"
                        + " WHERE TRIGGER_SCHEMA = DATABASE() AND TRIGGER_NAME = ? AND EVENT_OBJECT_TABLE = ?"
                        + " AND EVENT_MANIPULATION = ? AND ACTION_TIMING = 'BEFORE'")) {
            query.setString(1, name());
            query.setString(2, table);
            query.setString(3, refused.name());
            try (ResultSet found = query.executeQuery()) {
                return found.next() && body().equals(found.getString(1).strip());
            }
        }
    }

    private String create() {
        return "CREATE TRIGGER " + name() + " BEFORE " + refused + " ON " + table + " FOR EACH ROW " + body();
    }

    /**
     * The state is that of a broken rule about data. 45000, which databases propose for own errors, counts with MariaDB's driver as
     * a broken connection: it would be closed, and its caller told to try again. The message has room for 128 characters.
     */
    private String body() {
        return "SIGNAL SQLSTATE '23000' SET MESSAGE_TEXT = '" + table + " is append-only: add a row that corrects, "
                + (refused == Refused.UPDATE ? "change none'" : "remove none'");
    }
}
