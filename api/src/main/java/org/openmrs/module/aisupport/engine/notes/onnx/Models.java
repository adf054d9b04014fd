/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * ONNX Runtime, as the module reaches it: a model's bytes in, a {@link Model} out. This class lives beside ONNX Runtime in a class
 * loader that outlives the module (see KeptRuntime), so nothing but Java's own types may pass between them, and it may not call the
 * module. A newer module meets this class as an older one left it: whoever changes what it takes or gives changes KeptRuntime's name.
 */
public final class Models
        implements Function<byte[], Function<long[], float[]>>, Supplier<Function<byte[], Function<long[], float[]>>> {

    private final OrtEnvironment environment;

    private Models(OrtEnvironment environment) {
        this.environment = environment;
    }

    /** Loads the native library. Adds a shutdown hook, a thread that keeps what it inherits: to be called on a thread that has nothing. */
    public static Supplier<Function<byte[], Function<long[], float[]>>> start() throws OrtException {
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "aisupport");
        // On Windows it would tell its maker how it is used, where the system lets it.
        environment.setTelemetry(false);
        return new Models(environment);
    }

    @Override
    public Function<byte[], Function<long[], float[]>> get() {
        return this;
    }

    /**
     * On the caller's own thread: none of its own, and none that spins while it waits. What one reckoning needs is kept for the next,
     * which bounds it if there is one at a time: given back each time, it piled up in the system's allocator, 10 MB for each thread.
     */
    @Override
    public Function<long[], float[]> apply(byte[] onnx) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setCPUArenaAllocator(true);
            options.setMemoryPatternOptimization(false);
            return new Model(environment, environment.createSession(onnx, options));
        } catch (OrtException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "ONNX Runtime " + environment.getVersion();
    }
}
