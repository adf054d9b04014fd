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

    private final SealKeys keys;
    private final SealStore store;
    private final Transactions transactions;
    private final Clock clock;

    private final SealingGuard guard;
    private final KeptHead kept;
    private final ReentrantLock turn = new ReentrantLock();
    private Instant nextSweep = Instant.MIN;
    private final RowTimes times = new RowTimes();
    private volatile Optional<UnsealableException> obstacle = Optional.empty();

    public AuditSealer(SealKeys keys, KeptHead kept, SessionFactory sessions, Transactions transactions, Clock clock) {
        this.keys = keys;
        this.store = new SealStore(sessions);
        this.kept = kept;
        this.guard = new SealingGuard(keys, store, kept);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What keeps this node from sealing, in words for an administrator; a missing key apart. */
    Optional<String> obstacle() {
        return obstacle.map(UnsealableException::getMessage);
    }

    /** What keeps this node from sealing and from judging the chain, too: its keys or its program are not those that made it. */
    Optional<String> behind() {
        return obstacle.filter(UnsealableException::nodeIsBehind).map(UnsealableException::getMessage);
    }

    /** Why this node would not know the chain again after a restart. */
    Optional<String> notKept() {
        return kept.problem();
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
            guard.keep(ring, clock.instant());
            obstacle = Optional.empty();
        } catch (UnsealableException refused) {
            if (!obstacle().equals(Optional.of(refused.getMessage()))) {
                LOG.error("event=sealing_stopped {}", refused.getMessage());
            }
            obstacle = Optional.of(refused);
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
            guard.refuse(ring, last);
            List<Seal> seals = chained(ring, last, store.unsealed(ids, Long.MAX_VALUE, BATCH));
            store.add(seals);
            return seals;
        });
        if (!added.isEmpty()) {
            guard.added(added.get(added.size() - 1));
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
            String hash = SealFormat.hex(hash(format, seq, previous, keyId, row));
            seals.add(new Seal(seq, row.id(), SealFormat.VERSION, previous, hash, keyId));
            previous = hash;
            tellIfOutOfTime(seq, row);
        }
        return seals;
    }

    private static byte[] hash(SealFormat format, long seq, String previous, String keyId, AuditValues row) {
        try {
            return format.hash(seq, SealFormat.bytes(previous), keyId, row);
        } catch (IllegalArgumentException halfCharacter) {
            throw UnsealableException.chain(
                    "Audit row " + row.id()
                            + " holds half a character, which the module never writes: somebody changed the table. Find out who.");
        }
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
}
