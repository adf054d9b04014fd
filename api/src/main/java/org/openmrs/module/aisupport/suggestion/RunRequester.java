/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.ConsentLedger;
import org.openmrs.module.aisupport.consent.Permit;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.snapshot.SnapshotBuilder;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;

/**
 * Starts a run: gate, then snapshot, and only when the run stands, the engines; before each is called the gate is asked once more.
 */
public class RunRequester {

    private final Patients patients;
    private final EngineRegistry engines;
    private final ConsentLedger ledger;
    private final ConsentGate gate;
    private final SnapshotBuilder snapshots;
    private final RunStore runs;
    private final EnginePool pool;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Transactions transactions;
    private final Clock clock;

    public RunRequester(
            Patients patients,
            EngineRegistry engines,
            ConsentLedger ledger,
            ConsentGate gate,
            SnapshotBuilder snapshots,
            RunStore runs,
            EnginePool pool,
            AuditLog audit,
            CurrentUser user,
            Transactions transactions,
            Clock clock) {
        this.patients = patients;
        this.engines = engines;
        this.ledger = ledger;
        this.gate = gate;
        this.snapshots = snapshots;
        this.runs = runs;
        this.pool = pool;
        this.audit = audit;
        this.user = user;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns the uuid of the run. */
    String start(RunRequest request) {
        request.refuseNonsense();
        PatientRef patient = transactions.in(() -> patientAsked(request));
        List<SuggestionEngine> asked = transactions.in(() -> askedFor(request)).stream()
                .filter(engine -> !request.engines().isEmpty() || mayStartByItself(engine, patient))
                .toList();
        Permits permits = Permits.ask(gate, patient, Permits.neededBy(asked));
        return transactions.aloneAndAgainIfInterrupted(() -> prepare(request, permits, asked));
    }

    private PatientRef patientAsked(RunRequest request) {
        PatientRef patient = patients.byUuid(request.patientUuid())
                .orElseThrow(() -> new NotFoundException("patient", request.patientUuid()))
                .ref();
        refuseForeign(patient, request);
        return patient;
    }

    private String prepare(RunRequest request, Permits permits, List<SuggestionEngine> asked) {
        refuseUnlessAlone(permits);
        Actor requester = user.actor().orElseThrow();
        Map<Permit, Snapshot> snapshots = snapshots(permits, asked);
        Run run = new Run(permits.patient(), request, requester, clock.instant().truncatedTo(ChronoUnit.MICROS));
        runs.add(run);
        audit.record(AuditEntry.of(AuditKind.RUN_REQUESTED)
                .patient(permits.patient())
                .encounter(request.encounterUuid())
                .purpose(permits.byPurpose().keySet().iterator().next().id())
                .run(run.getUuid()));
        List<EngineTask> tasks = new ArrayList<>();
        for (SuggestionEngine engine : asked) {
            runs.add(new RunPart(run, engine.card()));
            List<Permit> its = permits.of(engine);
            Snapshot declared = snapshots.get(its.get(0)).only(engine.card().inputs());
            tasks.add(new EngineTask(run.getUuid(), its, requester, engine, declared));
        }
        Transactions.afterCommit(() -> tasks.forEach(pool::submit));
        return run.getUuid();
    }

    /** Of two who ask at once one is second, on however many servers: whoever comes first holds the ledger's lock. */
    private void refuseUnlessAlone(Permits permits) {
        permits.holdStill(ledger, gate);
        runs.lockRunning(permits.patient(), clock.instant()).ifPresent(running -> {
            throw new RunUnderWayException(running);
        });
    }

    /** One for each permit that records are read on: what the patient leaves out may differ from purpose to purpose (C10). */
    private Map<Permit, Snapshot> snapshots(Permits permits, List<SuggestionEngine> asked) {
        return asked.stream()
                .collect(Collectors.groupingBy(
                        engine -> permits.of(engine).get(0),
                        Collectors.collectingAndThen(Collectors.toList(), this::inputsOf)))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> snapshots.build(entry.getKey(), entry.getValue())));
    }

    private void refuseForeign(PatientRef patient, RunRequest request) {
        if (request.encounterUuid() != null && !patients.hasEncounter(patient, request.encounterUuid())) {
            throw new NotFoundException("encounter of this patient", request.encounterUuid());
        }
        if (request.visitUuid() != null && !patients.hasVisit(patient, request.visitUuid())) {
            throw new NotFoundException("visit of this patient", request.visitUuid());
        }
    }

    private List<SuggestionEngine> askedFor(RunRequest request) {
        List<SuggestionEngine> all = engines.engines();
        if (request.engines().isEmpty()) {
            return all;
        }
        Set<String> known = all.stream().map(engine -> engine.card().id()).collect(Collectors.toSet());
        if (!known.containsAll(request.engines())) {
            throw InvalidRequestException.of("engines", "unknown", "Use ids that GET engine lists: " + known + ".");
        }
        return all.stream()
                .filter(engine -> request.engines().contains(engine.card().id()))
                .toList();
    }

    /** Nothing leaves the practice by itself, unless the practice sets otherwise; and then of those only who agreed to it. */
    private boolean mayStartByItself(SuggestionEngine engine, PatientRef patient) {
        return engine.card()
                .outside()
                .map(outside -> outside.startsByItself() && Permits.stand(gate, patient, engine))
                .orElse(true);
    }

    private Set<String> inputsOf(List<SuggestionEngine> engines) {
        return engines.stream()
                .flatMap(engine -> engine.card().inputs().stream())
                .collect(Collectors.toSet());
    }
}
