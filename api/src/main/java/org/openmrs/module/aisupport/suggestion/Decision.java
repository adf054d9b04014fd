/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Duration;
import java.time.Instant;
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

/** A GP's decision on one suggestion. It never changes; taking it back is an {@link Undo} of its own. */
@Entity(name = "AisupportDecision")
@Table(name = "aisupport_decision")
@AppendOnly
public class Decision {

    /** How long the same GP may take a decision back (S1). */
    static final Duration UNDOABLE = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "decision_id")
    private Long id;

    @Column(name = "uuid")
    private String uuid;

    @Column(name = "suggestion_uuid")
    private String suggestionUuid;

    @Column(name = "outcome")
    @Enumerated(EnumType.STRING)
    private DecisionOutcome outcome;

    @Column(name = "decider_id")
    private int deciderId;

    @Column(name = "decider_uuid")
    private String deciderUuid;

    @Column(name = "decider_name")
    private String deciderName;

    @Column(name = "provider_uuid")
    private String providerUuid;

    @Column(name = "decided_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant at;

    @Column(name = "override_reason")
    private String overrideReason;

    @Column(name = "comment")
    private String comment;

    @Column(name = "edited_text")
    private String text;

    protected Decision() {}

    Decision(Suggestion suggestion, DecisionRequest request, Actor decider, String providerUuid, Instant at) {
        this.uuid = UUID.randomUUID().toString();
        this.suggestionUuid = suggestion.getUuid();
        this.outcome = request.fullOutcome();
        this.deciderId = decider.userId();
        this.deciderUuid = decider.uuid();
        this.deciderName = decider.name();
        this.providerUuid = providerUuid;
        this.at = at;
        this.overrideReason = request.overrideReason();
        this.comment = request.comment();
        this.text = request.text();
    }

    public Instant undoableUntil() {
        return at.plus(UNDOABLE);
    }

    public String getUuid() {
        return uuid;
    }

    String getSuggestionUuid() {
        return suggestionUuid;
    }

    public DecisionOutcome getOutcome() {
        return outcome;
    }

    public Actor getDecider() {
        return new Actor(deciderId, deciderUuid, deciderName);
    }

    public Instant getAt() {
        return at;
    }

    public String getOverrideReason() {
        return overrideReason;
    }

    public String getComment() {
        return comment;
    }

    public String getText() {
        return text;
    }
}
