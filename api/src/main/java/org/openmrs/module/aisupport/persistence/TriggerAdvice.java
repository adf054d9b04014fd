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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells an administrator how a missing trigger comes to be. */
final class TriggerAdvice {

    private TriggerAdvice() {}

    static String about(String table, List<RefusingTrigger> triggers, Connection connection) throws SQLException {
        return "The database itself does not refuse to change or remove rows of " + table
                + ", or does not show this user that it does. The module still refuses in its own code.\n"
                + "Either give the database user the privilege TRIGGER on this table" + binaryLog(connection)
                + ", and restart OpenMRS. Or let a database administrator run the following; the database user still needs"
                + " TRIGGER for the module to see the result:\n"
                + triggers.stream()
                        .flatMap(trigger -> trigger.statements().stream())
                        .map(sql -> sql + ";")
                        .collect(Collectors.joining("\n"));
    }

    /** With a binary log, servers let only trusted users make triggers. */
    private static String binaryLog(Connection connection) throws SQLException {
        Map<String, String> server = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL VARIABLES WHERE Variable_name IN"
                        + " ('log_bin', 'log_bin_trust_function_creators')")) {
            while (row.next()) {
                server.put(row.getString(1), row.getString(2));
            }
        }
        boolean distrusts =
                "ON".equals(server.get("log_bin")) && !"ON".equals(server.get("log_bin_trust_function_creators"));
        return distrusts
                ? " and, since this server writes a binary log, either the privilege SUPER or the server the setting"
                        + " log_bin_trust_function_creators = 1"
                : "";
    }
}
