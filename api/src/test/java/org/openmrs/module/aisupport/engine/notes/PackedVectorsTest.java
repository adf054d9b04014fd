/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E2")
class PackedVectorsTest {

    private final Random random = new Random(7);

    private float[] someVector() {
        float[] vector = new float[SentenceEncoder.SIZE];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return ofLengthOne(vector);
    }

    private static float[] ofLengthOne(float[] vector) {
        double square = 0;
        for (float number : vector) {
            square += number * number;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    /** One whose cosine with it is about so much. */
    private float[] near(float[] vector, float cosine) {
        float[] other = someVector();
        float[] near = new float[vector.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = cosine * vector[i] + (float) Math.sqrt(1 - cosine * cosine) * other[i];
        }
        return ofLengthOne(near);
    }

    private static float cosine(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Test
    void few_vectors_are_all_visited_with_their_cosine() {
        PackedVectors packed = new PackedVectors(3);
        float[][] vectors = {someVector(), someVector(), someVector()};
        for (int at = 0; at < 3; at++) {
            packed.put(at, PackedVectors.pack(vectors[at]));
        }
        float[] asked = near(vectors[1], 0.8f);

        Map<Integer, Float> visited = new HashMap<>();
        packed.visitNearest(asked, visited::put);

        assertThat(visited).containsOnlyKeys(0, 1, 2);
        visited.forEach((at, cosine) -> assertThat(cosine).isCloseTo(cosine(asked, vectors[at]), within(0.02f)));
    }

    @Test
    void of_many_the_one_that_is_near_enough_for_a_suggestion_is_hardly_ever_missed() {
        int size = 50_000;
        PackedVectors packed = new PackedVectors(size);
        float[][] some = new float[500][];
        for (int at = 0; at < size; at++) {
            float[] vector = someVector();
            packed.put(at, PackedVectors.pack(vector));
            if (at < some.length) {
                some[at] = vector;
            }
        }
        int found = 0;
        for (int at = 0; at < some.length; at++) {
            Map<Integer, Float> visited = new HashMap<>();
            packed.visitNearest(near(some[at], 0.66f), visited::put);
            assertThat(visited.size())
                    .isGreaterThanOrEqualTo(PackedVectors.NEAR)
                    .isLessThan(size / 10);
            found += visited.containsKey(at) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(499);
    }
}
