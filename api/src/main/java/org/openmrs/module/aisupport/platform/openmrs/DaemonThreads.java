/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.concurrent.Future;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;
import org.openmrs.module.DaemonToken;
import org.openmrs.module.aisupport.platform.BackgroundThreads;

/** The platform's daemon threads, for which it gives each module a token when it starts. */
public class DaemonThreads implements BackgroundThreads {

    // Static because the platform hands the token to the activator, before this bean exists and again never.
    private static volatile DaemonToken token;

    public static void useToken(DaemonToken given) {
        token = given;
    }

    @Override
    public Future<?> run(Runnable task) {
        return Daemon.runInDaemonThreadWithoutResult(
                () -> {
                    // The thread may have kept the session of another task, with what that read (HibernateContextDAO of
                    // 2.8).
                    Context.clearSession();
                    task.run();
                },
                token);
    }
}
