/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.openmrs.module.aisupport.persistence.KeyRing;

/** Chains made in memory, as the sealer makes them in the tables. */
final class Chains {

    static final String OLD_KEY = "2026=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    static final String NEW_KEY = "2027=AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    static final KeyRing OLD = KeyRing.read("test", OLD_KEY);
    static final KeyRing BOTH = KeyRing.read("test", NEW_KEY + "," + OLD_KEY);

    /** A year before the tests could be running. */
    static final long SOME_TIME = 1_700_000_000_000_000L;

    private Chains() {}

    /** What a table can hold: half a character it can't. */
    static StringArbitrary texts() {
        return Arbitraries.strings().withCharRange('\0', '\ud7ff').withCharRange('\ue000', '\ufffd');
    }

    static AuditValues row(long id, String detail) {
        Object[] values = new Object[AuditColumn.count()];
        values[AuditColumn.AUDIT_ID.ordinal()] = id;
        values[AuditColumn.UUID.ordinal()] = "uuid-of-" + id;
        values[AuditColumn.AT_MICROS.ordinal()] = SOME_TIME + id;
        values[AuditColumn.KIND.ordinal()] = "SUGGESTIONS_VIEWED";
        values[AuditColumn.OUTCOME.ordinal()] = "DONE";
        values[AuditColumn.ACTOR_ID.ordinal()] = 11L;
        values[AuditColumn.ACTOR_UUID.ordinal()] = "0fb2d5a4-8d55-4a0c-8f6b-7f3f2f5d1c11";
        values[AuditColumn.ACTOR_NAME.ordinal()] = "Dr. Anna Friis";
        values[AuditColumn.PATIENT_ID.ordinal()] = 7L;
        values[AuditColumn.PATIENT_UUID.ordinal()] = "5946f880-b197-400b-9caa-a3c661d23041";
        values[AuditColumn.DETAIL.ordinal()] = detail;
        return new AuditValues(values);
    }

    /** Sealed with the old key, and from the given number on with the new one. */
    static List<SealedRow> sealed(List<AuditValues> rows, int firstOfTheNewKey) {
        List<SealedRow> chain = new ArrayList<>();
        for (AuditValues row : rows) {
            chain.add(next(chain, row, chain.size() + 1 < firstOfTheNewKey ? OLD : BOTH));
        }
        return chain;
    }

    static SealedRow next(List<SealedRow> chain, AuditValues row, KeyRing keys) {
        long seq = chain.size() + 1L;
        String previous = chain.isEmpty()
                ? SealFormat.NOTHING
                : chain.get(chain.size() - 1).seal().hash();
        String keyId = keys.current().name();
        byte[] hash = new SealFormat(keys).hash(seq, SealFormat.bytes(previous), keyId, row);
        Seal seal = new Seal(seq, row.id(), SealFormat.VERSION, previous, SealFormat.hex(hash), keyId);
        return new SealedRow(seal, Optional.of(row));
    }

    static List<SealedRow> ofRows(int count) {
        List<AuditValues> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(row(i, "detail " + i));
        }
        return sealed(rows, Integer.MAX_VALUE);
    }

    static ChainVerdict verdict(List<SealedRow> chain, KeyRing keys, Optional<AuditHead> head) {
        return verdict(chain, keys, LostKeys.NONE, head);
    }

    static ChainVerifier verifier(KeyRing keys, LostKeys lost, Optional<AuditHead> head) {
        return new ChainVerifier(new SealTerms(keys, lost, Explained.NOTHING), head);
    }

    static ChainVerdict verdict(List<SealedRow> chain, KeyRing keys, LostKeys lost, Optional<AuditHead> head) {
        ChainVerifier verifier = verifier(keys, lost, head);
        chain.forEach(verifier::next);
        return verifier.verdict();
    }

    static ChainVerdict verdict(List<SealedRow> chain) {
        return verdict(chain, BOTH, Optional.empty());
    }
}
