/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openmrs.module.aisupport.persistence.AppendOnly;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.Actor;

/** A decision taken back by the GP who made it. The decision stays in the record. */
@Entity(name = "AisupportUndo")
@Table(name = "aisupport_undo")
@AppendOnly
class Undo {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "undo_id")
    private Long id;

    @Column(name = "uuid")
    private String uuid;

    @Column(name = "decision_uuid")
    private String decisionUuid;

    @Column(name = "undoer_id")
    private int undoerId;

    @Column(name = "undoer_uuid")
    private String undoerUuid;

    @Column(name = "undone_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant at;

    protected Undo() {}

    Undo(Decision decision, Actor undoer, Instant at) {
        this.uuid = UUID.randomUUID().toString();
        this.decisionUuid = decision.getUuid();
        this.undoerId = undoer.userId();
        this.undoerUuid = undoer.uuid();
        this.at = at;
    }

    String getDecisionUuid() {
        return decisionUuid;
    }

    Instant getAt() {
        return at;
    }
}
