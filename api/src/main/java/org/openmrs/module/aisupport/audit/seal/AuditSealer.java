/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what has been added to the audit, some seconds after it was: whoever adds waits for nothing. Of all nodes one at a time seals, since
 * a chain can't have two ends; the rows' ids are no order to rely on, as they come in when their transactions end.
 */
public class AuditSealer implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);

    private static final int BATCH = 500;
    /** As many ids as are looked at in one transaction. */
    private static final long WINDOW = 10_000;
    /** Beyond the newest window a row can only be left by a transaction that took very long, or come by hand. */
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private static final String REMOVE_IT =
            "Keep a copy of the database and find out who could write to it; docs/audit.md says what then.";

    private final SealKeys keys;
    private final SealStore store;
    private final Transactions transactions;
    private final Clock clock;

    private final ReentrantLock turn = new ReentrantLock();
    private Instant nextSweep = Instant.MIN;
    private Optional<Seal> seen = Optional.empty();
    private final RowTimes times = new RowTimes();
    private volatile Optional<String> obstacle = Optional.empty();

    public AuditSealer(SealKeys keys, SessionFactory sessions, Transactions transactions, Clock clock) {
        this.keys = keys;
        this.store = new SealStore(sessions);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What keeps this node from sealing, in words for an administrator; a missing key apart. */
    Optional<String> obstacle() {
        return obstacle;
    }

    /** Seals whatever has no seal. One at a time on a node, too: a verification may ask for a round, and waits for its turn until it is stopped. */
    @Override
    public void run(BooleanSupplier stopped) {
        Optional<KeyRing> ring = keys.ring();
        if (ring.isEmpty() || !hasTurn(stopped)) {
            return;
        }
        try {
            sealOrSayWhyNot(ring.get(), stopped);
        } finally {
            turn.unlock();
        }
    }

    private boolean hasTurn(BooleanSupplier stopped) {
        try {
            while (!turn.tryLock(1, TimeUnit.SECONDS)) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void sealOrSayWhyNot(KeyRing ring, BooleanSupplier stopped) {
        try {
            seal(ring, stopped);
            obstacle = Optional.empty();
        } catch (UnsealableException refused) {
            if (!obstacle.equals(Optional.of(refused.getMessage()))) {
                LOG.error("event=sealing_stopped {}", refused.getMessage());
            }
            obstacle = Optional.of(refused.getMessage());
        }
    }

    private void seal(KeyRing ring, BooleanSupplier stopped) {
        Instant now = clock.instant();
        boolean sweeps = !now.isBefore(nextSweep);
        Optional<IdWindow> window =
                transactions.alone(() -> store.windowFrom(sweeps ? Long.MIN_VALUE : recent(), WINDOW));
        while (window.isPresent() && !stopped.getAsBoolean()) {
            IdWindow ids = window.get();
            while (!stopped.getAsBoolean() && sealBatch(ring, ids) == BATCH) {
                // there may be more in this window
            }
            window = transactions.alone(() -> store.windowAfter(ids, WINDOW));
        }
        if (sweeps && !stopped.getAsBoolean()) {
            nextSweep = now.plus(BETWEEN_SWEEPS);
        }
    }

    /** Where what has been added lately begins. */
    private long recent() {
        return store.newestSealedAuditId()
                .filter(id -> id > Long.MIN_VALUE + WINDOW)
                .map(id -> id - WINDOW)
                .orElse(Long.MIN_VALUE);
    }

    /** How many were sealed. */
    private int sealBatch(KeyRing ring, IdWindow ids) {
        List<Seal> added = transactions.aloneAndAgainIfInterrupted(() -> {
            store.lock(SealStore.Lock.SEALING);
            Optional<Seal> last = store.last();
            refuseWhatNobodyMade(last);
            refuseIfTamperedWith(last);
            last.ifPresent(seal -> refuseIfYoungerThan(ring, seal));
            List<Seal> seals = chained(ring, last, store.unsealed(ids, Long.MAX_VALUE, BATCH));
            store.add(seals);
            return seals;
        });
        if (!added.isEmpty()) {
            seen = Optional.of(added.get(added.size() - 1));
        }
        return added.size();
    }

    private List<Seal> chained(KeyRing ring, Optional<Seal> last, List<AuditValues> rows) {
        SealFormat format = new SealFormat(ring);
        String keyId = ring.current().name();
        long seq = last.map(Seal::seq).orElse(0L);
        String previous = last.map(Seal::hash).orElse(SealFormat.NOTHING);
        List<Seal> seals = new ArrayList<>();
        for (AuditValues row : rows) {
            seq++;
            String hash = SealFormat.hex(format.hash(seq, SealFormat.bytes(previous), keyId, row));
            seals.add(new Seal(seq, row.id(), SealFormat.VERSION, previous, hash, keyId));
            previous = hash;
            tellIfOutOfTime(seq, row);
        }
        return seals;
    }

    /** It is sealed all the same: that it came, and when in the chain, is worth keeping. */
    private void tellIfOutOfTime(long seq, AuditValues row) {
        if (times.isBehind(row.atMicros()) || RowTimes.isAhead(row.atMicros(), clock.instant())) {
            LOG.warn(
                    "event=audit_row_out_of_time seq={} row={} {}",
                    seq,
                    row.id(),
                    SealFinding.Kind.OUT_OF_TIME.words());
        } else {
            times.take(row.atMicros());
        }
    }

    /**
     * The sealer takes a row that any seal is for as sealed. So a seal outside of the chain would keep its row out of it for as long as
     * nobody looks.
     */
    private void refuseWhatNobodyMade(Optional<Seal> last) {
        store.first().filter(seal -> seal.seq() < 1).ifPresent(seal -> {
            throw new UnsealableException("There is a seal with the number " + seal.seq() + ", for audit row "
                    + seal.auditId() + ", and the chain begins with 1: somebody put it in. " + REMOVE_IT);
        });
        last.filter(seal -> seal.seq() > 1 && store.at(seal.seq() - 1).isEmpty())
                .ifPresent(seal -> {
                    throw new UnsealableException("The newest seal is number " + seal.seq() + ", for audit row "
                            + seal.auditId()
                            + ", and there is none before it: somebody put it in, or took the others away. "
                            + REMOVE_IT);
                });
    }

    /**
     * Whoever takes the newest seals away and changes their rows would have them sealed anew. This node knows better, until OpenMRS or any
     * module of it is started, which makes this object anew; after that only an exported head does.
     */
    private void refuseIfTamperedWith(Optional<Seal> last) {
        if (seen.isPresent() && !store.at(seen.get().seq()).equals(seen)) {
            throw new UnsealableException(
                    "Seal number " + seen.get().seq()
                            + " was there and is gone or changed. Somebody has changed the audit, or restored a back-up while OpenMRS ran."
                            + " Find out which, and verify against an exported head. Sealing goes on once OpenMRS was restarted.");
        }
        seen = last.or(() -> seen);
    }

    /** A node whose properties or program are a step behind must not take the chain back. */
    private void refuseIfYoungerThan(KeyRing ring, Seal last) {
        if (last.format() > SealFormat.VERSION) {
            throw new UnsealableException(
                    "The newest seal was made by a newer version of this module than that of this node.");
        }
        LostKeys lost = keys.lost();
        if (lost.hasAnotherLast(last.keyId(), last.seq())) {
            throw new UnsealableException(
                    "The newest seal is number " + last.seq() + " and was made with key " + last.keyId()
                            + ", of which the runtime property " + SealKeys.LOST
                            + " says that it made its last seal under another number. Correct that, or find out who changed the audit.");
        }
        if (ring.age(last.keyId()).isEmpty() && !lost.has(last.keyId())) {
            throw new UnsealableException("The newest seal was made with key " + last.keyId()
                    + ", which the runtime property " + SealKeys.PROPERTY
                    + " of this node does not have. Give every node the same keys, the newest first.");
        }
        String current = ring.current().name();
        if (!last.keyId().equals(current) && store.hasSealUnder(current)) {
            throw new UnsealableException("The newest seal was made with key " + last.keyId() + ", which followed key "
                    + current + ", and the runtime property " + SealKeys.PROPERTY + " of this node has " + current
                    + " in front. Put the newest key first on every node.");
        }
    }

    /** Not a mistake of the program: the chain is not what this node may go on with. */
    private static final class UnsealableException extends RuntimeException {
        UnsealableException(String message) {
            super(message);
        }
    }
}
