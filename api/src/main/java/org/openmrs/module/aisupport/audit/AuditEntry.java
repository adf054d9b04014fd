/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

import java.util.Optional;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.PatientRef;

/**
 * One thing that happened, before it is written. Built step by step since hardly any entry has every part. The detail is
 * for codes and counts: clinical text doesn't belong in it.
 */
public final class AuditEntry {

    final AuditKind kind;
    Optional<Actor> actor;
    AuditOutcome outcome = AuditOutcome.DONE;
    PatientRef patient;
    String encounterUuid;
    String purpose;
    String engine;
    String engineVersion;
    String runUuid;
    String suggestionUuid;
    String payloadHash;
    String outputHash;
    String recipient;
    Long bytes;
    Long millis;
    String detail;

    private AuditEntry(AuditKind kind) {
        this.kind = kind;
    }

    public static AuditEntry of(AuditKind kind) {
        return new AuditEntry(kind);
    }

    /** On whose behalf, where that is not the user of the calling thread. */
    public AuditEntry onBehalfOf(Actor requester) {
        this.actor = Optional.of(requester);
        return this;
    }

    /** The module did it by itself, whichever thread it happens to run in. */
    public AuditEntry automatic() {
        this.actor = Optional.empty();
        return this;
    }

    public AuditEntry outcome(AuditOutcome outcome) {
        this.outcome = outcome;
        return this;
    }

    public AuditEntry patient(PatientRef patient) {
        this.patient = patient;
        return this;
    }

    public AuditEntry encounter(String encounterUuid) {
        this.encounterUuid = encounterUuid;
        return this;
    }

    public AuditEntry purpose(String purpose) {
        this.purpose = purpose;
        return this;
    }

    public AuditEntry engine(String engine, String version) {
        this.engine = engine;
        this.engineVersion = version;
        return this;
    }

    public AuditEntry run(String runUuid) {
        this.runUuid = runUuid;
        return this;
    }

    public AuditEntry suggestion(String suggestionUuid) {
        this.suggestionUuid = suggestionUuid;
        return this;
    }

    /** What went to the engine: its SHA-256, its size in bytes, and who received it. */
    public AuditEntry payload(String hash, long bytes, String recipient) {
        this.payloadHash = hash;
        this.bytes = bytes;
        this.recipient = recipient;
        return this;
    }

    public AuditEntry output(String hash) {
        this.outputHash = hash;
        return this;
    }

    /** What came back from outside: its SHA-256 and its size in bytes. */
    public AuditEntry received(String hash, long bytes) {
        this.outputHash = hash;
        this.bytes = bytes;
        return this;
    }

    /** The SHA-256 of something that was changed, as it was and as it is; null where it was not there or is no more. */
    AuditEntry changed(String before, String after) {
        this.payloadHash = before;
        this.outputHash = after;
        return this;
    }

    public AuditEntry millis(long millis) {
        this.millis = millis;
        return this;
    }

    public AuditEntry detail(String detail) {
        this.detail = detail;
        return this;
    }
}
