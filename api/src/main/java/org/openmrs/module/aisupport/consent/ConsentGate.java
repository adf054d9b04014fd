/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where consent is checked. It answers by value and never by an exception, which would roll back the audit of its
 * own denial. Whatever it can't read, it denies (C2).
 */
public class ConsentGate {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentGate.class);

    private final GateQuery query;
    private final ConsentRules rules;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    public ConsentGate(GateQuery query, ConsentRules rules, AuditLog audit, Transactions transactions, Clock clock) {
        this.query = query;
        this.rules = rules;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Asks before the record is read for a purpose. The question and the audit row are a short transaction each, so that each answer is
     * in the audit whatever becomes of the caller, and also if the question failed: Hibernate keeps nothing of a transaction in which a
     * query did. Ask outside a transaction: within one, two connections are held.
     */
    public GateAnswer ask(PatientRef patient, Purpose purpose) {
        return ask(patient, purpose, Set.of());
    }

    /** As {@link #ask(PatientRef, Purpose)}, where data is to go to services outside: a yes covers those of which the patient was told. */
    public GateAnswer ask(PatientRef patient, Purpose purpose, Set<OutsideService> recipients) {
        GateAnswer answer = transactions.alone(() -> look(patient, purpose, recipients));
        audit.recordAlone(entry(answer).patient(patient).purpose(purpose.id()));
        return answer;
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
     * stand. The audit of a no is the caller's, who knows what is being discarded. Where consent can't be read it throws, since the
     * caller's transaction can't stand then.
     */
    public GateAnswer askAgain(Permit permit) {
        GateAnswer answer = answer(permit.patient(), permit.purpose(), permit.recipients());
        boolean narrowed = answer instanceof GateAnswer.Granted granted
                && permit.includesSensitive()
                && !granted.permit().includesSensitive();
        return narrowed ? new GateAnswer.Denied(permit.purpose(), DenialReason.NARROWED) : answer;
    }

    /**
     * Why not, or empty; without an audit row: for showing what stands, not for reading the record. To be asked outside a transaction,
     * for the reason that {@link #ask} gives.
     */
    public Optional<DenialReason> denial(PatientRef patient, Purpose purpose) {
        return denial(patient, purpose, Set.of());
    }

    /** As {@link #denial(PatientRef, Purpose)}, where data is to go to services outside. */
    public Optional<DenialReason> denial(PatientRef patient, Purpose purpose, Set<OutsideService> recipients) {
        return transactions.alone(() -> look(patient, purpose, recipients)) instanceof GateAnswer.Denied denied
                ? Optional.of(denied.reason())
                : Optional.empty();
    }

    /** All purposes as they stand, each with the answer that the gate would give; without an audit row. */
    List<PurposeState> states(PatientRef patient) {
        GateReading reading = query.read(patient, List.of(Purpose.values()));
        return Arrays.stream(Purpose.values())
                .map(purpose -> state(purpose, reading))
                .toList();
    }

    PurposeState state(PatientRef patient, Purpose purpose) {
        return state(purpose, query.read(patient, purpose.needed()));
    }

    private PurposeState state(Purpose purpose, GateReading reading) {
        Standing standing = reading.standing(purpose);
        return new PurposeState(
                purpose,
                standing.statusAt(clock.instant()),
                firstDenial(purpose, reading).map(GateAnswer.Denied::reason),
                rules.denial(purpose, reading),
                standing.since(),
                standing.expiresAt(),
                standing.includesSensitive(),
                standing.eventUuid());
    }

    private GateAnswer look(PatientRef patient, Purpose purpose, Set<OutsideService> recipients) {
        try {
            return answer(patient, purpose, recipients);
        } catch (RuntimeException unreadable) {
            LOG.error("event=gate_unreadable purpose={} The answer is no", purpose.id(), unreadable);
            return new GateAnswer.Denied(purpose, DenialReason.UNREADABLE);
        }
    }

    private GateAnswer answer(PatientRef patient, Purpose purpose, Set<OutsideService> recipients) {
        GateReading reading = query.read(patient, purpose.needed());
        return firstDenial(purpose, reading)
                .or(() -> rules.untold(reading.standing(purpose), recipients)
                        .map(reason -> new GateAnswer.Denied(purpose, reason)))
                .<GateAnswer>map(denied -> denied)
                .orElseGet(() -> new GateAnswer.Granted(new Permit(
                        patient, purpose, rules.includesSensitive(purpose, reading), recipients, clock.instant())));
    }

    private Optional<GateAnswer.Denied> firstDenial(Purpose purpose, GateReading reading) {
        return purpose.needed().stream()
                .flatMap(needed ->
                        rules.denial(needed, reading).map(reason -> new GateAnswer.Denied(needed, reason)).stream())
                .findFirst();
    }
}
