/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/**
 * Takes down what people say. What flows: lock, event, last word, and for a no everything that rested on the yes, in one transaction;
 * then the mirror, in one of its own.
 */
public class ConsentRecorder {

    private final ConsentLedger ledger;
    private final GateQuery query;
    private final ConsentBook book;
    private final AttributeNotes notes;
    private final ConsentCorrector corrector;
    private final ConsentTerms terms;
    private final ConsentOverviews overviews;
    private final ConsentMirroring mirroring;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Transactions transactions;

    public ConsentRecorder(
            ConsentLedger ledger,
            GateQuery query,
            ConsentBook book,
            AttributeNotes notes,
            ConsentCorrector corrector,
            ConsentTerms terms,
            ConsentOverviews overviews,
            ConsentMirroring mirroring,
            AuditLog audit,
            CurrentUser user,
            Transactions transactions) {
        this.ledger = ledger;
        this.query = query;
        this.book = book;
        this.notes = notes;
        this.corrector = corrector;
        this.terms = terms;
        this.overviews = overviews;
        this.mirroring = mirroring;
        this.audit = audit;
        this.user = user;
        this.transactions = transactions;
    }

    ConsentRecorded record(PatientRef patient, ConsentRequest request) {
        return recorded(patient, request.purpose(), state -> say(patient, request, state));
    }

    ConsentRecorded correct(PatientRef patient, ConsentCorrection correction) {
        return recorded(patient, correction.purpose(), state -> corrector.correct(patient, correction, actor(), state));
    }

    ConsentRecorded endGuardianship(PatientRef patient, Purpose purpose, String note) {
        return recorded(patient, purpose, state -> endGuardianship(patient, purpose, note, state));
    }

    private Entered say(PatientRef patient, ConsentRequest request, ConsentState state) {
        GateReading reading = query.read(patient, Set.of(request.purpose()));
        if (request.decision() == ConsentDecision.GRANT
                && reading.person().filter(person -> !person.dead()).isEmpty()) {
            throw InvalidRequestException.of(
                    "patient", "deceased", "The patient has died or the record is closed; no consent can be granted.");
        }
        Instant now = book.now();
        ConsentTerms.Terms taken = terms.of(request, now, state.standing(), reading);
        ConsentEvent event = ConsentEvent.said(patient, request, actor(), now, taken);
        return new Entered(event, book.enter(state, event));
    }

    private Entered endGuardianship(PatientRef patient, Purpose purpose, String note, ConsentState state) {
        boolean spokenFor = state.standing().stored() == ConsentStatus.GRANTED
                && state.standing()
                        .giverRole()
                        .filter(role -> role != Giver.Role.PATIENT)
                        .isPresent();
        if (!spokenFor) {
            throw InvalidRequestException.of(
                    "reason", "notApplicable", "No grant stands that a guardian or a proxy gave.");
        }
        ConsentEvent event = ConsentEvent.guardianshipEnded(patient, purpose, actor(), book.now(), note);
        return new Entered(event, book.enter(state, event));
    }

    private ConsentRecorded recorded(PatientRef patient, Purpose purpose, Entry entry) {
        Entered entered = transactions.aloneAndAgainIfInterrupted(() -> {
            ConsentState state = ledger.lockState(patient, purpose); // the lock first: see ConsentLedger#lock
            if (purpose == Purpose.OWN_CARE) {
                notes.take(patient, state);
            }
            return entry.into(state);
        });
        if (purpose == Purpose.OWN_CARE) {
            mirroring.followAndTell(patient);
        }
        return transactions.alone(() -> new ConsentRecorded(
                entered.event(),
                overviews.leaflet(entered.event()),
                overviews.state(patient, purpose),
                entered.withdrawn(),
                alreadyShared(patient, entered)));
    }

    private List<ConsentRecorded.Shared> alreadyShared(PatientRef patient, Entered entered) {
        if (entered.event().getDecision() == ConsentDecision.GRANT) {
            return List.of();
        }
        return audit.sharedOutside(patient.uuid()).stream()
                .map(row -> new ConsentRecorded.Shared(row.getRecipient(), row.getAt()))
                .toList();
    }

    private Actor actor() {
        return user.actor().orElseThrow(() -> new IllegalStateException("consent is recorded by a user"));
    }

    /** Something that is entered while the last word is locked. */
    private interface Entry {
        Entered into(ConsentState state);
    }

    record Entered(ConsentEvent event, int withdrawn) {}
}
