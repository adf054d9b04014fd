/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodType;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Calls something that lives on after the module, on a thread from which it can inherit nothing of the module's. What is made there
 * (a class loader, a shutdown hook) would else keep the module's classes for ever, in three ways:
 * <ul>
 *   <li>inheritable thread locals: the outer thread takes none from its caller, and so has none to hand on;
 *   <li>the context class loader: a thread of {@link ForkJoinPool}'s has the system's;
 *   <li>the classes on the stack, which Java up to 23 keeps with each thread and class loader: a thread of {@link ForkJoinPool}'s
 *       starts without its caller's, and a method handle has no class of ours.
 * </ul>
 */
final class CleanThread {

    private CleanThread() {}

    static Object call(MethodHandle work) throws ExecutionException {
        Callable<?> callable = MethodHandleProxies.asInterfaceInstance(
                Callable.class, work.asType(MethodType.methodType(Object.class)));
        FutureTask<Object> task = new FutureTask<>(() -> inPool(callable));
        Thread thread = new Thread(null, task, "aisupport-onnxruntime-start", 0, false);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException("interrupted while ONNX Runtime was being loaded", e);
        }
    }

    private static Object inPool(Callable<?> callable) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            return pool.submit(callable).get();
        } finally {
            pool.shutdown();
        }
    }
}
