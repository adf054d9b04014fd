/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.snapshot.RecordLink;

/** One record that a suggestion rests on, or that speaks against it. Removed when the suggestion's content is erased. */
@Entity(name = "AisupportEvidence")
@Table(name = "aisupport_evidence")
public class SuggestionEvidence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "evidence_id")
    private Long id;

    @Column(name = "suggestion_id")
    private Long suggestionId;

    @Column(name = "position")
    private int position;

    @Column(name = "stance")
    @Enumerated(EnumType.STRING)
    private Evidence.Stance stance;

    @Column(name = "record_type")
    @Enumerated(EnumType.STRING)
    private RecordLink.Type recordType;

    @Column(name = "record_uuid")
    private String recordUuid;

    @Column(name = "record_encounter_uuid")
    private String recordEncounterUuid;

    @Column(name = "record_concept_uuid")
    private String recordConceptUuid;

    @Column(name = "display")
    private String display;

    @Column(name = "recorded_value")
    private String value;

    @Column(name = "recorded_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant date;

    protected SuggestionEvidence() {}

    SuggestionEvidence(Suggestion suggestion, int position, Evidence evidence) {
        this.suggestionId = suggestion.getId();
        this.position = position;
        this.stance = evidence.stance();
        evidence.record().ifPresent(record -> {
            this.recordType = record.type();
            this.recordUuid = record.uuid();
            this.recordEncounterUuid = record.encounterUuid().orElse(null);
            this.recordConceptUuid = record.conceptUuid().orElse(null);
        });
        this.display = evidence.display();
        this.value = evidence.value().orElse(null);
        this.date = evidence.date().orElse(null);
    }

    Long getSuggestionId() {
        return suggestionId;
    }

    public Evidence evidence() {
        Optional<RecordLink> record = Optional.ofNullable(recordUuid)
                .map(known -> new RecordLink(
                        recordType,
                        known,
                        Optional.ofNullable(recordEncounterUuid),
                        Optional.ofNullable(recordConceptUuid)));
        return new Evidence(stance, record, display, Optional.ofNullable(value), Optional.ofNullable(date));
    }
}
