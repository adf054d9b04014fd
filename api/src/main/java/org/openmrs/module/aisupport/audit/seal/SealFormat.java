/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openmrs.module.aisupport.persistence.KeyRing;

/**
 * Which bytes a seal is made of, told in docs/audit.md so that anybody can write a verifier: HMAC-SHA-256 (RFC 2104, FIPS 198-1) of the
 * letter S, the version, the number in the chain, the hash before it, the key's name and each column. Not for two threads at once.
 */
final class SealFormat {

    /** The one that is written now, and the only one there is. */
    static final int VERSION = 1;

    /** What the first seal has before it. */
    static final String NOTHING = "0".repeat(64);

    private static final String ALGORITHM = "HmacSHA256";

    /** What each character is worth, or −1. Small letters only: one hash is written in one way. */
    private static final byte[] DIGITS = new byte[128];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int i = 0; i < 16; i++) {
            DIGITS[Character.forDigit(i, 16)] = (byte) i;
        }
    }

    private final KeyRing keys;
    private final Map<String, Mac> macs = new HashMap<>();
    private final CanonicalBytes bytes = new CanonicalBytes();
    private String lastKey;
    private Mac lastMac;

    SealFormat(KeyRing keys) {
        this.keys = keys;
    }

    boolean knows(String keyId) {
        return keyId != null && (keyId.equals(lastKey) || mac(keyId).isPresent());
    }

    /** @throws IllegalArgumentException with a key that the ring lacks; ask {@link #knows} first */
    byte[] hash(long seq, byte[] previous, String keyId, AuditValues row) {
        return write(seq, previous, keyId, row).hmac(known(keyId));
    }

    CanonicalBytes write(long seq, byte[] previous, String keyId, AuditValues row) {
        bytes.start('S', VERSION).fixed(seq).fixed(previous).text(keyId);
        for (int i = 0; i < AuditColumn.count(); i++) {
            bytes.value(row.at(i));
        }
        return bytes;
    }

    /** What a head is signed with, under a letter of its own, so that no seal can pass for a head. */
    byte[] signature(long seq, byte[] hash, long auditId, long atMicros, String keyId) {
        return bytes.start('H', VERSION)
                .fixed(seq)
                .fixed(hash)
                .fixed(auditId)
                .fixed(atMicros)
                .text(keyId)
                .hmac(known(keyId));
    }

    /** What the result of a verification is signed with, under a letter of its own, too. */
    byte[] resultSignature(List<Object> columns, String keyId) {
        bytes.start('V', VERSION).text(keyId);
        columns.forEach(bytes::value);
        return bytes.hmac(known(keyId));
    }

    /** The next row mostly has the same. */
    private Mac known(String keyId) {
        if (!keyId.equals(lastKey)) {
            lastMac = mac(keyId).orElseThrow(() -> new IllegalArgumentException("no key of the name " + keyId));
            lastKey = keyId;
        }
        return lastMac;
    }

    private Optional<Mac> mac(String keyId) {
        return keys.key(keyId).map(key -> macs.computeIfAbsent(keyId, name -> made(key)));
    }

    private static Mac made(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** Null for what can't be a hash, whoever wrote it there. */
    static byte[] bytes(String hash) {
        if (hash == null || hash.length() != NOTHING.length()) {
            return null;
        }
        byte[] bytes = new byte[hash.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = digit(hash.charAt(2 * i));
            int low = digit(hash.charAt(2 * i + 1));
            if ((high | low) < 0) {
                return null;
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    private static int digit(char c) {
        return c < DIGITS.length ? DIGITS[c] : -1;
    }
}
