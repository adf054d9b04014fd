/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A vector that is a little wrong finds the wrong problem, and looks no different. */
@Tag("E2")
class SentenceEncoderTest {

    private static final Map<String, float[]> SAID_BY_ANOTHER = new LinkedHashMap<>();

    private static SentenceEncoder encoder;

    @BeforeAll
    static void open() throws IOException {
        try (InputStream file = SentenceEncoderTest.class.getResourceAsStream("minilm-vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file).path("vectors");
            for (Iterator<String> names = vectors.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                SAID_BY_ANOTHER.put(name, floats(vectors.get(name)));
            }
        }
        encoder = opened();
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    /**
     * In eight bits a sum that is rounded elsewhere moves a vector: the reference itself gives 0.996 with its graph optimised and not.
     * A token too few or too many, or another mean, moves all of them.
     */
    @Test
    void says_the_vectors_that_another_implementation_says() {
        List<Double> products = new ArrayList<>();
        SAID_BY_ANOTHER.forEach((sentence, expected) -> {
            float[] vector = encoder.encode(List.of(sentence))[0];
            assertThat(vector).hasSize(SentenceEncoder.SIZE);
            assertThat(product(vector, vector)).isCloseTo(1, within(1e-5));
            products.add(product(vector, expected));
        });

        assertThat(products).hasSize(9).allMatch(product -> product > 0.99);
        assertThat(products.stream().filter(product -> product > 0.999)).hasSizeGreaterThanOrEqualTo(7);
    }

    /** What it is for. */
    @Test
    void the_same_in_other_words_is_nearer_than_something_else_in_the_same_words() {
        float[][] vectors = encoder.encode(List.of(
                "Her blood pressure was too high at home, too.",
                "Hypertension",
                "Low blood sugar",
                "He works in a bakery."));

        assertThat(product(vectors[0], vectors[1])).isGreaterThan(product(vectors[0], vectors[2]) + 0.1);
        assertThat(product(vectors[0], vectors[2])).isGreaterThan(product(vectors[0], vectors[3]) + 0.1);
    }

    /** Else what a GP is shown of one sentence would depend on the next. */
    @Test
    void a_sentences_vector_does_not_depend_on_its_neighbours() {
        List<String> sentences = new ArrayList<>(SAID_BY_ANOTHER.keySet());
        float[][] together = encoder.encode(sentences);
        Collections.reverse(sentences);
        float[][] reversed = encoder.encode(sentences);

        for (int i = 0; i < together.length; i++) {
            assertThat(reversed[together.length - 1 - i]).containsExactly(together[i]);
            assertThat(encoder.encode(List.of(sentences.get(together.length - 1 - i)))[0])
                    .containsExactly(together[i]);
        }
    }

    @Test
    void nothing_in_nothing_out() {
        assertThat(encoder.encode(List.of())).isEmpty();
    }

    @Test
    void many_may_ask_at_once() throws Exception {
        List<String> sentences = List.copyOf(SAID_BY_ANOTHER.keySet());
        float[][] alone = encoder.encode(sentences);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<float[][]>> asked = Collections.nCopies(32, () -> encoder.encode(sentences));

            for (Future<float[][]> answer : threads.invokeAll(asked)) {
                assertThat(answer.get()).isDeepEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_run_that_was_given_up_stops_before_the_next_sentence() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> encoder.encode(List.of("cough"))).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** The model's memory is freed then: whoever still used it would end the server. */
    @Test
    void closed_under_the_hands_of_eight_it_refuses_and_hurts_nobody() throws Exception {
        SentenceEncoder closing = opened();
        CountDownLatch underWay = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(threads.submit(() -> {
                    for (; ; ) {
                        closing.encode(List.of("cough"));
                        underWay.countDown();
                    }
                }));
            }
            underWay.await();

            closing.close();
            closing.close();

            for (Future<?> one : asked) {
                assertThatThrownBy(one::get)
                        .hasCauseInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("closed");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(encoder.encode(List.of("cough"))).hasDimensions(1, SentenceEncoder.SIZE);
    }

    static SentenceEncoder opened() {
        EncoderAnswer answer = SentenceEncoder.open();
        assertThat(answer).isInstanceOf(EncoderAnswer.Ready.class);
        return ((EncoderAnswer.Ready) answer).encoder();
    }

    private static float[] floats(JsonNode array) {
        float[] floats = new float[array.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = array.get(i).floatValue();
        }
        return floats;
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * (double) other[i];
        }
        return product;
    }
}
