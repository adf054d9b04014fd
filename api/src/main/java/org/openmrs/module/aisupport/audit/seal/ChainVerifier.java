/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.persistence.KeyRing;

/**
 * Goes along the chain and says what is wrong first. It is given one row after the other and keeps none, so that an audit of any size
 * fits; it knows neither database nor file. Not for two threads at once.
 */
final class ChainVerifier {

    /** How long a row may be without a seal. */
    static final Duration UNSEALED_LIMIT = Duration.ofMinutes(10);

    /** More than one a day for years: whoever wrote more names than that did not mean keys. */
    private static final int MOST_KEYS = 1_000;

    private final KeyRing keys;
    private final LostKeys lost;
    private final Explained explained;
    private final SealFormat format;
    private final Optional<AuditHead> expected;

    private long rows;
    private long unverified;
    private long unsealed;
    private Seal last;
    private long lastAtMicros;
    private byte[] hash;
    private byte[] before = SealFormat.bytes(SealFormat.NOTHING);
    private String beforeHex = SealFormat.NOTHING;
    private int youngestKey = Integer.MAX_VALUE;
    private String lastKey;
    private final Set<String> keysSoFar = new HashSet<>();
    private int lastFormat = SealFormat.VERSION;
    private final RowTimes times = new RowTimes();
    private Seal latest;
    private AuditValues oldest;
    private SealFinding broken;
    private SealFinding unknown;

    /** @param expected a head that was exported earlier, and whose signature was checked */
    ChainVerifier(SealTerms terms, Optional<AuditHead> expected) {
        this.keys = terms.ring();
        this.lost = terms.lost();
        this.explained = terms.explained();
        this.format = new SealFormat(keys);
        this.expected = expected;
    }

    boolean isBroken() {
        return broken != null;
    }

    /** How many were looked at. */
    long rows() {
        return rows;
    }

    /** The next of the chain. After something broken there is nothing more to tell. */
    void next(SealedRow link) {
        if (broken != null) {
            return;
        }
        Seal seal = link.seal();
        SealFinding.Kind wrong = wrongWith(seal, link.row().orElse(null));
        if (wrong != null) {
            note(
                    wrong,
                    wrong == SealFinding.Kind.SEAL_REMOVED ? rows + 1 : seal.seq(),
                    wrong == SealFinding.Kind.SEAL_REMOVED ? 0 : seal.auditId());
        }
        if (broken == null) {
            goOn(seal, link.row());
            unverified += wrong == null ? 0 : 1;
        }
        if (wrong == null) {
            lookAtTime(seal, link.row().orElseThrow());
        }
    }

    private void lookAtTime(Seal seal, AuditValues row) {
        if (explained.has(seal.seq())) {
            times.startAnew(row.atMicros());
            latest = null;
        } else if (times.isBehind(row.atMicros())) {
            note(SealFinding.Kind.OUT_OF_TIME, seal.seq(), seal.auditId());
        } else if (times.take(row.atMicros())) {
            latest = seal;
        }
    }

    private SealFinding.Kind wrongWith(Seal seal, AuditValues row) {
        if (seal.seq() != rows + 1) {
            return seal.seq() > rows + 1 ? SealFinding.Kind.SEAL_REMOVED : SealFinding.Kind.REORDERED;
        }
        boolean follows = beforeHex.equals(seal.previous());
        boolean known = seal.format() == SealFormat.VERSION && format.knows(seal.keyId());
        hash = SealFormat.bytes(seal.hash());
        if (row == null) {
            return SealFinding.Kind.REMOVED;
        }
        if (hash == null || seal.keyId() == null || row.id() != seal.auditId() || seal.format() < SealFormat.VERSION) {
            return SealFinding.Kind.EDITED;
        }
        if (!known) {
            return follows ? orderOrHead(seal).orElse(unverifiable(seal)) : SealFinding.Kind.REORDERED;
        }
        if (!isWhatWasSealed(seal, row)) {
            return follows ? SealFinding.Kind.EDITED : SealFinding.Kind.REORDERED;
        }
        if (!follows) {
            return SealFinding.Kind.SEAL_EDITED;
        }
        return orderOrHead(seal).orElse(null);
    }

    private boolean isWhatWasSealed(Seal seal, AuditValues row) {
        try {
            return MessageDigest.isEqual(hash, format.hash(seal.seq(), before, seal.keyId(), row));
        } catch (IllegalArgumentException halfCharacter) {
            return false; // which no row held that was sealed
        }
    }

    private SealFinding.Kind unverifiable(Seal seal) {
        if (seal.format() != SealFormat.VERSION) {
            return SealFinding.Kind.FORMAT_UNKNOWN;
        }
        return lost.has(seal.keyId()) ? SealFinding.Kind.KEY_LOST : SealFinding.Kind.KEY_UNKNOWN;
    }

    /** What can be told of any seal, also of one whose hash can't be computed here. */
    private Optional<SealFinding.Kind> orderOrHead(Seal seal) {
        return outOfOrder(seal).or(() -> expected.filter(
                        head -> head.seq() == seal.seq() && !head.hash().equals(seal.hash()))
                .map(head -> SealFinding.Kind.REWRITTEN));
    }

    private Optional<SealFinding.Kind> outOfOrder(Seal seal) {
        if (seal.format() < lastFormat) {
            return Optional.of(SealFinding.Kind.REORDERED);
        }
        lastFormat = seal.format();
        if (lost.isOverBefore(seal.keyId(), seal.seq())) {
            return Optional.of(SealFinding.Kind.OLD_KEY);
        }
        return seal.keyId().equals(lastKey) ? Optional.empty() : anotherKey(seal.keyId());
    }

    /** The seals of one key stand together, whether or not it is known. */
    private Optional<SealFinding.Kind> anotherKey(String keyId) {
        if (lastKey != null && lost.hasAnotherLast(lastKey, rows)) {
            return Optional.of(SealFinding.Kind.REORDERED);
        }
        int age = keys.age(keyId).orElse(youngestKey);
        if (age > youngestKey || !keysSoFar.add(keyId)) {
            return Optional.of(SealFinding.Kind.OLD_KEY);
        }
        youngestKey = age;
        lastKey = keyId;
        return keysSoFar.size() > MOST_KEYS ? Optional.of(SealFinding.Kind.EDITED) : Optional.empty();
    }

    private void note(SealFinding.Kind kind, long seq, long auditId) {
        SealFinding finding = new SealFinding(kind, seq, auditId);
        if (kind.isBroken()) {
            broken = finding;
        } else if (unknown == null || unknown.kind() == SealFinding.Kind.KEY_LOST && kind != unknown.kind()) {
            unknown = finding; // what is known and said must not hide what is not
        }
    }

    private void goOn(Seal seal, Optional<AuditValues> row) {
        rows = seal.seq();
        last = seal;
        lastAtMicros = row.map(AuditValues::atMicros).orElse(0L);
        before = hash;
        beforeHex = seal.hash();
    }

    /** A row without a seal; how long it has been there is told once it is known {@linkplain #verdict(Instant) when} it was read. */
    void unsealed(AuditValues row) {
        unsealed++;
        if (oldest == null || row.atMicros() < oldest.atMicros()) {
            oldest = row;
        }
    }

    /** A row without a seal, read now. Given in the order of their ids, the first that is too old is the finding. */
    void unsealed(AuditValues row, Instant now) {
        unsealed++;
        lookAtAge(row, now);
    }

    private void lookAtAge(AuditValues row, Instant now) {
        long limit = ChronoUnit.MICROS.between(Instant.EPOCH, now.minus(UNSEALED_LIMIT));
        if (broken == null && row.atMicros() < limit) {
            note(SealFinding.Kind.UNSEALED_TOO_LONG, 0, row.id());
        } else if (broken == null && RowTimes.isAhead(row.atMicros(), now)) {
            note(SealFinding.Kind.OUT_OF_TIME, 0, row.id());
        }
    }

    /**
     * Once the whole chain was given.
     *
     * @param asOf when the newest of it was read, or a little later: by then no row's time is still to come
     */
    ChainVerdict verdict(Instant asOf) {
        if (oldest != null) {
            lookAtAge(oldest, asOf);
        }
        if (latest != null && times.isAheadOf(asOf)) {
            // Those behind it seem to be late, and it is this one that is early.
            unknown = Optional.ofNullable(unknown)
                    .filter(earlier -> earlier.kind() != SealFinding.Kind.KEY_LOST)
                    .filter(earlier -> earlier.seq() != 0 && earlier.seq() < latest.seq())
                    .orElse(new SealFinding(SealFinding.Kind.OUT_OF_TIME, latest.seq(), latest.auditId()));
        }
        return verdict();
    }

    /** Once the whole chain was given. */
    ChainVerdict verdict() {
        if (broken == null && expected.isPresent() && expected.get().seq() > rows) {
            note(SealFinding.Kind.TRUNCATED, rows + 1, 0);
        }
        Optional<SealFinding> finding = Optional.ofNullable(broken).or(() -> Optional.ofNullable(unknown));
        return new ChainVerdict(
                rows - unverified, unverified, unsealed, Optional.ofNullable(last), lastAtMicros, finding);
    }
}
