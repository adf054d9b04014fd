/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.sandbox.RunningPlatform;
import org.openmrs.module.aisupport.sandbox.server.database.Changelog;
import org.openmrs.module.aisupport.sandbox.server.database.MariaDb;
import org.openmrs.module.aisupport.sandbox.server.module.LoadedModule;
import org.openmrs.module.aisupport.sandbox.server.module.ModuleLifecycle;
import org.openmrs.module.aisupport.sandbox.server.module.ModuleMessages;
import org.openmrs.module.aisupport.sandbox.server.platform.Accounts;
import org.openmrs.module.aisupport.sandbox.server.platform.DaemonThreads;
import org.openmrs.module.aisupport.sandbox.server.platform.SandboxPlatform;
import org.openmrs.module.aisupport.sandbox.server.platform.Sessions;
import org.openmrs.module.aisupport.sandbox.server.seed.ConsentPosting;
import org.openmrs.module.aisupport.sandbox.server.seed.ModuleRoles;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile;
import org.openmrs.module.aisupport.sandbox.server.seed.Seeding;
import org.openmrs.module.aisupport.sandbox.server.web.O3Shell;
import org.openmrs.module.aisupport.sandbox.server.web.WebServer;

/** The whole stand-in: database, made-up patients, module, web server; started in this order and stopped in the other. */
public final class Sandbox implements AutoCloseable {

    private final Options options;
    private final Progress progress;
    private final PatientFile file = PatientFile.load();
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private boolean closed;
    private LoadedModule module;
    private WebServer web;

    public Sandbox(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Returns once everything can be used. */
    public synchronized void start() {
        Path omod = options.omod().orElseGet(Project::newestModule);
        WebServer.requireFree(options.port());
        DataFolder folder = keep(DataFolder.open(options.data()));
        if (options.fresh()) {
            progress.say("Emptying " + folder.root());
            MariaDb.stopLeftover(folder.root(), progress);
            folder.empty();
        }
        MariaDb database = keep(MariaDb.start(folder.root(), progress));
        fill(database.dataSource());
        serve(folder.root(), omod, database.dataSource());
        options.databaseFile().ifPresent(file -> write(file, database.address()));
        finish(database.dataSource());
    }

    private void fill(DataSource dataSource) {
        progress.say("Checking the tables");
        try {
            new Changelog("schema/changelog.xml", getClass().getClassLoader()).run(dataSource);
        } catch (LiquibaseException | SQLException e) {
            throw new CannotStartException(
                    "The database holds tables of another sandbox version. Begin anew: --fresh", e);
        }
        if (new Seeding(dataSource, file, Clock.systemDefaultZone()).loadOnce()) {
            progress.say("Loaded " + file.patients().size() + " made-up patients");
        }
    }

    private void serve(Path folder, Path omod, DataSource dataSource) {
        progress.say("Loading " + omod.getFileName());
        Accounts accounts = new Accounts(dataSource);
        module = keep(LoadedModule.load(omod, folder.resolve(".openmrs-lib-cache")));
        DaemonThreads daemons = keep(new DaemonThreads(new Sessions(this::sessionFactory)));
        RunningPlatform.install(new SandboxPlatform(accounts, daemons, folder, options.properties()));
        ModuleLifecycle lifecycle = new ModuleLifecycle(module, dataSource);
        lifecycle.prepare();
        progress.say("Starting the platform with " + module.config().name() + " "
                + module.config().version());
        web = new WebServer(
                folder,
                module,
                lifecycle,
                accounts,
                o3(),
                Map.of(
                        "dataSource", dataSource,
                        "messageSource", ModuleMessages.of(module),
                        "sandboxModule", module,
                        "sandboxAccounts", accounts));
        keep(web).start(options.port());
    }

    private Optional<O3Shell> o3() {
        Optional<O3Shell> shell = options.o3().map(O3Shell::new).filter(O3Shell::isAssembled);
        if (shell.isEmpty() && options.o3().isPresent()) {
            progress.say(
                    "O3 is not assembled, so only the simple page is served. To get it: npm run assemble, in sandbox/o3");
        }
        return shell;
    }

    private void finish(DataSource dataSource) {
        List<String> missing = new ModuleRoles(dataSource).give(file.users());
        if (!missing.isEmpty()) {
            progress.say("The module made no role " + String.join(", ", missing) + ": nobody has its privileges");
        }
        recordConsent(dataSource);
        options.readyFile().ifPresent(file -> write(file, web.address()));
    }

    private void recordConsent(DataSource dataSource) {
        ConsentPosting posting = new ConsentPosting(file, dataSource, web.address());
        if (!posting.isDue()) {
            return;
        }
        try {
            progress.say("Recorded " + posting.post() + " consent events of the made-up patients");
        } catch (IOException | IllegalStateException e) {
            progress.say("Consent of the made-up patients could not be recorded, so nobody has consented: "
                    + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Path file, String line) {
        try {
            Files.writeString(file, line + "\n");
        } catch (IOException e) {
            throw new CannotStartException("Can't write " + file, e);
        }
    }

    public String address() {
        return web.address();
    }

    /** Where people begin: O3 if it is served, the simple page always. */
    public List<String> pages() {
        return web.pages();
    }

    /** The one that the context has now; another one after each refresh. */
    public SessionFactory sessionFactory() {
        return web.refresh().sessionFactory();
    }

    public ClassLoader moduleLoader() {
        return module.loader();
    }

    public PatientFile people() {
        return file;
    }

    /** True while there is something to stop. */
    boolean holdsAnything() {
        return !open.isEmpty();
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    /** Stops whatever is running, the last first. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            progress.say("Could not stop " + part.getClass().getSimpleName() + ": " + e);
        }
    }
}
