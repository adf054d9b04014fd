/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.openmrs.Person;
import org.openmrs.User;
import org.openmrs.module.aisupport.sandbox.PlatformBackend;

/** What stands behind OpenMRS's static entrances while this server runs. */
public final class SandboxPlatform implements PlatformBackend {

    private static final String DAEMON_USER = "A4F30A1B-5EB9-11DF-A648-37A07F9C90FB";

    private final Accounts accounts;
    private final DaemonThreads daemons;
    private final Path files;
    private final Properties properties;

    public SandboxPlatform(Accounts accounts, DaemonThreads daemons, Path files, Map<String, String> properties) {
        this.accounts = accounts;
        this.daemons = daemons;
        this.files = files;
        this.properties = RuntimeProperties.of(files, properties);
    }

    @Override
    public User authenticatedUser() {
        return (CurrentThread.isDaemon() ? accounts.byUuid(DAEMON_USER) : CurrentThread.account())
                .map(SandboxPlatform::user)
                .orElse(null);
    }

    private static User user(Account account) {
        Person person = new Person(account.personId());
        person.setUuid(account.personUuid());
        User user = new User(account.userId());
        user.setUuid(account.uuid());
        user.setUsername(account.username());
        user.setSystemId(account.systemId());
        user.setPerson(person);
        return user;
    }

    @Override
    public boolean hasPrivilege(String privilege) {
        return CurrentThread.has(privilege);
    }

    @Override
    public void addProxyPrivilege(String privilege) {
        CurrentThread.context().ifPresent(context -> context.lend(privilege));
    }

    @Override
    public void removeProxyPrivilege(String privilege) {
        CurrentThread.context().ifPresent(context -> context.takeBack(privilege));
    }

    @Override
    public void clearSession() {
        daemons.sessions().clear();
    }

    @Override
    public Locale locale() {
        return CurrentThread.context().map(UserContext::locale).orElse(Locale.UK);
    }

    @Override
    public <T> T service(Class<? extends T> type) {
        return ServiceContext.getInstance().get(type);
    }

    @Override
    public boolean isDaemonThread() {
        return CurrentThread.isDaemon();
    }

    @Override
    public Future<?> runAsDaemon(Runnable task) {
        return daemons.run(task);
    }

    @Override
    public Properties runtimeProperties() {
        return properties;
    }

    @Override
    public File applicationDataDirectory() {
        return files.toFile();
    }
}
