/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

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
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.platform.ChartWriter.StandingEntry;

/**
 * That a decision wrote a record into the chart, or why it didn't. What was written is in the chart alone; here is its hash, by which
 * a change is told.
 */
@Entity(name = "AisupportChartEntry")
@Table(name = "aisupport_chart_entry")
@AppendOnly
public class ChartEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "chart_entry_id")
    private Long id;

    @Column(name = "uuid")
    private String uuid;

    @Column(name = "suggestion_uuid")
    private String suggestionUuid;

    @Column(name = "decision_uuid")
    private String decisionUuid;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    @Column(name = "record_uuid")
    private String recordUuid;

    @Column(name = "content_sha256")
    private String contentSha256;

    @Column(name = "obstacle")
    @Enumerated(EnumType.STRING)
    private EntryObstacle obstacle;

    @Column(name = "decided_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant at;

    protected ChartEntry() {}

    private ChartEntry(EntryOrigin origin, EntryKind kind) {
        this.uuid = UUID.randomUUID().toString();
        this.suggestionUuid = origin.suggestionUuid();
        this.decisionUuid = origin.decisionUuid();
        this.kind = kind;
        this.at = origin.at();
    }

    static ChartEntry written(EntryOrigin origin, EntryKind kind, String recordUuid, StandingEntry content) {
        ChartEntry entry = new ChartEntry(origin, kind);
        entry.recordUuid = recordUuid;
        entry.contentSha256 = Sha256.hex(content.content());
        return entry;
    }

    static ChartEntry notWritten(EntryOrigin origin, EntryKind kind, EntryObstacle obstacle) {
        ChartEntry entry = new ChartEntry(origin, kind);
        entry.obstacle = obstacle;
        return entry;
    }

    boolean isStill(StandingEntry standing) {
        return Sha256.hex(standing.content()).equals(contentSha256);
    }

    public String getUuid() {
        return uuid;
    }

    public String getSuggestionUuid() {
        return suggestionUuid;
    }

    String getDecisionUuid() {
        return decisionUuid;
    }

    public EntryKind getKind() {
        return kind;
    }

    /** Empty when nothing was written. */
    public Optional<String> getRecordUuid() {
        return Optional.ofNullable(recordUuid);
    }

    public Optional<EntryObstacle> getObstacle() {
        return Optional.ofNullable(obstacle);
    }
}
