/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.concurrent.Future;

/** Threads in which the platform lets a module work without a user. Every privilege check passes there. */
public interface BackgroundThreads {

    /** Runs the task soon, with a session of its own. The future ends when the task has. */
    Future<?> run(Runnable task);
}
