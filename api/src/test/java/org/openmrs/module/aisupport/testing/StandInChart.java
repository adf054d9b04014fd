/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import org.hibernate.SessionFactory;
import org.mariadb.jdbc.MariaDbDataSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.orm.hibernate5.LocalSessionFactoryBean;

/** The platform's chart on a real MariaDB, as the sandbox has it: its tables, and its entities for HQL. */
public final class StandInChart {

    private static final String SCHEMA = "chart";
    private static final Path SANDBOX =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../sandbox/server/src/main/resources");

    private final MariaDbDataSource database;
    private final SessionFactory sessions;

    public StandInChart() {
        try {
            Database.execute("drop database if exists " + SCHEMA);
            Database.execute("create database " + SCHEMA + " character set utf8mb4");
            database = new MariaDbDataSource(Database.url(SCHEMA));
            makeTables();
            sessions = sessions();
        } catch (SQLException | LiquibaseException | IOException e) {
            throw new IllegalStateException("The stand-in's tables could not be made", e);
        }
    }

    public SessionFactory sessionFactory() {
        return sessions;
    }

    public void execute(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of nothing but what a test looks at: no foreign key is held. */
    public void executeFreely(String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void makeTables() throws SQLException, LiquibaseException, IOException {
        try (Connection connection = database.getConnection();
                Liquibase liquibase = new Liquibase(
                        "schema/changelog.xml",
                        new DirectoryResourceAccessor(SANDBOX),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.update(new Contexts(), new LabelExpression());
        }
    }

    private SessionFactory sessions() throws IOException {
        LocalSessionFactoryBean factory = new LocalSessionFactoryBean();
        factory.setDataSource(database);
        factory.setMappingLocations(Stream.of("access", "people", "dictionary", "chart", "orders")
                .map(name -> new FileSystemResource(SANDBOX.resolve("mapping/" + name + ".hbm.xml")))
                .toArray(Resource[]::new));
        Properties properties = new Properties();
        properties.setProperty("hibernate.dialect", "org.hibernate.dialect.MariaDB103Dialect");
        factory.setHibernateProperties(properties);
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
