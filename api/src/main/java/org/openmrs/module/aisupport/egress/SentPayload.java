/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.PatientRef;

/** What was sent to an engine outside, byte by byte and encrypted, until its time is over. */
@Entity(name = "AisupportSentPayload")
@Table(name = "aisupport_sent_payload")
public class SentPayload {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "sent_payload_id")
    private Long id;

    @Column(name = "uuid", updatable = false)
    private String uuid;

    @Column(name = "run_uuid", updatable = false)
    private String runUuid;

    @Column(name = "engine", updatable = false)
    private String engine;

    @Column(name = "recipient", updatable = false)
    private String recipient;

    @Column(name = "patient_id", updatable = false)
    private Integer patientId;

    @Column(name = "patient_uuid", updatable = false)
    private String patientUuid;

    @Column(name = "sent_micros", updatable = false)
    @Convert(converter = MicrosConverter.class)
    private Instant sentAt;

    @Column(name = "expires_micros", updatable = false)
    @Convert(converter = MicrosConverter.class)
    private Instant expiresAt;

    @Column(name = "key_name", updatable = false)
    private String keyName;

    @Column(name = "nonce", updatable = false)
    private byte[] nonce;

    @Column(name = "ciphertext", updatable = false)
    private byte[] ciphertext;

    protected SentPayload() {}

    SentPayload(
            String runUuid, String engine, String recipient, PatientRef patient, Instant sentAt, Instant expiresAt) {
        this.uuid = UUID.randomUUID().toString();
        this.runUuid = runUuid;
        this.engine = engine;
        this.recipient = recipient;
        this.patientId = patient.id();
        this.patientUuid = patient.uuid();
        this.sentAt = sentAt;
        this.expiresAt = expiresAt;
    }

    void holds(PayloadCipher.Sealed sealed) {
        this.keyName = sealed.keyName();
        this.nonce = sealed.nonce();
        this.ciphertext = sealed.ciphertext();
    }

    PayloadCipher.Sealed sealed() {
        return new PayloadCipher.Sealed(keyName, nonce, ciphertext);
    }

    /** What it belongs to: encrypted for one place, it can't be read in another. */
    String belongsTo() {
        return String.join("|", uuid, runUuid, engine, recipient, patientUuid);
    }

    public String getUuid() {
        return uuid;
    }

    public String getRunUuid() {
        return runUuid;
    }

    public String getEngine() {
        return engine;
    }

    public String getRecipient() {
        return recipient;
    }

    public String getPatientUuid() {
        return patientUuid;
    }

    public Instant getSentAt() {
        return sentAt;
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }
}
