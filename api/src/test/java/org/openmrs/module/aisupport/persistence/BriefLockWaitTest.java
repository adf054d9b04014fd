/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.testing.Database;

@Tag("O2")
class BriefLockWaitTest {

    @Test
    void a_connection_goes_back_with_the_patience_it_came_with_even_after_a_refusal() throws SQLException {
        try (Connection connection = Database.dataSource().getConnection()) {
            String usual = patience(connection);

            assertThatThrownBy(() -> BriefLockWait.during(connection, () -> {
                        assertThat(patience(connection)).isEqualTo("10").isNotEqualTo(usual);
                        throw new SQLException("refused");
                    }))
                    .hasMessage("refused");

            assertThat(patience(connection)).isEqualTo(usual);
        }
    }

    private static String patience(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery("SELECT @@lock_wait_timeout")) {
            value.next();
            return value.getString(1);
        }
    }
}
