/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.platform.PatientRef;

/**
 * Enters an event: the row of the ledger, the word that stands, the audit, and what a no takes away, all in the caller's transaction and
 * under the lock that the caller holds. Whoever changes consent goes through here.
 */
public class ConsentBook {

    private final ConsentLedger ledger;
    private final List<ConsentEndListener> endListeners;
    private final AuditLog audit;
    private final Clock clock;

    public ConsentBook(ConsentLedger ledger, List<ConsentEndListener> endListeners, AuditLog audit, Clock clock) {
        this.ledger = ledger;
        this.endListeners = List.copyOf(endListeners);
        this.audit = audit;
        this.clock = clock;
    }

    /** Enters what somebody said. Returns how many undecided suggestions it took away. */
    int enter(ConsentState state, ConsentEvent event) {
        Standing before = state.standing();
        append(event, entry(event));
        state.stand(event);
        return takesAway(before, state.standing()) ? end(event.getPatient(), event.getPurpose()) : 0;
    }

    /** Enters what the module found out by itself, which never is a yes: whatever still rests on one goes. */
    void enterFinding(PatientRef patient, ConsentState state, Finding finding) {
        ConsentEvent event = ConsentEvent.found(patient, state.standing().purpose(), finding, now());
        append(event, entry(event).automatic());
        state.stand(event);
        end(event.getPatient(), event.getPurpose());
    }

    /**
     * Enters that an event was recorded in error: what stood before it stands again. What a no took away doesn't come back; what rested on
     * a yes that was none goes.
     */
    int enterCorrection(ConsentState state, ConsentEvent wrong, ConsentEvent correction) {
        append(correction, entry(correction));
        ledger.standingBefore(wrong).ifPresentOrElse(state::stand, state::standOnNothing);
        return wrong.getDecision() == ConsentDecision.GRANT ? end(wrong.getPatient(), wrong.getPurpose()) : 0;
    }

    /** Takes away what rested on a consent. Returns how many undecided suggestions that were. */
    int end(PatientRef patient, Purpose purpose) {
        return endListeners.stream()
                .mapToInt(listener -> listener.consentEnded(patient, purpose))
                .sum();
    }

    void erase(PatientRef patient) {
        endListeners.forEach(listener -> listener.patientPurged(patient));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void append(ConsentEvent event, AuditEntry entry) {
        ledger.append(event);
        audit.record(entry);
    }

    /** Anything but a yes does, and so does a yes that no longer includes sensitive topics: suggestions may rest on them. */
    private static boolean takesAway(Standing before, Standing after) {
        boolean narrowed = before.includesSensitive() && !after.includesSensitive();
        return after.stored() != ConsentStatus.GRANTED || narrowed;
    }

    private static AuditEntry entry(ConsentEvent event) {
        return AuditEntry.of(AuditKind.CONSENT_RECORDED)
                .patient(event.getPatient())
                .purpose(event.getPurpose().id())
                .detail(event.getDecision().name() + reason(event.getReason()) + " " + event.getUuid());
    }

    private static String reason(Optional<DenialReason> reason) {
        return reason.map(named -> " " + named.name()).orElse("");
    }
}
