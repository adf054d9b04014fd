/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openmrs.module.aisupport.persistence.MicrosConverter;

/** The ledger's last word for one patient and purpose. Whoever grants, withdraws or keeps results holds its lock. */
@Entity(name = "AisupportConsentState")
@Table(name = "aisupport_consent_state")
class ConsentState {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "consent_state_id")
    private Long id;

    @Column(name = "patient_id", updatable = false)
    private int patientId;

    @Column(name = "purpose", updatable = false)
    private String purpose;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    private ConsentStatus status;

    @Column(name = "includes_sensitive")
    private boolean includesSensitive;

    @Column(name = "since_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant since;

    @Column(name = "expires_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant expiresAt;

    @Column(name = "event_uuid")
    private String eventUuid;

    protected ConsentState() {}

    void follow(ConsentEvent event) {
        this.status = event.getDecision().leadsTo();
        this.includesSensitive = event.isIncludesSensitive();
        this.since = event.getEffectiveAt();
        this.expiresAt = event.getExpiresAt().orElse(null);
        this.eventUuid = event.getUuid();
    }
}
