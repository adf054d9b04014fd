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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.Actor;

/** That the audit is or was verified: how far it got, and what came of it. Kept in the database, so that every node can tell. */
@Entity(name = "AisupportAuditVerification")
@Table(name = "aisupport_audit_verification")
public class Verification {

    /** After so long without a sign its node has died. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    /** Where it stands. */
    public enum Status {
        RUNNING,
        /** Every row stands as it was sealed. */
        INTACT,
        /** Something was changed; the finding says what comes first. */
        BROKEN,
        /** Something could not be verified; the finding says what comes first. */
        UNDECIDED,
        /** It did not come to its end, and says nothing about the audit. */
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "verification_id")
    private Long id;

    @Column(name = "uuid", updatable = false)
    private String uuid;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "started_micros", updatable = false)
    @Convert(converter = MicrosConverter.class)
    private Instant startedAt;

    @Column(name = "beat_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant beatAt;

    @Column(name = "ended_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant endedAt;

    @Column(name = "actor_id", updatable = false)
    private Integer actorId;

    @Column(name = "actor_uuid", updatable = false)
    private String actorUuid;

    @Column(name = "actor_name", updatable = false)
    private String actorName;

    @Column(name = "against_seq", updatable = false)
    private Long againstSeq;

    @Column(name = "against_hash", updatable = false)
    private String againstHash;

    @Column(name = "total_count")
    private long total;

    @Column(name = "row_count")
    private long rows;

    @Column(name = "unsealed_count")
    private long unsealed;

    @Column(name = "head_seq")
    private Long headSeq;

    @Column(name = "head_hash")
    private String headHash;

    @Column(name = "head_audit_id")
    private Long headAuditId;

    @Column(name = "head_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant headAt;

    @Column(name = "finding")
    private String finding;

    @Column(name = "finding_seq")
    private Long findingSeq;

    @Column(name = "finding_audit_id")
    private Long findingAuditId;

    @Column(name = "words")
    private String words;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "signature")
    private String signature;

    protected Verification() {}

    /** @param requester empty where the module starts it by itself */
    Verification(Optional<Actor> requester, Optional<AuditHead> against, long total, Instant now) {
        this.uuid = UUID.randomUUID().toString();
        this.status = Status.RUNNING;
        this.startedAt = now;
        this.beatAt = now;
        this.total = total;
        this.againstSeq = against.map(AuditHead::seq).orElse(null);
        this.againstHash = against.map(AuditHead::hash).orElse(null);
        requester.ifPresent(who -> {
            this.actorId = who.userId();
            this.actorUuid = who.uuid();
            this.actorName = who.name();
        });
    }

    void progress(long done, Instant now) {
        this.rows = done;
        this.beatAt = now;
    }

    void end(ChainVerdict verdict, Instant now) {
        this.status = switch (verdict.outcome()) {
            case INTACT -> Status.INTACT;
            case BROKEN -> Status.BROKEN;
            case UNDECIDED -> Status.UNDECIDED;
        };
        this.endedAt = now;
        this.beatAt = now;
        this.rows = verdict.rows();
        this.total = Math.max(total, verdict.rows() + verdict.unverified());
        this.unsealed = verdict.unsealed();
        verdict.last().ifPresent(seal -> {
            this.headSeq = seal.seq();
            this.headHash = seal.hash();
            this.headAuditId = seal.auditId();
            this.headAt = new MicrosConverter().convertToEntityAttribute(verdict.lastAtMicros());
        });
        verdict.finding().ifPresent(what -> {
            this.finding = what.kind().name();
            this.findingSeq = what.seq() == 0 ? null : what.seq();
            this.findingAuditId = what.auditId() == 0 ? null : what.auditId();
        });
        verdict.words().ifPresent(found -> this.words = found);
    }

    void fail(String why, Instant now) {
        this.status = Status.FAILED;
        this.endedAt = now;
        this.words = why;
    }

    /** To be done after each change: what is not signed counts for nothing. */
    void sign(KeyRing keys) {
        keyId = keys.current().name();
        signature = SealFormat.hex(new SealFormat(keys).resultSignature(columns(), keyId));
    }

    /** Whether a node wrote this, and not merely somebody who can write to the table. */
    boolean isSignedWith(KeyRing keys) {
        SealFormat format = new SealFormat(keys);
        byte[] claimed = SealFormat.bytes(signature);
        try {
            return claimed != null
                    && format.knows(keyId)
                    && MessageDigest.isEqual(claimed, format.resultSignature(columns(), keyId));
        } catch (IllegalArgumentException noTextOfOurs) {
            return false;
        }
    }

    private List<Object> columns() {
        return Arrays.asList(
                uuid,
                status.name(),
                micros(startedAt),
                micros(beatAt),
                micros(endedAt),
                actorId == null ? null : actorId.longValue(),
                actorUuid,
                actorName,
                againstSeq,
                againstHash,
                total,
                rows,
                unsealed,
                headSeq,
                headHash,
                headAuditId,
                micros(headAt),
                finding,
                findingSeq,
                findingAuditId,
                words);
    }

    private static Long micros(Instant at) {
        return new MicrosConverter().convertToDatabaseColumn(at);
    }

    /** Nothing was found, or no more than that a key is lost, which an administrator has said. */
    boolean isWell() {
        return status == Status.INTACT
                || status == Status.UNDECIDED
                        && SealFinding.Kind.KEY_LOST.name().equals(finding);
    }

    /** Found something that only that head shows. */
    boolean isAboutItsHead() {
        return status == Status.BROKEN
                && (SealFinding.Kind.TRUNCATED.name().equals(finding)
                        || SealFinding.Kind.REWRITTEN.name().equals(finding));
    }

    boolean isRunning() {
        return status == Status.RUNNING;
    }

    /** Marked as running, with nobody left who would end it; a sign that is still to come was not given by anybody. */
    boolean isAbandonedAt(Instant now) {
        return isRunning() && (beatAt.isBefore(now.minus(SILENCE)) || beatAt.isAfter(now.plus(SILENCE)));
    }

    /** Begun after now, by more than two servers' clocks differ: forged, or a clock was set back. */
    boolean isAheadOf(Instant now) {
        return startedAt.isAfter(now.plus(SILENCE));
    }

    Long getId() {
        return id;
    }

    public String getUuid() {
        return uuid;
    }

    public Status getStatus() {
        return status;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public Optional<Instant> getEndedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Empty where the module started it by itself. */
    public Optional<Actor> getRequester() {
        return Optional.ofNullable(actorUuid).map(known -> new Actor(actorId, known, actorName));
    }

    /** Of the exported head that it was held against. */
    Optional<String> getAgainstHash() {
        return Optional.ofNullable(againstHash);
    }

    /** The number of the exported head that it was held against. */
    public Optional<Long> getAgainstSeq() {
        return Optional.ofNullable(againstSeq);
    }

    /** How many seals there were when it began. */
    public long getTotal() {
        return total;
    }

    /** How many stand as they were sealed. */
    public long getRows() {
        return rows;
    }

    public long getUnsealed() {
        return unsealed;
    }

    /** The newest seal up to which all is well. */
    public Optional<VerifiedHead> getHead() {
        return Optional.ofNullable(headSeq).map(seq -> new VerifiedHead(seq, headHash, headAuditId, headAt));
    }

    /** The name of a {@link SealFinding.Kind}. */
    public Optional<String> getFinding() {
        return Optional.ofNullable(finding);
    }

    public Optional<Long> getFindingSeq() {
        return Optional.ofNullable(findingSeq);
    }

    public Optional<Long> getFindingAuditId() {
        return Optional.ofNullable(findingAuditId);
    }

    /** What is wrong, or why it failed. */
    public Optional<String> getWords() {
        return Optional.ofNullable(words);
    }

    /** @param at when what it seals happened */
    public record VerifiedHead(long seq, String hash, long auditId, Instant at) {}
}
