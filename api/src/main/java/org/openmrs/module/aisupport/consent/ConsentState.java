/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;

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

    // Texts, and not enums: a word that this version does not know must not keep anybody from recording a no over it.
    @Column(name = "status")
    private String status;

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

    @Column(name = "patient_uuid")
    private String patientUuid;

    @Column(name = "reason")
    private String reason;

    @Column(name = "recorded_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant recordedAt;

    @Column(name = "leaflet_version")
    private String leafletVersion;

    @Column(name = "giver_role")
    private String giverRole;

    @Column(name = "mirrored")
    private String mirrored;

    @Column(name = "mirror_due")
    private boolean mirrorDue;

    protected ConsentState() {}

    /** The word of this event stands from now on. */
    void stand(ConsentEvent event) {
        status = event.leadsTo().name();
        reason = event.getReason().map(Enum::name).orElse(null);
        includesSensitive = event.isIncludesSensitive();
        since = event.getEffectiveAt();
        recordedAt = event.getRecordedAt();
        expiresAt = event.getExpiresAt().orElse(null);
        leafletVersion = event.getLeafletVersion();
        giverRole = event.getGiver().map(giver -> giver.role().name()).orElse(null);
        eventUuid = event.getUuid();
        mirrorDue = isMirrored();
    }

    /** Nothing that was ever said stands. */
    void standOnNothing() {
        status = ConsentStatus.NOT_RECORDED.name();
        reason = null;
        includesSensitive = false;
        since = null;
        recordedAt = null;
        expiresAt = null;
        leafletVersion = null;
        giverRole = null;
        eventUuid = null;
        mirrorDue = isMirrored();
    }

    /** The row of a purged patient whose id the database has given to a new one starts anew. */
    void belongTo(PatientRef patient) {
        if (patientUuid == null) {
            patientUuid = patient.uuid();
        } else if (!patientUuid.equalsIgnoreCase(patient.uuid())) {
            standOnNothing();
            patientUuid = patient.uuid();
            mirrored = null;
            mirrorDue = false;
        }
    }

    /** The ledger knows what the attribute holds; nothing is left to write. */
    void accountFor(ConsentMirror.Reading attribute) {
        mirrored = cut(attribute.stored());
        mirrorDue = false;
    }

    boolean hasAccountedFor(ConsentMirror.Reading attribute) {
        return cut(attribute.stored()).equals(mirrored);
    }

    boolean isMirrorDue() {
        return mirrorDue;
    }

    /** What the attribute is to say; empty where it is left as others wrote it. */
    Optional<ConsentMirror.Value> mirrorValue() {
        return switch (standing().stored()) {
            case GRANTED -> Optional.of(ConsentMirror.Value.YES);
            case REFUSED, WITHDRAWN -> Optional.of(ConsentMirror.Value.NO);
            case NOT_RECORDED, EXPIRED, LAPSED -> Optional.of(ConsentMirror.Value.UNDECIDED);
            case PENDING -> Optional.empty();
        };
    }

    Standing standing() {
        return Standing.stored(
                Purpose.ofId(purpose).orElseThrow(),
                status,
                reason,
                giverRole,
                new Standing.Terms(
                        includesSensitive,
                        Optional.ofNullable(since),
                        Optional.ofNullable(recordedAt),
                        Optional.ofNullable(expiresAt),
                        Optional.ofNullable(leafletVersion),
                        Optional.ofNullable(eventUuid)));
    }

    private boolean isMirrored() {
        return Purpose.OWN_CARE.id().equals(purpose);
    }

    private static String cut(String stored) {
        return stored.length() > 255 ? stored.substring(0, 255) : stored;
    }
}
