/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox;

import java.io.File;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Future;
import org.openmrs.User;

/** What stands behind the static entrances of the platform while a sandbox runs. The sandbox server implements it. */
public interface PlatformBackend {

    /** The user of the calling thread, or null when nobody is logged in there. */
    User authenticatedUser();

    /** True if the calling thread's user, its proxy privileges, or its being a daemon thread gives it the privilege. */
    boolean hasPrivilege(String privilege);

    void addProxyPrivilege(String privilege);

    void removeProxyPrivilege(String privilege);

    /** Lets the calling thread's session forget what it read. */
    void clearSession();

    /** The language of the calling thread's user. */
    Locale locale();

    /** What the owner of the server set in a file. */
    Properties runtimeProperties();

    /** One of the platform's services, or one that a module registered. */
    <T> T service(Class<? extends T> type);

    /** Runs a task in a thread that passes every privilege check, with a session of its own. */
    Future<?> runAsDaemon(Runnable task);

    /** Whether the calling thread is one of those. */
    boolean isDaemonThread();

    /** Where modules may keep files. */
    File applicationDataDirectory();
}
