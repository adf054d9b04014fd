/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets a statement that changes a table's definition wait for seconds instead of a day, which is the databases' own limit: a
 * reader that forgot to commit must not hold up the start of the module. The connection goes back as it came.
 */
final class BriefLockWait {

    private static final int SECONDS = 10;

    private BriefLockWait() {}

    static void during(Connection connection, Work work) throws SQLException {
        long usual = usual(connection);
        set(connection, SECONDS);
        try {
            work.run();
        } finally {
            set(connection, usual);
        }
    }

    private static long usual(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery("SELECT @@SESSION.lock_wait_timeout")) {
            value.next();
            return value.getLong(1);
        }
    }

    private static void set(Connection connection, long seconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout = " + seconds);
        }
    }

    interface Work {
        void run() throws SQLException;
    }
}
