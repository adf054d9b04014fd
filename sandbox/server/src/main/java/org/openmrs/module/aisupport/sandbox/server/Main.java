/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.openmrs.module.aisupport.sandbox.server.module.CannotLoadModuleException;

/** Starts the sandbox from the command line and keeps it until Ctrl+C. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        Logs.calm();
        try {
            run(Options.parse(List.of(arguments), Project.folder()));
        } catch (Options.UnusableException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
        }
    }

    private static void run(Options options) throws InterruptedException {
        Progress progress = new Progress(System.out);
        Sandbox sandbox = new Sandbox(options, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox, progress), "shutdown"));
        try {
            sandbox.start();
        } catch (CannotStartException | CannotLoadModuleException e) {
            System.err.println(new Failure(e));
            System.exit(1);
        } catch (RuntimeException | Error e) {
            e.printStackTrace(); // nobody thought of it, so everything about it counts
            System.exit(1);
        }
        progress.say("Ready");
        System.out.println(new Welcome(sandbox.pages(), sandbox.people().users()));
        new CountDownLatch(1).await();
    }

    private static void stop(Sandbox sandbox, Progress progress) {
        if (sandbox.holdsAnything()) {
            progress.say("Stopping");
            sandbox.close();
            progress.say("Stopped");
        }
    }
}
