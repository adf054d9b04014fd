/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** One text's numbers in, as many rows of floats out, one after the other. Its exceptions are Java's own, as {@link Models} says. */
final class Model implements Function<long[], float[]>, AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;

    Model(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    @Override
    public float[] apply(long[] tokens) {
        long[] read = new long[tokens.length];
        Arrays.fill(read, 1);
        try (OnnxTensor ids = tensor(tokens);
                OnnxTensor mask = tensor(read);
                OnnxTensor types = tensor(new long[tokens.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer rows = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] floats = new float[rows.remaining()];
            rows.get(floats);
            return floats;
        } catch (OrtException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(row), new long[] {1, row.length});
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }
}
