/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.management.JMException;

/**
 * Makes {@value #SIZE} numbers of a sentence, of length 1: the nearer two sentences' meanings, the nearer their product is to 1
 * (Reimers and Gurevych 2019). Many threads may ask at once, and take turns by the sentence, each
 * a few milliseconds: the clinic's server has other things to do, so it takes one processor and the memory of one sentence.
 *
 * <p>Each sentence is reckoned by itself. In eight bits, a sentence's numbers would depend on which others it is reckoned together
 * with: measured, by up to 0.035 in a product of two, more than often lies between a suggestion and none. It would save no time.
 */
public final class SentenceEncoder implements AutoCloseable {

    public static final int SIZE = 384;

    private final WordPiece wordPiece;
    private final Function<long[], float[]> model;
    private final ReentrantLock turn = new ReentrantLock(true);
    private boolean closed;

    SentenceEncoder(WordPiece wordPiece, Function<long[], float[]> model) {
        this.wordPiece = wordPiece;
        this.model = model;
    }

    /** Takes seconds the first time, and 100 MB outside of Java's heap: not to be waited for at the start of a server. Never throws. */
    public static EncoderAnswer open() {
        return open(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static EncoderAnswer open(String system, String processor) {
        return NativePlatform.of(system, processor)
                .map(platform -> open(new KeptRuntime(platform)))
                .orElseGet(() -> new EncoderAnswer.Unavailable(WhyNot.noLibraryFor(system, processor)));
    }

    static EncoderAnswer open(KeptRuntime runtime) {
        try {
            WordPiece wordPiece = WordPiece.read(ModelFiles.VOCABULARY.read());
            return new EncoderAnswer.Ready(
                    new SentenceEncoder(wordPiece, runtime.models().apply(ModelFiles.WEIGHTS.read())));
        } catch (IOException
                | JMException
                | ExecutionException
                | RuntimeException
                | LinkageError
                | OutOfMemoryError e) {
            return new EncoderAnswer.Unavailable(WhyNot.words(e));
        }
    }

    /**
     * Of as many sentences, [{@value #SIZE}] each; what is longer than {@link WordPiece#MOST_TOKENS} is read up to there.
     *
     * @throws CancellationException once the thread is interrupted, as a run is that took too long
     * @throws IllegalStateException once it is closed
     */
    public float[][] encode(List<String> sentences) {
        float[][] encoded = new float[sentences.size()][];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = ofLengthOne(mean(rows(wordPiece.tokens(sentences.get(i)))));
        }
        return encoded;
    }

    private float[] rows(long[] tokens) {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while others had their turn");
        }
        try {
            if (closed) {
                throw new IllegalStateException("The encoder is closed: the module is being stopped.");
            }
            return model.apply(tokens);
        } finally {
            turn.unlock();
        }
    }

    private static double[] mean(float[] rows) {
        double[] mean = new double[SIZE];
        int count = rows.length / SIZE;
        for (int at = 0; at < rows.length; at++) {
            mean[at % SIZE] += rows[at] / (double) count;
        }
        return mean;
    }

    private static float[] ofLengthOne(double[] vector) {
        double square = 0;
        for (double number : vector) {
            square += number * number;
        }
        float[] normal = new float[SIZE];
        for (int at = 0; at < SIZE; at++) {
            normal[at] = (float) (vector[at] / Math.sqrt(square));
        }
        return normal;
    }

    /** Waits for the sentence that has its turn; gives the model's memory back. */
    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                ((AutoCloseable) model).close();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The model could not be closed.", e);
        } finally {
            turn.unlock();
        }
    }
}
