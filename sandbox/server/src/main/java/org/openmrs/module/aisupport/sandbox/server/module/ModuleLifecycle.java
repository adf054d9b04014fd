/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.openmrs.module.DaemonToken;
import org.openmrs.module.DaemonTokenAware;
import org.openmrs.module.aisupport.sandbox.server.database.Changelog;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes a module through its life in OpenMRS's order. All of it runs as a daemon, as there. */
public final class ModuleLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleLifecycle.class);
    private static final String LIQUIBASE = "liquibase.xml";

    private final LoadedModule module;
    private final DataSource dataSource;
    private final DaemonToken token = new DaemonToken(UUID.randomUUID().toString());

    public ModuleLifecycle(LoadedModule module, DataSource dataSource) {
        this.module = module;
        this.dataSource = dataSource;
    }

    /** Before there is a Spring context: tables, privileges and settings. */
    public void prepare() {
        call("setDaemonToken", this::passToken);
        if (module.loader().getResource(LIQUIBASE) != null) {
            runLiquibase();
        }
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        ModuleConfig config = module.config();
        config.privileges().forEach(each -> insertPrivilege(jdbc, each));
        config.settings().forEach(each -> insertSetting(jdbc, each));
        insertSetting(
                jdbc,
                new ModuleConfig.Setting(config.id() + ".started", "true", "Whether the module starts with OpenMRS"));
        call("willStart", module.activator()::willStart);
    }

    private void runLiquibase() {
        try {
            new Changelog(LIQUIBASE, module.loader()).run(dataSource);
        } catch (LiquibaseException | SQLException e) {
            throw new CannotLoadModuleException("Unable to update data model using liquibase.xml", e);
        }
    }

    private static void insertPrivilege(JdbcTemplate jdbc, ModuleConfig.Privilege privilege) {
        jdbc.update(
                "INSERT IGNORE INTO privilege (privilege, description, uuid) VALUES (?, ?, ?)",
                privilege.name(),
                privilege.description(),
                UUID.randomUUID().toString());
    }

    private static void insertSetting(JdbcTemplate jdbc, ModuleConfig.Setting setting) {
        jdbc.update(
                "INSERT IGNORE INTO global_property (property, property_value, description, uuid) VALUES (?, ?, ?, ?)",
                setting.property(),
                setting.defaultValue(),
                setting.description(),
                UUID.randomUUID().toString());
    }

    public void willRefreshContext() {
        call("willRefreshContext", module.activator()::willRefreshContext);
    }

    public void contextRefreshed() {
        call("setDaemonToken", this::passToken);
        call("contextRefreshed", module.activator()::contextRefreshed);
    }

    public void started() {
        call("started", module.activator()::started);
    }

    public void willStop() {
        call("willStop", module.activator()::willStop);
    }

    public void stopped() {
        call("stopped", module.activator()::stopped);
    }

    private void passToken() {
        if (module.activator() instanceof DaemonTokenAware aware) {
            aware.setDaemonToken(token);
        }
    }

    private void call(String what, Runnable step) {
        LOG.debug("{}: {}", module.config().id(), what);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(module.loader());
        try {
            CurrentThread.asDaemon(step);
        } catch (RuntimeException | LinkageError e) {
            throw new CannotLoadModuleException("The module's activator failed in " + what + "()", e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
