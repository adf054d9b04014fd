/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where consent is checked. It answers by value and never by an exception, which would roll back the audit of its
 * own denial. Whatever it can't read, it denies (C2).
 */
public class ConsentGate {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentGate.class);

    private final ConsentLedger ledger;
    private final ConsentMirror mirror;
    private final Patients patients;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    public ConsentGate(
            ConsentLedger ledger,
            ConsentMirror mirror,
            Patients patients,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.ledger = ledger;
        this.mirror = mirror;
        this.patients = patients;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Asks before the record is read for a purpose. Question, answer and audit row are one short transaction of their own, so that
     * each answer is in the audit whatever becomes of the caller. Ask outside a transaction: within one, two connections are held.
     */
    public GateAnswer ask(PatientRef patient, Purpose purpose) {
        return transactions.alone(() -> {
            GateAnswer answer = look(patient, purpose);
            audit.record(entry(answer).patient(patient).purpose(purpose.id()));
            return answer;
        });
    }

    private static AuditEntry entry(GateAnswer answer) {
        return answer instanceof GateAnswer.Denied denied
                ? AuditEntry.of(AuditKind.GATE_DENIED)
                        .outcome(AuditOutcome.DENIED)
                        .detail(denied.reason().name())
                : AuditEntry.of(AuditKind.GATE_PERMITTED);
    }

    /**
     * Asks again before results are kept. The caller holds the ledger's lock, so that the answer stays true until the results
     * stand. The audit of a no is the caller's, who knows what is being discarded.
     */
    public GateAnswer askAgain(Permit permit) {
        return look(permit.patient(), permit.purpose());
    }

    /** Why not, or empty; without an audit row: for showing what stands, not for reading the record. */
    public Optional<DenialReason> denial(PatientRef patient, Purpose purpose) {
        return look(patient, purpose) instanceof GateAnswer.Denied denied
                ? Optional.of(denied.reason())
                : Optional.empty();
    }

    private GateAnswer look(PatientRef patient, Purpose purpose) {
        try {
            return read(patient, purpose);
        } catch (RuntimeException unreadable) {
            LOG.error("Consent for {} could not be read, so the answer is no", purpose.id(), unreadable);
            return new GateAnswer.Denied(purpose, DenialReason.UNREADABLE);
        }
    }

    private GateAnswer read(PatientRef patient, Purpose purpose) {
        Instant now = clock.instant();
        Map<Purpose, Standing> standings = ledger.standings(patient, purpose.needed());
        for (Purpose needed : purpose.needed()) {
            Optional<DenialReason> no = standings.get(needed).denialAt(now).or(() -> mirrorDenial(patient, needed));
            if (no.isPresent()) {
                return new GateAnswer.Denied(needed, no.get());
            }
        }
        return lifeDenial(patient)
                .<GateAnswer>map(reason -> new GateAnswer.Denied(purpose, reason))
                .orElseGet(() -> new GateAnswer.Granted(
                        new Permit(patient, purpose, standings.get(purpose).includesSensitive(), now)));
    }

    private Optional<DenialReason> mirrorDenial(PatientRef patient, Purpose purpose) {
        boolean mirrored = purpose == Purpose.OWN_CARE;
        boolean agrees = !mirrored || mirror.read(patient) == ConsentMirror.Value.YES;
        return agrees ? Optional.empty() : Optional.of(DenialReason.MIRROR_DIFFERS);
    }

    private Optional<DenialReason> lifeDenial(PatientRef patient) {
        Optional<PatientRecord> record = patients.byId(patient.id());
        if (record.isEmpty()) {
            return Optional.of(DenialReason.UNREADABLE);
        }
        return record.get().dead() ? Optional.of(DenialReason.DECEASED) : Optional.empty();
    }
}
