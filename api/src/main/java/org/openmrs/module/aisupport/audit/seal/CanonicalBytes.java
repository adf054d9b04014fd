/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Values written one after the other so that no two lists of values give the same bytes: each with its length before it, and none is not
 * the same as empty. The buffer is used again, since millions of rows are verified one after the other.
 */
final class CanonicalBytes {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int NONE = -1;

    private byte[] buffer = new byte[2048];
    private int length;

    CanonicalBytes start(char kind, int version) {
        length = 0;
        buffer[length++] = (byte) kind;
        buffer[length++] = (byte) version;
        return this;
    }

    /** Eight bytes, for what is never absent. */
    CanonicalBytes fixed(long value) {
        makeRoom(Long.BYTES);
        LONG.set(buffer, length, value);
        length += Long.BYTES;
        return this;
    }

    CanonicalBytes fixed(byte[] value) {
        makeRoom(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
        return this;
    }

    CanonicalBytes value(Object value) {
        if (value == null) {
            return lengthOf(NONE);
        }
        return value instanceof Long number ? lengthOf(Long.BYTES).fixed((long) number) : text((String) value);
    }

    /** Nearly every text here is ASCII, which is written as it is; a copy of each would cost as much as the hash. */
    CanonicalBytes text(String text) {
        int size = text.length();
        makeRoom(Integer.BYTES + size);
        byte[] to = buffer;
        int start = length + Integer.BYTES;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return encoded(text);
            }
            to[start + i] = (byte) c;
        }
        INT.set(to, length, size);
        length = start + size;
        return this;
    }

    /** Half a character would become a question mark, and so any other half be the same. A file may hold one; what a driver reads from a table can't, unless somebody changed the table. */
    private CanonicalBytes encoded(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            lengthOf(bytes.remaining());
            makeRoom(bytes.remaining());
            int size = bytes.remaining();
            bytes.get(buffer, length, size);
            length += size;
            return this;
        } catch (CharacterCodingException half) {
            throw new IllegalArgumentException("A text holds half a character, which no audit does.", half);
        }
    }

    private CanonicalBytes lengthOf(int bytes) {
        makeRoom(Integer.BYTES);
        INT.set(buffer, length, bytes);
        length += Integer.BYTES;
        return this;
    }

    private void makeRoom(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * (length + more));
        }
    }

    byte[] hmac(Mac mac) {
        mac.update(buffer, 0, length);
        return mac.doFinal();
    }

    byte[] toArray() {
        return Arrays.copyOf(buffer, length);
    }
}
