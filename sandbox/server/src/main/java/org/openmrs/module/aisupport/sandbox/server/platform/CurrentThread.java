/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.util.Optional;

/** What the calling thread acts as: a session's user, a daemon, or neither. */
public final class CurrentThread {

    private static final ThreadLocal<UserContext> CONTEXT = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> DAEMON = ThreadLocal.withInitial(() -> false);

    private CurrentThread() {}

    public static void actFor(UserContext context) {
        CONTEXT.set(context);
    }

    public static void actForNobody() {
        CONTEXT.remove();
    }

    public static Optional<UserContext> context() {
        return Optional.ofNullable(CONTEXT.get());
    }

    public static Optional<Account> account() {
        return context().flatMap(UserContext::account);
    }

    public static boolean isDaemon() {
        return DAEMON.get();
    }

    /** Daemon threads pass every privilege check. */
    public static boolean has(String privilege) {
        return isDaemon() || context().map(context -> context.has(privilege)).orElse(false);
    }

    /** Runs the work as a daemon, on this thread. */
    public static void asDaemon(Runnable work) {
        boolean before = DAEMON.get();
        DAEMON.set(true);
        try {
            work.run();
        } finally {
            DAEMON.set(before);
        }
    }
}
