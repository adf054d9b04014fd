/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.Arrays;

/**
 * Vectors of length 1, packed: a byte for each number to multiply with, and a bit for its sign to look by first. In sixty thousand
 * concepts' names a search that multiplies everything is too slow for a screen; the signs alone leave a few hundred that are near, and
 * the one that is nearest is hardly ever missed (Charikar 2002: the angle between two vectors shows in how many signs differ).
 *
 * <p>Memory: 432 bytes a vector of 384 numbers.
 */
final class PackedVectors {

    /** How many are left to multiply with. So many are multiplied with at once, without a look at the signs. */
    static final int NEAR = 400;

    private static final int LONGS = SentenceEncoder.SIZE / Long.SIZE;
    private static final float SCALE = 127f;

    private final byte[] numbers;
    private final long[] signs;
    private final int size;

    /** Room for so many; each is put in its place once, before anybody looks. */
    PackedVectors(int size) {
        this.size = size;
        this.numbers = new byte[size * SentenceEncoder.SIZE];
        this.signs = new long[size * LONGS];
    }

    /** @param packed as {@link #pack} made it */
    void put(int at, byte[] packed) {
        System.arraycopy(packed, 0, numbers, at * SentenceEncoder.SIZE, SentenceEncoder.SIZE);
        for (int i = 0; i < SentenceEncoder.SIZE; i++) {
            if (packed[i] > 0) {
                signs[at * LONGS + i / Long.SIZE] |= 1L << i;
            }
        }
    }

    /** No number of a vector of length 1 is above 1. */
    static byte[] pack(float[] vector) {
        byte[] packed = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            packed[i] = (byte) Math.round(vector[i] * SCALE);
        }
        return packed;
    }

    int size() {
        return size;
    }

    /** Called with those that are near and how near, from −1 to 1. */
    interface Visitor {
        void near(int at, float cosine);
    }

    void visitNearest(float[] vector, Visitor visitor) {
        if (size <= NEAR) {
            for (int at = 0; at < size; at++) {
                visitor.near(at, cosine(vector, at));
            }
            return;
        }
        short[] differing = differingSigns(signsOf(vector));
        int most = mostThatLeaves(differing);
        for (int at = 0; at < size; at++) {
            if (differing[at] <= most) {
                visitor.near(at, cosine(vector, at));
            }
        }
    }

    float cosine(float[] vector, int at) {
        float sum = 0;
        int from = at * SentenceEncoder.SIZE;
        for (int i = 0; i < SentenceEncoder.SIZE; i++) {
            sum += vector[i] * numbers[from + i];
        }
        return sum / SCALE;
    }

    private static long[] signsOf(float[] vector) {
        long[] bits = new long[LONGS];
        for (int i = 0; i < SentenceEncoder.SIZE; i++) {
            if (vector[i] > 0) {
                bits[i / Long.SIZE] |= 1L << i;
            }
        }
        return bits;
    }

    private short[] differingSigns(long[] bits) {
        short[] differing = new short[size];
        for (int at = 0; at < size; at++) {
            int count = 0;
            for (int i = 0; i < LONGS; i++) {
                count += Long.bitCount(bits[i] ^ signs[at * LONGS + i]);
            }
            differing[at] = (short) count;
        }
        return differing;
    }

    /** How many signs may differ so that at least {@link #NEAR} are left. */
    private static int mostThatLeaves(short[] differing) {
        int[] howMany = new int[SentenceEncoder.SIZE + 1];
        for (short count : differing) {
            howMany[count]++;
        }
        int left = 0;
        for (int most = 0; most < howMany.length; most++) {
            left += howMany[most];
            if (left >= NEAR) {
                return most;
            }
        }
        throw new IllegalStateException(
                "of " + Arrays.stream(howMany).sum() + " vectors fewer are left than there are");
    }
}
