/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/**
 * Adds an event to the ledger. What flows: lock, event, last word, and for a no everything that rested on the yes, in one
 * transaction; then the mirror, in one of its own.
 */
public class ConsentRecorder {

    private final ConsentLedger ledger;
    private final ConsentOverviews overviews;
    private final ConsentMirroring mirroring;
    private final ConsentTerms terms;
    private final List<ConsentEndListener> endListeners;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Transactions transactions;
    private final Clock clock;

    public ConsentRecorder(
            ConsentLedger ledger,
            ConsentOverviews overviews,
            ConsentMirroring mirroring,
            ConsentTerms terms,
            List<ConsentEndListener> endListeners,
            AuditLog audit,
            CurrentUser user,
            Transactions transactions,
            Clock clock) {
        this.ledger = ledger;
        this.overviews = overviews;
        this.mirroring = mirroring;
        this.terms = terms;
        this.endListeners = List.copyOf(endListeners);
        this.audit = audit;
        this.user = user;
        this.transactions = transactions;
        this.clock = clock;
    }

    ConsentRecorded record(PatientRecord patient, ConsentRequest request) {
        Optional<Leaflet> leaflet = terms.leafletTold(request);
        if (request.decision() == ConsentDecision.GRANT && patient.dead()) {
            throw InvalidRequestException.of("patient", "deceased", "The patient has died; no consent can be granted.");
        }
        Ended ended = transactions.aloneAndAgainIfInterrupted(() -> append(patient.ref(), request, leaflet));
        if (request.purpose() == Purpose.OWN_CARE) {
            mirroring.follow(patient.ref(), request.decision());
        }
        PurposeState state = transactions.alone(() -> overviews.state(patient.ref(), request.purpose()));
        return new ConsentRecorded(ended.event(), state, ended.withdrawnSuggestions(), ended.alreadyShared());
    }

    private Ended append(PatientRef patient, ConsentRequest request, Optional<Leaflet> leaflet) {
        ConsentState state = ledger.lockState(patient, request.purpose());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ConsentEvent event = new ConsentEvent(
                patient,
                request,
                leaflet,
                user.actor().orElseThrow(() -> new IllegalStateException("consent is recorded by a user")),
                now,
                terms.expiry(request.decision(), now.atZone(ZoneId.systemDefault())));
        ledger.append(event);
        state.follow(event);
        audit.record(AuditEntry.of(AuditKind.CONSENT_RECORDED)
                .patient(patient)
                .purpose(request.purpose().id())
                .detail(request.decision().name() + " " + event.getUuid()));
        return request.decision() == ConsentDecision.GRANT ? new Ended(event, 0, List.of()) : end(patient, event);
    }

    private Ended end(PatientRef patient, ConsentEvent event) {
        int withdrawn = endListeners.stream()
                .mapToInt(listener -> listener.consentEnded(patient, event.getPurpose()))
                .sum();
        List<ConsentRecorded.Shared> shared = audit.sharedOutside(patient.uuid()).stream()
                .map(row -> new ConsentRecorded.Shared(row.getRecipient(), row.getAt()))
                .toList();
        return new Ended(event, withdrawn, shared);
    }

    private record Ended(ConsentEvent event, int withdrawnSuggestions, List<ConsentRecorded.Shared> alreadyShared) {}
}
