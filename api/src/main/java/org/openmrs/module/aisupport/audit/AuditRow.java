/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

import java.time.Instant;
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
import org.openmrs.module.aisupport.persistence.AppendOnly;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.Actor;

/** An audit entry as it was written. Patients and users are named by id and uuid without a foreign key. */
@Entity(name = "AisupportAudit")
@Table(name = "aisupport_audit")
@AppendOnly
public class AuditRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "audit_id")
    private Long id;

    @Column(name = "uuid")
    private String uuid;

    @Column(name = "at_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant at;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private AuditKind kind;

    @Column(name = "outcome")
    @Enumerated(EnumType.STRING)
    private AuditOutcome outcome;

    @Column(name = "actor_id")
    private Integer actorId;

    @Column(name = "actor_uuid")
    private String actorUuid;

    @Column(name = "actor_name")
    private String actorName;

    @Column(name = "patient_id")
    private Integer patientId;

    @Column(name = "patient_uuid")
    private String patientUuid;

    @Column(name = "encounter_uuid")
    private String encounterUuid;

    @Column(name = "purpose")
    private String purpose;

    @Column(name = "engine")
    private String engine;

    @Column(name = "engine_version")
    private String engineVersion;

    @Column(name = "run_uuid")
    private String runUuid;

    @Column(name = "suggestion_uuid")
    private String suggestionUuid;

    @Column(name = "payload_hash")
    private String payloadHash;

    @Column(name = "output_hash")
    private String outputHash;

    @Column(name = "recipient")
    private String recipient;

    @Column(name = "payload_bytes")
    private Long bytes;

    @Column(name = "millis")
    private Long millis;

    @Column(name = "detail")
    private String detail;

    protected AuditRow() {}

    AuditRow(AuditEntry entry, Optional<Actor> actor, Instant at) {
        this.uuid = UUID.randomUUID().toString();
        this.at = at;
        this.kind = entry.kind;
        this.outcome = entry.outcome;
        actor.ifPresent(who -> {
            this.actorId = who.userId();
            this.actorUuid = who.uuid();
            this.actorName = who.name();
        });
        if (entry.patient != null) {
            this.patientId = entry.patient.id();
            this.patientUuid = entry.patient.uuid();
        }
        this.encounterUuid = entry.encounterUuid;
        this.purpose = entry.purpose;
        this.engine = entry.engine;
        this.engineVersion = entry.engineVersion;
        this.runUuid = entry.runUuid;
        this.suggestionUuid = entry.suggestionUuid;
        this.payloadHash = entry.payloadHash;
        this.outputHash = entry.outputHash;
        this.recipient = entry.recipient;
        this.bytes = entry.bytes;
        this.millis = entry.millis;
        this.detail = entry.detail;
    }

    Long getId() {
        return id;
    }

    public String getUuid() {
        return uuid;
    }

    public Instant getAt() {
        return at;
    }

    public AuditKind getKind() {
        return kind;
    }

    public AuditOutcome getOutcome() {
        return outcome;
    }

    /** Empty for what the module did without a user, or what a request without login attempted. */
    public Optional<Actor> getActor() {
        return Optional.ofNullable(actorUuid).map(known -> new Actor(actorId, known, actorName));
    }

    public String getPatientUuid() {
        return patientUuid;
    }

    public String getEncounterUuid() {
        return encounterUuid;
    }

    public String getPurpose() {
        return purpose;
    }

    public String getEngine() {
        return engine;
    }

    public String getEngineVersion() {
        return engineVersion;
    }

    public String getRunUuid() {
        return runUuid;
    }

    public String getSuggestionUuid() {
        return suggestionUuid;
    }

    public String getPayloadHash() {
        return payloadHash;
    }

    public String getOutputHash() {
        return outputHash;
    }

    public String getRecipient() {
        return recipient;
    }

    public Long getBytes() {
        return bytes;
    }

    public Long getMillis() {
        return millis;
    }

    public String getDetail() {
        return detail;
    }
}
