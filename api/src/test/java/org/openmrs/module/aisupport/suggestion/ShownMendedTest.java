/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.testing.Database;

/** Harm: a rule that nobody looked at in time seems to have been seen and ignored. */
@Tag("A4")
class ShownMendedTest {

    private static final String MENDED = "statistics-20261130-suggestion-shown-mended";

    @Test
    void what_was_looked_at_only_when_it_was_over_does_not_stay_seen_after_an_upgrade() throws Exception {
        DataSource database = Database.schema("shown_mended");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            suggestion(statement, 1, "OPEN", "null", 20);
            suggestion(statement, 2, "SUPERSEDED", "null", 5);
            suggestion(statement, 3, "SUPERSEDED", "null", 20);
            suggestion(statement, 4, "WITHDRAWN", "null", 20);
            suggestion(statement, 5, "ACCEPTED", "'d5'", 9);
            suggestion(statement, 6, "ACCEPTED", "'d6'", 20);
            suggestion(statement, 7, "OPEN", "null", 20); // decided on, and that was taken back
            over(statement, 2, "SUGGESTION_SUPERSEDED");
            over(statement, 3, "SUGGESTION_SUPERSEDED");
            over(statement, 4, "SUGGESTION_WITHDRAWN");
            over(statement, 1, "SUGGESTION_PROPOSED");
            decided(statement, 5);
            decided(statement, 6);
            decided(statement, 7);
            statement.execute("delete from DATABASECHANGELOG where id = '" + MENDED + "'");

            Database.update(database);

            assertThat(seen(statement)).containsExactly(1, 2, 5, 7);
        }
    }

    private static List<Integer> seen(Statement statement) throws Exception {
        List<Integer> seen = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select suggestion_id from aisupport_suggestion_shown order by suggestion_id")) {
            while (rows.next()) {
                seen.add(rows.getInt(1));
            }
        }
        return seen;
    }

    private static void suggestion(Statement statement, int id, String status, String decision, int shown)
            throws Exception {
        statement.execute(
                "insert into aisupport_suggestion (suggestion_id, version, purpose, engine_version, rule_version,"
                        + " kind, indicator, severity, source_label, source_citation, fingerprint, content_sha256, uuid,"
                        + " patient_id, patient_uuid, run_uuid, engine, rule, status, decision_uuid, created_micros) values ("
                        + id + ", 0, 'own-care', '1', '1', 'FOLLOW_UP', 'INFO', 0, 'l', 'c', 'f', 's', 's" + id
                        + "', 1, 'p', 'r', 'e', 'r', '" + status + "', " + decision + ", 1)");
        statement.execute("insert into aisupport_suggestion_shown (suggestion_id, shown_micros) values (" + id + ", "
                + shown + ")");
    }

    private static void over(Statement statement, int id, String kind) throws Exception {
        statement.execute("insert into aisupport_audit (uuid, at_micros, kind, outcome, patient_uuid, suggestion_uuid)"
                + " values (uuid(), 10, '" + kind + "', 'DONE', 'p', 's" + id + "')");
    }

    private static void decided(Statement statement, int id) throws Exception {
        statement.execute("insert into aisupport_decision (decider_id, decider_uuid, decider_name, provider_uuid, uuid,"
                + " suggestion_uuid, outcome, decided_micros) values (1, 'd', 'n', 'p', 'd" + id + "', 's" + id
                + "', 'ACCEPTED', 10)");
    }
}
