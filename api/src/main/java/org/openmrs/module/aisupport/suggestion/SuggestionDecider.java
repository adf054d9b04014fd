/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.charting.EntryOrigin;
import org.openmrs.module.aisupport.charting.EntryWriter;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.ConsentLedger;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** Decides, and takes back. One suggestion at a time; there is no other way (S2). */
public class SuggestionDecider {

    private final SuggestionStore store;
    private final EntryWriter entries;
    private final List<DecisionListener> listeners;
    private final Patients patients;
    private final ConsentLedger ledger;
    private final ConsentGate gate;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Transactions transactions;
    private final Clock clock;

    public SuggestionDecider(
            SuggestionStore store,
            EntryWriter entries,
            List<DecisionListener> listeners,
            Patients patients,
            ConsentLedger ledger,
            ConsentGate gate,
            AuditLog audit,
            CurrentUser user,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.listeners = List.copyOf(listeners);
        this.patients = patients;
        this.ledger = ledger;
        this.gate = gate;
        this.audit = audit;
        this.user = user;
        this.transactions = transactions;
        this.clock = clock;
    }

    StoredSuggestion decide(String uuid, DecisionRequest request) {
        Optional<Permits> permit = permit(uuid);
        try {
            transactions.alone(() -> tryToDecide(lock(uuid, permit), request));
        } catch (Lost lost) {
            // Read in a transaction of its own: the one that lost would still see the rows as they were before.
            throw new AlreadyDecidedException(lost.getMessage(), standing(uuid));
        }
        return standing(uuid);
    }

    StoredSuggestion undo(String uuid) {
        Optional<Permits> permit = permit(uuid);
        transactions.alone(() -> tryToUndo(lock(uuid, permit)));
        return standing(uuid);
    }

    /** The gate comes first, so that a refusal shows nothing. Where consent took it away already, there is nothing to ask about. */
    private Optional<Permits> permit(String uuid) {
        Suggestion suggestion = transactions.alone(() -> existing(uuid));
        if (suggestion.getStatus() == SuggestionStatus.WITHDRAWN) {
            return Optional.empty();
        }
        return Optional.of(Permits.ask(gate, suggestion.getPatient(), Permits.purposesBehind(purposeOf(suggestion))));
    }

    /** Nothing is decided or reopened while consent ends. */
    private Suggestion lock(String uuid, Optional<Permits> permits) {
        permits.ifPresent(held -> held.holdStill(ledger, gate));
        return existing(uuid);
    }

    private Suggestion tryToDecide(Suggestion suggestion, DecisionRequest request) {
        request.refuseNonsense(suggestion.getIndicator());
        String provider = user.providerUuid().orElseThrow(NotAProviderException::new);
        refuseForeignEncounter(suggestion, request);
        SuggestionStatus next = next(suggestion, request);
        refuseWhatWasNotSeen(suggestion, request);
        Decision decision = new Decision(suggestion, request, actor(), provider, now());
        store.add(decision);
        if (!store.move(suggestion, next, decision, request.encounterUuid())) {
            throw new Lost("A colleague was faster. Nothing of yours was saved.");
        }
        audit.record(entry(AuditKind.SUGGESTION_DECIDED, suggestion)
                .encounter(request.encounterUuid())
                .detail(decision.getOutcome()
                        + Optional.ofNullable(request.overrideReason())
                                .map(reason -> " " + reason)
                                .orElse("")));
        listeners.forEach(listener -> listener.decided(suggestion, decision));
        entries.write(origin(suggestion, decision, request), request.apply());
        return suggestion;
    }

    private Suggestion tryToUndo(Suggestion suggestion) {
        SuggestionStatus reopened = suggestion.getStatus().undone();
        Decision decision = store.decision(suggestion).orElseThrow();
        refuseUndoOf(decision);
        if (store.hasNewer(suggestion)) {
            throw new IllegalTransitionException(
                    "Newer data has led to another suggestion. This decision stands; decide on that one.");
        }
        store.add(new Undo(decision, actor(), now()));
        if (!store.move(suggestion, reopened, null, null)) {
            throw new IllegalTransitionException("It changed meanwhile. Look at it again.");
        }
        audit.record(entry(AuditKind.DECISION_UNDONE, suggestion).detail(decision.getUuid()));
        listeners.forEach(listener -> listener.undone(suggestion, decision));
        entries.takeBack(suggestion.getPatient(), decision.getUuid(), now());
        return suggestion;
    }

    private static EntryOrigin origin(Suggestion suggestion, Decision decision, DecisionRequest request) {
        return new EntryOrigin(
                suggestion.getPatient(),
                suggestion.getUuid(),
                decision.getUuid(),
                Optional.ofNullable(request.encounterUuid()),
                suggestion.getProblem(),
                Optional.ofNullable(request.text()).orElse(suggestion.getSummary()),
                decision.getAt());
    }

    private void refuseUndoOf(Decision decision) {
        if (!decision.getDecider().uuid().equals(actor().uuid())) {
            throw new IllegalTransitionException(
                    "Only " + decision.getDecider().name() + ", who decided, can undo it.");
        }
        if (now().isAfter(decision.undoableUntil())) {
            throw new IllegalTransitionException(
                    "A decision can be undone within " + Decision.UNDOABLE.toMinutes() + " minutes. It stands.");
        }
    }

    private static SuggestionStatus next(Suggestion suggestion, DecisionRequest request) {
        try {
            return suggestion.getStatus().decided(request.fullOutcome());
        } catch (IllegalTransitionException refused) {
            throw new Lost(refused.getMessage());
        }
    }

    private static void refuseWhatWasNotSeen(Suggestion suggestion, DecisionRequest request) {
        boolean seen = request.seenVersion()
                .map(version -> version == suggestion.getVersion())
                .orElse(true);
        if (!seen) {
            throw new Lost("It changed since it was shown. Look at it again; nothing of yours was saved.");
        }
    }

    private void refuseForeignEncounter(Suggestion suggestion, DecisionRequest request) {
        String encounter = request.encounterUuid();
        if (encounter != null && !patients.hasEncounter(suggestion.getPatient(), encounter)) {
            throw new NotFoundException("encounter of this patient", encounter);
        }
    }

    private static Purpose purposeOf(Suggestion suggestion) {
        return Purpose.ofId(suggestion.getPurpose()).orElseThrow();
    }

    private StoredSuggestion standing(String uuid) {
        return transactions.alone(() -> store.complete(List.of(existing(uuid))).get(0));
    }

    private Suggestion existing(String uuid) {
        return store.find(uuid).orElseThrow(() -> new NotFoundException("suggestion", uuid));
    }

    private Actor actor() {
        return user.actor().orElseThrow(NotAProviderException::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static AuditEntry entry(AuditKind kind, Suggestion suggestion) {
        return AuditEntry.of(kind)
                .patient(suggestion.getPatient())
                .purpose(suggestion.getPurpose())
                .engine(suggestion.getEngine(), suggestion.getEngineVersion())
                .suggestion(suggestion.getUuid());
    }

    /** The decision was not taken; rolls everything of it back. */
    private static final class Lost extends RuntimeException {
        Lost(String message) {
            super(message);
        }
    }
}
