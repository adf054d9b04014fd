/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

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
import org.openmrs.module.aisupport.platform.PatientRef;

/** One row of the consent ledger: what was said, by whom, how, after which leaflet, and who wrote it down (C3). */
@Entity(name = "AisupportConsentEvent")
@Table(name = "aisupport_consent_event")
@AppendOnly
public class ConsentEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "consent_event_id")
    private Long id;

    @Column(name = "uuid")
    private String uuid;

    @Column(name = "patient_id")
    private int patientId;

    @Column(name = "patient_uuid")
    private String patientUuid;

    @Column(name = "purpose")
    private String purpose;

    @Column(name = "decision")
    @Enumerated(EnumType.STRING)
    private ConsentDecision decision;

    @Column(name = "includes_sensitive")
    private boolean includesSensitive;

    @Column(name = "giver_role")
    @Enumerated(EnumType.STRING)
    private Giver.Role giverRole;

    @Column(name = "giver_name")
    private String giverName;

    @Column(name = "giver_relationship")
    private String giverRelationship;

    @Column(name = "method")
    @Enumerated(EnumType.STRING)
    private ConsentMethod method;

    @Column(name = "leaflet_version")
    private String leafletVersion;

    @Column(name = "leaflet_language")
    private String leafletLanguage;

    @Column(name = "leaflet_sha256")
    private String leafletSha256;

    @Column(name = "recorder_id")
    private int recorderId;

    @Column(name = "recorder_uuid")
    private String recorderUuid;

    @Column(name = "recorder_name")
    private String recorderName;

    @Column(name = "recorded_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant recordedAt;

    @Column(name = "effective_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant effectiveAt;

    @Column(name = "expires_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant expiresAt;

    @Column(name = "note")
    private String note;

    protected ConsentEvent() {}

    ConsentEvent(
            PatientRef patient,
            ConsentRequest request,
            Optional<Leaflet> leaflet,
            Actor recorder,
            Instant now,
            Optional<Instant> expiresAt) {
        this.uuid = UUID.randomUUID().toString();
        this.patientId = patient.id();
        this.patientUuid = patient.uuid();
        this.purpose = request.purpose().id();
        this.decision = request.decision();
        this.includesSensitive = request.includesSensitive();
        if (request.givenBy() != null) {
            this.giverRole = request.givenBy().role();
            this.giverName = request.givenBy().name();
            this.giverRelationship = request.givenBy().relationship();
        }
        this.method = request.method();
        leaflet.ifPresent(told -> {
            this.leafletVersion = told.version();
            this.leafletLanguage = told.language();
            this.leafletSha256 = told.sha256();
        });
        this.recorderId = recorder.userId();
        this.recorderUuid = recorder.uuid();
        this.recorderName = recorder.name();
        this.recordedAt = now;
        this.effectiveAt = now;
        this.expiresAt = expiresAt.orElse(null);
        this.note = request.note();
    }

    public String getUuid() {
        return uuid;
    }

    public PatientRef getPatient() {
        return new PatientRef(patientId, patientUuid);
    }

    public Purpose getPurpose() {
        return Purpose.ofId(purpose).orElseThrow();
    }

    public ConsentDecision getDecision() {
        return decision;
    }

    public boolean isIncludesSensitive() {
        return includesSensitive;
    }

    /** Empty for a no, which anybody may pass on. */
    public Optional<Giver> getGiver() {
        return Optional.ofNullable(giverRole).map(role -> new Giver(role, giverName, giverRelationship));
    }

    public Optional<ConsentMethod> getMethod() {
        return Optional.ofNullable(method);
    }

    public String getLeafletVersion() {
        return leafletVersion;
    }

    public String getLeafletLanguage() {
        return leafletLanguage;
    }

    public String getLeafletSha256() {
        return leafletSha256;
    }

    public Actor getRecorder() {
        return new Actor(recorderId, recorderUuid, recorderName);
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }

    public Instant getEffectiveAt() {
        return effectiveAt;
    }

    public Optional<Instant> getExpiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public String getNote() {
        return note;
    }
}
