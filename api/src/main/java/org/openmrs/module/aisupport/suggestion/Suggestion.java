/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import javax.persistence.Version;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.ProposalHandle;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.platform.PatientRef;

/** A proposal that was kept for a GP to decide on. Its content is erased when consent ends before anyone did. */
@Entity(name = "AisupportSuggestion")
@Table(name = "aisupport_suggestion")
public class Suggestion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "suggestion_id")
    private Long id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "uuid", updatable = false)
    private String uuid;

    @Column(name = "patient_id", updatable = false)
    private int patientId;

    @Column(name = "patient_uuid", updatable = false)
    private String patientUuid;

    @Column(name = "encounter_uuid", updatable = false)
    private String encounterUuid;

    @Column(name = "run_uuid", updatable = false)
    private String runUuid;

    @Column(name = "purpose", updatable = false)
    private String purpose;

    @Column(name = "engine", updatable = false)
    private String engine;

    @Column(name = "engine_version", updatable = false)
    private String engineVersion;

    @Column(name = "rule", updatable = false)
    private String rule;

    @Column(name = "rule_version", updatable = false)
    private String ruleVersion;

    @Column(name = "kind", updatable = false)
    @Enumerated(EnumType.STRING)
    private Proposal.Kind kind;

    @Column(name = "indicator", updatable = false)
    @Enumerated(EnumType.STRING)
    private Proposal.Indicator indicator;

    /** The indicator as a number, so that the most severe come first by index. */
    @Column(name = "severity", updatable = false)
    private int severity;

    @Column(name = "summary")
    private String summary;

    @Column(name = "detail")
    private String detail;

    @Column(name = "limits")
    private String limits;

    @Column(name = "problem_json")
    private String problem;

    @Column(name = "feedback_handle")
    private String handle;

    @Column(name = "source_label", updatable = false)
    private String sourceLabel;

    @Column(name = "source_citation", updatable = false)
    private String sourceCitation;

    @Column(name = "source_url", updatable = false)
    private String sourceUrl;

    @Column(name = "fingerprint", updatable = false)
    private String fingerprint;

    @Column(name = "content_sha256", updatable = false)
    private String contentSha256;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    private SuggestionStatus status;

    @Column(name = "decision_uuid")
    private String decisionUuid;

    @Column(name = "decided_encounter_uuid")
    private String decidedEncounterUuid;

    @Column(name = "created_micros", updatable = false)
    @Convert(converter = MicrosConverter.class)
    private Instant createdAt;

    protected Suggestion() {}

    Suggestion(PatientRef patient, Run run, String purpose, EngineCard engine, Proposal proposal, Instant now) {
        this.uuid = UUID.randomUUID().toString();
        this.patientId = patient.id();
        this.patientUuid = patient.uuid();
        this.encounterUuid = run.getEncounterUuid();
        this.runUuid = run.getUuid();
        this.purpose = purpose;
        this.engine = engine.id();
        this.engineVersion = engine.version();
        this.rule = proposal.rule();
        this.ruleVersion = proposal.ruleVersion();
        this.kind = proposal.kind();
        this.indicator = proposal.indicator();
        this.severity = proposal.indicator().ordinal();
        this.summary = proposal.summary();
        this.detail = proposal.detail();
        this.limits = proposal.limits();
        this.problem = proposal.problem().map(ProposedProblemJson::write).orElse(null);
        this.handle = proposal.handle().map(ProposalHandle::text).orElse(null);
        this.sourceLabel = proposal.source().label();
        this.sourceCitation = proposal.source().citation();
        this.sourceUrl = proposal.source().url();
        this.fingerprint = proposal.fingerprint();
        this.contentSha256 = Sha256.hex(proposal.toString().getBytes(StandardCharsets.UTF_8));
        this.status = SuggestionStatus.OPEN;
        this.createdAt = now;
    }

    void supersede() {
        this.status = status.superseded();
    }

    /** The content goes; that it was, when, of which rule, and its hash stay (C5). */
    void withdraw() {
        this.status = status.withdrawn();
        this.summary = null;
        this.detail = null;
        this.limits = null;
        this.problem = null;
        this.handle = null;
    }

    SuggestionStatus statusAt(Instant now, Duration reviewTime) {
        boolean overdue = status == SuggestionStatus.OPEN && now.isAfter(createdAt.plus(reviewTime));
        return overdue ? SuggestionStatus.UNREVIEWED : status;
    }

    Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getUuid() {
        return uuid;
    }

    public PatientRef getPatient() {
        return new PatientRef(patientId, patientUuid);
    }

    public String getEncounterUuid() {
        return encounterUuid;
    }

    /** The run that brought it. */
    public String getRunUuid() {
        return runUuid;
    }

    public String getPurpose() {
        return purpose;
    }

    /** Whether an engine outside this practice made it: those in this server work for the patient's own care alone. */
    public boolean isFromOutside() {
        return !Purpose.OWN_CARE.id().equals(purpose);
    }

    public String getEngine() {
        return engine;
    }

    public String getEngineVersion() {
        return engineVersion;
    }

    public String getRule() {
        return rule;
    }

    public Proposal.Kind getKind() {
        return kind;
    }

    public Proposal.Indicator getIndicator() {
        return indicator;
    }

    /** Null once erased. */
    public String getSummary() {
        return summary;
    }

    public String getDetail() {
        return detail;
    }

    public String getLimits() {
        return limits;
    }

    /** What accepting may write as a problem; empty where nothing was proposed, and once erased. */
    Optional<ProposedProblem> getProblem() {
        return Optional.ofNullable(problem).map(ProposedProblemJson::read);
    }

    /** What its engine knows it by; empty where the engine is not told what became of it, and once erased. Never shown. */
    public Optional<ProposalHandle> getHandle() {
        return Optional.ofNullable(handle).map(ProposalHandle::new);
    }

    public Proposal.Source getSource() {
        return new Proposal.Source(sourceLabel, sourceCitation, sourceUrl);
    }

    String getFingerprint() {
        return fingerprint;
    }

    public String getContentSha256() {
        return contentSha256;
    }

    SuggestionStatus getStatus() {
        return status;
    }

    String getDecisionUuid() {
        return decisionUuid;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
