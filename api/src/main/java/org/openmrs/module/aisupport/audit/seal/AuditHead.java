/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openmrs.module.aisupport.persistence.KeyRing;

/**
 * Where the chain stood at a time, to be kept where nobody who can reach the database can reach it. Only against a head is it found that
 * the newest rows were cut off.
 *
 * @param seq zero before the first seal
 * @param auditId the row that was sealed last, zero before the first
 * @param at when this was exported
 * @param signature with the key {@code keyId} over all of it
 */
public record AuditHead(long seq, String hash, long auditId, Instant at, String keyId, String signature) {

    static AuditHead sign(Optional<Seal> last, Instant now, KeyRing keys) {
        long seq = last.map(Seal::seq).orElse(0L);
        String hash = last.map(Seal::hash).orElse(SealFormat.NOTHING);
        long auditId = last.map(Seal::auditId).orElse(0L);
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        String keyId = keys.current().name();
        byte[] signature = new SealFormat(keys).signature(seq, SealFormat.bytes(hash), auditId, micros(at), keyId);
        return new AuditHead(seq, hash, auditId, at, keyId, SealFormat.hex(signature));
    }

    /** Whether one of these keys signed exactly this. */
    boolean isSignedWith(KeyRing keys) {
        SealFormat format = new SealFormat(keys);
        byte[] claimed = SealFormat.bytes(signature);
        byte[] ofHash = SealFormat.bytes(hash);
        try {
            return claimed != null
                    && ofHash != null
                    && format.knows(keyId)
                    && MessageDigest.isEqual(claimed, format.signature(seq, ofHash, auditId, micros(at), keyId));
        } catch (ArithmeticException noTimeOfOurs) {
            return false;
        }
    }

    /** Not by the converter of our rows, which needs a library that is not there where an export is verified. */
    private static long micros(Instant at) {
        long seconds = Math.multiplyExact(at.getEpochSecond(), 1_000_000L);
        return Math.addExact(seconds, at.getNano() / 1_000);
    }
}
