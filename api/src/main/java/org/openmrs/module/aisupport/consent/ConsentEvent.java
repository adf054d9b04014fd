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

    @Column(name = "reason")
    @Enumerated(EnumType.STRING)
    private DenialReason reason;

    @Column(name = "corrects_uuid")
    private String correctsUuid;

    @Column(name = "recorder_id")
    private Integer recorderId;

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

    private ConsentEvent(PatientRef patient, Purpose purpose, ConsentDecision decision, Instant now) {
        this.uuid = UUID.randomUUID().toString();
        this.patientId = patient.id();
        this.patientUuid = patient.uuid();
        this.purpose = purpose.id();
        this.decision = decision;
        this.recordedAt = now;
        this.effectiveAt = now;
    }

    /** What somebody said, with the terms on which it was taken. */
    static ConsentEvent said(
            PatientRef patient, ConsentRequest request, Actor recorder, Instant now, ConsentTerms.Terms terms) {
        ConsentEvent event = new ConsentEvent(patient, request.purpose(), request.decision(), now);
        event.recordedBy(recorder, request.note());
        event.includesSensitive = request.includesSensitive();
        event.method = request.method();
        if (request.givenBy() != null) {
            event.giverRole = request.givenBy().role();
            event.giverName = request.givenBy().name();
            event.giverRelationship = request.givenBy().relationship();
        }
        terms.leaflet().ifPresent(told -> {
            event.leafletVersion = told.version();
            event.leafletLanguage = told.language();
            event.leafletSha256 = told.sha256();
        });
        event.effectiveAt = terms.effectiveAt();
        event.expiresAt = terms.expiresAt().orElse(null);
        return event;
    }

    /** An earlier event was recorded in error. */
    static ConsentEvent correcting(ConsentEvent wrong, Actor recorder, Instant now, String note) {
        ConsentEvent event = new ConsentEvent(wrong.getPatient(), wrong.getPurpose(), ConsentDecision.CORRECT, now);
        event.recordedBy(recorder, note);
        event.correctsUuid = wrong.uuid;
        return event;
    }

    /** Whoever gave the grant no longer speaks for the patient. */
    static ConsentEvent guardianshipEnded(
            PatientRef patient, Purpose purpose, Actor recorder, Instant now, String note) {
        ConsentEvent event = new ConsentEvent(patient, purpose, ConsentDecision.LAPSE, now);
        event.recordedBy(recorder, note);
        event.reason = DenialReason.GUARDIANSHIP_ENDED;
        return event;
    }

    /** What the module itself found to be so. */
    static ConsentEvent found(PatientRef patient, Purpose purpose, Finding finding, Instant now) {
        ConsentEvent event = new ConsentEvent(patient, purpose, finding.decision(), now);
        event.reason = finding.reason().orElse(null);
        event.expiresAt = finding.expiresAt().orElse(null);
        return event;
    }

    private void recordedBy(Actor recorder, String note) {
        this.recorderId = recorder.userId();
        this.recorderUuid = recorder.uuid();
        this.recorderName = recorder.name();
        this.note = note;
    }

    /** Where the word of this event leads, for as long as it stands. */
    ConsentStatus leadsTo() {
        return switch (decision) {
            case GRANT -> ConsentStatus.GRANTED;
            case REFUSE -> ConsentStatus.REFUSED;
            case WITHDRAW -> ConsentStatus.WITHDRAWN;
            case EXPIRE -> ConsentStatus.EXPIRED;
            case LAPSE -> ConsentStatus.LAPSED;
            case IMPORT -> reason == DenialReason.PENDING_EVIDENCE ? ConsentStatus.PENDING : ConsentStatus.REFUSED;
            case CORRECT -> throw new IllegalStateException("a correction makes another event stand, never itself");
        };
    }

    Long getId() {
        return id;
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

    /** Empty for what the module wrote by itself. */
    public Optional<Actor> getRecorder() {
        return Optional.ofNullable(recorderUuid).map(uuid -> new Actor(recorderId, uuid, recorderName));
    }

    /** Why the module ended or imported a consent. */
    public Optional<DenialReason> getReason() {
        return Optional.ofNullable(reason);
    }

    /** The event that this one says was recorded in error. */
    public Optional<String> getCorrects() {
        return Optional.ofNullable(correctsUuid);
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
