/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.platform.RuntimeProperties;

/** AES-256-GCM with keys of the runtime properties (NIST SP 800-38D: a random nonce of 96 bits, a tag of 128). */
public class PayloadCipher {

    /** Which keys; without it nothing is sent outside. */
    public static final String PROPERTY = "aisupport.egress.keys";

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final RuntimeProperties properties;
    private final SecureRandom random = new SecureRandom();

    public PayloadCipher(RuntimeProperties properties) {
        this.properties = properties;
    }

    record Sealed(String keyName, byte[] nonce, byte[] ciphertext) {}

    /** Why nothing can be encrypted, in words for an administrator; empty where it can. */
    public Optional<String> missing() {
        try {
            return ring().isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            "The runtime property " + PROPERTY + " is not set, so nothing is sent to engines outside.");
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    private Optional<KeyRing> ring() {
        return properties.value(PROPERTY).map(value -> KeyRing.read(PROPERTY, value));
    }

    /** @throws IllegalStateException without a key */
    Sealed seal(byte[] plain, String belongsTo) {
        KeyRing.Named key = ring().orElseThrow(() -> new IllegalStateException("no " + PROPERTY))
                .current();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            return new Sealed(
                    key.name(),
                    nonce,
                    cipher(Cipher.ENCRYPT_MODE, key.key(), nonce, belongsTo).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Empty where its key is gone, or where somebody changed it or put it elsewhere. */
    Optional<byte[]> open(Sealed sealed, String belongsTo) {
        Optional<byte[]> key = ring().flatMap(ring -> ring.key(sealed.keyName()));
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key.get(), sealed.nonce(), belongsTo)
                    .doFinal(sealed.ciphertext()));
        } catch (GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String belongsTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
