/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** A Liquibase changelog on a class path. OpenMRS runs them with no contexts, and so does the sandbox. */
public final class Changelog {

    private final String file;
    private final ClassLoader loader;

    public Changelog(String file, ClassLoader loader) {
        this.file = file;
        this.loader = loader;
    }

    public void run(DataSource dataSource) throws LiquibaseException, SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            quietly(new Liquibase(file, new ClassLoaderResourceAccessor(loader), database));
        }
    }

    /** It would tell the console about each change set; its log does so where one wants to know. */
    private static void quietly(Liquibase liquibase) throws LiquibaseException {
        try {
            Scope.child(Scope.Attr.ui.name(), new LoggerUIService(), () -> update(liquibase));
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        }
    }

    // OpenMRS 2.8 calls the same method, which Liquibase now calls deprecated in favour of its command scopes.
    @SuppressWarnings("deprecation")
    private static void update(Liquibase liquibase) throws LiquibaseException {
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update(new Contexts(), new LabelExpression());
    }
}
