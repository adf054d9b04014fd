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

/** What became of an entry when its decision was undone. */
@Entity(name = "AisupportChartEntryReturn")
@Table(name = "aisupport_chart_entry_return")
@AppendOnly
public class EntryReturn {

    /** How an undo leaves the record. */
    public enum Outcome {
        TAKEN_BACK,
        /** Somebody has changed it since; it stays as they left it. */
        CHANGED,
        /** Somebody has removed or replaced it since. */
        GONE,
        /** The user may not remove such records; it stays. */
        NO_PRIVILEGE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "chart_entry_return_id")
    private Long id;

    @Column(name = "uuid")
    private String uuid;

    @Column(name = "chart_entry_uuid")
    private String entryUuid;

    @Column(name = "outcome")
    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "returned_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant at;

    protected EntryReturn() {}

    EntryReturn(ChartEntry entry, Outcome outcome, Instant at) {
        this.uuid = UUID.randomUUID().toString();
        this.entryUuid = entry.getUuid();
        this.outcome = outcome;
        this.at = at;
    }

    String getEntryUuid() {
        return entryUuid;
    }

    /** Why the record was not taken back; empty if it was. */
    Optional<String> reason() {
        return outcome == Outcome.TAKEN_BACK ? Optional.empty() : Optional.of(outcome.name());
    }
}
