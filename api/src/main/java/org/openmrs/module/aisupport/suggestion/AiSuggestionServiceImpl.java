/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.egress.SentPayloads;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** Hands each request to who knows, in a transaction. */
public class AiSuggestionServiceImpl implements AiSuggestionService {

    private final RunRequester requester;
    private final RunStore runs;
    private final SentPayloads sent;
    private final SuggestionReader reader;
    private final AwaitingReader awaiting;
    private final SuggestionDecider decider;
    private final VisitEndRule visitEnds;
    private final Patients patients;
    private final ConsentGate gate;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    public AiSuggestionServiceImpl(
            RunRequester requester,
            RunStore runs,
            SentPayloads sent,
            SuggestionReader reader,
            AwaitingReader awaiting,
            SuggestionDecider decider,
            VisitEndRule visitEnds,
            Patients patients,
            ConsentGate gate,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.requester = requester;
        this.runs = runs;
        this.sent = sent;
        this.reader = reader;
        this.awaiting = awaiting;
        this.decider = decider;
        this.visitEnds = visitEnds;
        this.patients = patients;
        this.gate = gate;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public RunReport request(RunRequest request) {
        return run(requester.start(request));
    }

    @Override
    public RunReport run(String runUuid) {
        PatientRef patient =
                transactions.in(() -> existing(runs.find(runUuid), runUuid).getPatient());
        boolean permitted = denial(patient).isEmpty();
        return transactions.in(() -> report(existing(runs.find(runUuid), runUuid), permitted));
    }

    @Override
    public List<SentPayloads.Opened> sent(String runUuid) {
        return transactions.in(() -> {
            Run run = existing(runs.find(runUuid), runUuid);
            List<SentPayloads.Opened> opened = sent.ofRun(runUuid);
            if (!opened.isEmpty()) {
                audit.record(AuditEntry.of(AuditKind.SENT_VIEWED)
                        .patient(run.getPatient())
                        .encounter(run.getEncounterUuid())
                        .run(runUuid));
            }
            return opened;
        });
    }

    @Override
    public RunReport cancel(String runUuid) {
        transactions.alone(() -> {
            Run run = existing(runs.lock(runUuid), runUuid);
            if (run.statusAt(clock.instant()) == RunStatus.RUNNING) {
                runs.end(run, RunStatus.CANCELLED, clock.instant().truncatedTo(ChronoUnit.MICROS));
                audit.record(AuditEntry.of(AuditKind.RUN_CANCELLED)
                        .patient(run.getPatient())
                        .encounter(run.getEncounterUuid())
                        .run(runUuid));
            }
            return run;
        });
        return run(runUuid);
    }

    @Override
    public SuggestionPage suggestions(SuggestionQuery query) {
        PatientRef patient = transactions.in(() -> reader.patientOf(query));
        Optional<DenialReason> denial = denial(patient);
        return transactions.in(() -> reader.read(patient, query, denial));
    }

    @Override
    public AwaitingPage awaiting(AwaitingQuery query) {
        return awaiting.read(query);
    }

    @Override
    public StoredSuggestion suggestion(String suggestionUuid) {
        PatientRef patient = transactions.in(() -> reader.patientOf(suggestionUuid));
        Optional<DenialReason> denial = denial(patient);
        return transactions.in(() -> reader.read(suggestionUuid, denial));
    }

    @Override
    public StoredSuggestion decide(String suggestionUuid, DecisionRequest request) {
        return decider.decide(suggestionUuid, request);
    }

    @Override
    public StoredSuggestion undo(String suggestionUuid) {
        return decider.undo(suggestionUuid);
    }

    @Override
    public Optional<String> visitEndRefusal(String visitUuid) {
        return visitEnds.toldAgain(visitUuid);
    }

    private RunReport report(Run run, boolean permitted) {
        return new RunReport(
                run,
                run.statusAt(clock.instant()),
                patients.byUuid(run.getPatient().uuid()).orElseThrow(() -> absent(run.getUuid())),
                runs.parts(run),
                permitted);
    }

    private Optional<DenialReason> denial(PatientRef patient) {
        return gate.denial(patient, Purpose.OWN_CARE);
    }

    private static Run existing(Optional<Run> found, String uuid) {
        return found.orElseThrow(() -> absent(uuid));
    }

    private static NotFoundException absent(String runUuid) {
        return new NotFoundException("run", runUuid);
    }
}
