/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.Delivery;
import org.openmrs.module.aisupport.engine.ProposalHandle;
import org.openmrs.module.aisupport.engine.Verdict;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.suggestion.Decision;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.OverrideReason;
import org.openmrs.module.aisupport.suggestion.Suggestion;

/** A decision of which its engine outside is to be told. It is there for as long as that is open; what became of it is in the audit. */
@Entity(name = "AisupportFeedback")
@Table(name = "aisupport_feedback")
public class FeedbackRow {

    /** After the last moment of an undo: nodes' clocks may differ. */
    static final Duration AFTER_UNDO = Duration.ofMinutes(1);

    /** Since the decision; what is told later helps nobody. */
    static final Duration LONGEST = Duration.ofDays(3);

    /** How long it belongs to whoever claimed it. Longer than any exchange, and than clocks differ. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "feedback_id")
    private Long id;

    @Column(name = "decision_uuid", updatable = false)
    private String decisionUuid;

    @Column(name = "suggestion_uuid", updatable = false)
    private String suggestionUuid;

    @Column(name = "run_uuid", updatable = false)
    private String runUuid;

    @Column(name = "patient_id", updatable = false)
    private int patientId;

    @Column(name = "patient_uuid", updatable = false)
    private String patientUuid;

    @Column(name = "purpose", updatable = false)
    private String purpose;

    @Column(name = "engine", updatable = false)
    private String engine;

    @Column(name = "engine_version", updatable = false)
    private String engineVersion;

    @Column(name = "handle", updatable = false)
    private String handle;

    @Column(name = "accepted", updatable = false)
    private boolean accepted;

    @Column(name = "override_reason", updatable = false)
    private String overrideReason;

    @Column(name = "decided_micros", updatable = false)
    @Convert(converter = MicrosConverter.class)
    private Instant decidedAt;

    @Column(name = "due_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant dueAt;

    /** Grows with each claim: whoever claimed it knows by it whether it is still theirs. */
    @Column(name = "attempts")
    private int attempts;

    /** Whether an earlier attempt may have arrived, so that the next may be a repetition. */
    @Column(name = "may_have_arrived")
    private boolean mayHaveArrived;

    @Column(name = "obstacle")
    private String obstacle;

    protected FeedbackRow() {}

    FeedbackRow(Suggestion suggestion, ProposalHandle handle, Decision decision) {
        this.decisionUuid = decision.getUuid();
        this.suggestionUuid = suggestion.getUuid();
        this.runUuid = suggestion.getRunUuid();
        this.patientId = suggestion.getPatient().id();
        this.patientUuid = suggestion.getPatient().uuid();
        this.purpose = suggestion.getPurpose();
        this.engine = suggestion.getEngine();
        this.engineVersion = suggestion.getEngineVersion();
        this.handle = handle.text();
        this.accepted = decision.getOutcome() != DecisionOutcome.REJECTED;
        this.overrideReason = decision.getOverrideReason();
        this.decidedAt = decision.getAt();
        this.dueAt = decision.undoableUntil().plus(AFTER_UNDO);
    }

    /** @param repetition whether an earlier one may have arrived */
    record Attempt(int number, boolean repetition) {
        @Override
        public String toString() {
            return "attempt " + number + (repetition ? ", may be a repetition" : "");
        }
    }

    /** For one attempt; until the claim is over whoever comes finds that it is not due. If nothing more is heard of it, it may have arrived. */
    Attempt claim(Instant now) {
        Attempt next = new Attempt(++attempts, mayHaveArrived);
        this.mayHaveArrived = true;
        this.dueAt = now.plus(CLAIM);
        return next;
    }

    /** The next attempt comes after a pause that doubles, from a minute on. */
    void failed(Attempt attempt, Delivery delivery, Instant now) {
        this.mayHaveArrived = attempt.repetition() || delivery.mayHaveArrived();
        Duration pause = shorter(Duration.ofMinutes(1L << Math.min(attempts - 1, 10)), LONGEST_PAUSE);
        Duration asked = shorter(delivery.askedToWait().orElse(Duration.ZERO), LONGEST_PAUSE);
        postpone(delivery.words(), pause.compareTo(asked) > 0 ? pause : asked, now);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    void postpone(String why, Duration pause, Instant now) {
        this.obstacle = why;
        this.dueAt = now.plus(pause);
    }

    /** Nothing was sent in the last claim, or its end is not known. */
    boolean isDueAt(Instant now) {
        return !dueAt.isAfter(now);
    }

    boolean isTooOldAt(Instant now) {
        return now.isAfter(decidedAt.plus(LONGEST));
    }

    Verdict verdict() {
        Optional<Verdict.Reason> reason = Optional.ofNullable(overrideReason)
                .flatMap(OverrideReason::ofCode)
                .map(known -> new Verdict.Reason(known.system(), known.code()));
        return new Verdict(accepted, reason, decidedAt);
    }

    Long getId() {
        return id;
    }

    String getSuggestionUuid() {
        return suggestionUuid;
    }

    String getRunUuid() {
        return runUuid;
    }

    PatientRef getPatient() {
        return new PatientRef(patientId, patientUuid);
    }

    Purpose getPurpose() {
        return Purpose.ofId(purpose).orElseThrow();
    }

    String getEngine() {
        return engine;
    }

    String getEngineVersion() {
        return engineVersion;
    }

    ProposalHandle getHandle() {
        return new ProposalHandle(handle);
    }

    int getAttempts() {
        return attempts;
    }

    Optional<String> getObstacle() {
        return Optional.ofNullable(obstacle);
    }
}
