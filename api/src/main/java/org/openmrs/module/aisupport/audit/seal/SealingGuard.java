/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.time.Instant;
import java.util.Optional;
import org.openmrs.module.aisupport.persistence.KeyRing;

/**
 * Whether this node may go on with the chain as it stands: nobody put anything in, nothing that it saw is gone, and its keys are those of
 * the chain. What it saw it remembers, and keeps in a file for when it is started again. Not for two threads at once.
 */
final class SealingGuard {

    private final SealKeys keys;
    private final SealStore store;
    private final KeptHead kept;

    private Optional<Seal> seen = Optional.empty();
    private Optional<Seal> keptSeal = Optional.empty();

    SealingGuard(SealKeys keys, SealStore store, KeptHead kept) {
        this.keys = keys;
        this.store = store;
        this.kept = kept;
    }

    /**
     * Needs a transaction in which the lock to seal is held.
     *
     * @throws UnsealableException saying why not
     */
    void refuse(KeyRing ring, Optional<Seal> last) {
        refuseWhatNobodyMade(last);
        refuseIfTamperedWith(ring, last);
        last.ifPresent(seal -> refuseIfYoungerThan(ring, seal));
        seen = last.or(() -> seen);
    }

    void added(Seal newest) {
        seen = Optional.of(newest);
    }

    /** To be done outside of the transaction: what is kept has to be there. */
    void keep(KeyRing ring, Instant now) {
        if (!seen.equals(keptSeal)) {
            kept.keep(AuditHead.sign(seen, now, ring));
            keptSeal = kept.problem().isPresent() ? Optional.empty() : seen;
        }
    }

    /**
     * The sealer takes a row that any seal is for as sealed. So a seal outside of the chain would keep its row out of it for as long as
     * nobody looks.
     */
    private void refuseWhatNobodyMade(Optional<Seal> last) {
        store.first().filter(seal -> seal.seq() < 1).ifPresent(seal -> {
            throw putIn("There is a seal with the number " + seal.seq() + ", for audit row " + seal.auditId()
                    + ", and the chain begins with 1: somebody put it in.");
        });
        last.filter(seal -> seal.seq() > 1 && store.at(seal.seq() - 1).isEmpty())
                .ifPresent(seal -> {
                    throw putIn("The newest seal is number " + seal.seq() + ", for audit row " + seal.auditId()
                            + ", and there is none before it: somebody put it in, or took the others away.");
                });
    }

    private static UnsealableException putIn(String what) {
        return UnsealableException.chain(what
                + " Keep a copy of the database and find out who could write to it; docs/audit.md says what then.");
    }

    /** Whoever takes the newest seals away and changes their rows would have them sealed anew. */
    private void refuseIfTamperedWith(KeyRing ring, Optional<Seal> last) {
        if (seen.isPresent()) {
            refuseWithout(seen.get().seq(), store.at(seen.get().seq()).equals(seen));
        } else {
            keptHead(ring).filter(head -> head.seq() > 0).ifPresent(head -> {
                boolean holds = store.at(head.seq())
                        .filter(seal -> seal.hash().equals(head.hash()) && seal.auditId() == head.auditId())
                        .isPresent();
                refuseWithout(head.seq(), holds);
            });
        }
    }

    private void refuseWithout(long seq, boolean isThere) {
        if (!isThere) {
            throw UnsealableException.chain(
                    "Seal number " + seq + " was there and is gone or changed. Somebody has changed the audit, or"
                            + " restored a back-up. Find out which, and verify against an exported head. Where it was a back-up, delete the file "
                            + kept.file() + " and restart OpenMRS: sealing goes on then.");
        }
    }

    private Optional<AuditHead> keptHead(KeyRing ring) {
        try {
            return kept.read(ring);
        } catch (IllegalArgumentException | ArithmeticException changed) {
            throw UnsealableException.chain(
                    "The file " + kept.file() + " does not hold the head that this module kept in it: "
                            + changed.getMessage()
                            + " Find out who changed it, and verify against an exported head. Then delete it: sealing goes on.");
        }
    }

    /** A node whose properties or program are a step behind must not take the chain back. */
    private void refuseIfYoungerThan(KeyRing ring, Seal last) {
        if (last.format() > SealFormat.VERSION) {
            throw UnsealableException.node(
                    "The newest seal was made by a newer version of this module than that of this node.");
        }
        LostKeys lost = keys.lost();
        if (lost.hasAnotherLast(last.keyId(), last.seq())) {
            throw UnsealableException.chain(
                    "The newest seal is number " + last.seq() + " and was made with key " + last.keyId()
                            + ", of which the runtime property " + SealKeys.LOST
                            + " says that it made its last seal under another number. Correct that, or find out who changed the audit.");
        }
        if (ring.age(last.keyId()).isEmpty() && !lost.has(last.keyId())) {
            throw UnsealableException.node("The newest seal was made with key " + last.keyId()
                    + ", which the runtime property " + SealKeys.PROPERTY
                    + " of this node does not have. Give every node the same keys, the newest first. If there never was such a key,"
                    + " somebody changed the seal.");
        }
        String current = ring.current().name();
        if (!last.keyId().equals(current) && store.hasSealUnder(current)) {
            throw UnsealableException.node("The newest seal was made with key " + last.keyId() + ", which followed key "
                    + current + ", and the runtime property " + SealKeys.PROPERTY + " of this node has " + current
                    + " in front. Put the newest key first on every node.");
        }
    }
}
