/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.ConsentLedger;
import org.openmrs.module.aisupport.consent.GateAnswer;
import org.openmrs.module.aisupport.consent.Permit;
import org.openmrs.module.aisupport.egress.SentPayloads;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * Keeps what an engine answered, if the patient still permits it. Under the ledger's lock the gate is asked again: the engine may
 * have worked for a while, and a patient who withdrew meanwhile must not find the result in the record (C5).
 */
public class RunFinisher {

    private final ConsentLedger ledger;
    private final ConsentGate gate;
    private final RunStore runs;
    private final SuggestionKeeper keeper;
    private final SentPayloads sent;
    private final EngineRegistry engines;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    public RunFinisher(
            ConsentLedger ledger,
            ConsentGate gate,
            RunStore runs,
            SuggestionKeeper keeper,
            SentPayloads sent,
            EngineRegistry engines,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.ledger = ledger;
        this.gate = gate;
        this.runs = runs;
        this.keeper = keeper;
        this.sent = sent;
        this.engines = engines;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Right before an engine is called: under the lock the gate is asked again and the intent is written (A1). A withdrawal comes
     * either before, and then the engine is not called, or after, and then its answer is discarded.
     *
     * @return whether the engine may be called; if not, that was recorded
     */
    boolean begin(EngineTask task, EngineCall call) {
        return transactions.aloneAndAgainIfInterrupted(() -> {
            ledger.lock(task.patient(), task.needed()); // first: see ConsentLedger#lock
            Run run = runs.lock(task.runUuid()).orElseThrow();
            List<RunPart> parts = runs.partsOfLocked(run);
            boolean refused = discardIfNoLongerWanted(task, run, partOf(task, parts))
                    || call.recipient().isPresent() && refuseToSend(task, partOf(task, parts));
            if (refused) {
                endIfAllEnded(run, parts);
            } else {
                call.recipient()
                        .ifPresent(recipient -> sent.keep(
                                task.runUuid(), task.engine().card().id(), recipient, task.patient(), call.payload()));
                partOf(task, parts).mayRead(Readable.of(task));
                audit.record(entry(AuditKind.ENGINE_CALL_INTENT, task)
                        .onBehalfOf(task.requester())
                        .encounter(run.getEncounterUuid())
                        .payload(
                                call.payloadHash(),
                                call.payload().length,
                                call.recipient().orElse(null)));
            }
            return !refused;
        });
    }

    void finish(EngineTask task, EngineResult result) {
        transactions.aloneAndAgainIfInterrupted(() -> {
            ledger.lock(task.patient(), task.needed()); // first: see ConsentLedger#lock
            Run run = runs.lock(task.runUuid()).orElseThrow();
            List<RunPart> parts = runs.partsOfLocked(run);
            RunPart part = partOf(task, parts);
            conclude(task, result, run, part);
            endIfAllEnded(run, parts);
            return run;
        });
    }

    /** Ends a part of which nothing is kept. Without the ledger's lock, since the ledger may be what can't be read. */
    void abandon(EngineTask task, String why) {
        transactions.aloneAndAgainIfInterrupted(() -> {
            Run run = runs.lock(task.runUuid()).orElseThrow();
            List<RunPart> parts = runs.partsOfLocked(run);
            partOf(task, parts).end(RunStatus.FAILED, why);
            audit.record(entry(AuditKind.RESULT_DISCARDED, task)
                    .outcome(AuditOutcome.FAILED)
                    .detail(why));
            endIfAllEnded(run, parts);
            return run;
        });
    }

    private void conclude(EngineTask task, EngineResult result, Run run, RunPart part) {
        if (discardIfNoLongerWanted(task, run, part)) {
            return;
        }
        if (result.answer().isEmpty()) {
            part.end(RunStatus.FAILED, result.error());
            audit.record(entry(AuditKind.ENGINE_CALL_ENDED, task)
                    .outcome(AuditOutcome.FAILED)
                    .millis(result.millis())
                    .detail(result.error()));
        } else {
            keep(task, result.answer().get(), result.millis(), run, part);
        }
    }

    private boolean discardIfNoLongerWanted(EngineTask task, Run run, RunPart part) {
        for (Permit permit : task.permits()) {
            if (gate.askAgain(permit) instanceof GateAnswer.Denied denied) {
                discard(task, part, denied.reason().name());
                return true;
            }
        }
        if (run.statusAt(now()) != RunStatus.RUNNING) {
            discard(task, part, "the run was over: " + run.statusAt(now()));
            return true;
        }
        return false;
    }

    /** Somebody may have stopped or changed engines outside while this one waited for its turn; and what can't be kept is not sent. */
    private boolean refuseToSend(EngineTask task, RunPart part) {
        if (sent.areEnginesStopped()) {
            discard(task, part, "engines outside are stopped");
            return true;
        }
        EngineCard card = task.engine().card();
        boolean same = engines.engine(card.id()).map(SuggestionEngine::card).equals(Optional.of(card));
        if (!same) {
            discard(task, part, "the engine was switched off or changed");
            return true;
        }
        Optional<String> obstacle = sent.obstacle();
        obstacle.ifPresent(why -> {
            part.end(
                    RunStatus.FAILED,
                    "Nothing was sent, since what is sent could not be kept. An administrator can mend that.");
            audit.record(entry(AuditKind.RESULT_DISCARDED, task)
                    .outcome(AuditOutcome.FAILED)
                    .detail(why));
        });
        return obstacle.isPresent();
    }

    private void keep(EngineTask task, EngineAnswer answer, long millis, Run run, RunPart part) {
        EngineCard card = task.engine().card();
        int added = keeper.keep(run, task, answer, now());
        List<String> quality = task.snapshot().qualityNotes().stream()
                .map(Snapshot.QualityNote::text)
                .toList();
        part.complete(added, answer.missing(), quality);
        audit.record(output(entry(AuditKind.ENGINE_CALL_ENDED, task), answer)
                .millis(millis)
                .detail(added + " new of " + answer.proposals().size()));
        for (EngineAnswer.RuleFailure failure : answer.failures()) {
            audit.record(entry(AuditKind.ENGINE_CALL_ENDED, task)
                    .outcome(AuditOutcome.FAILED)
                    .detail("rule " + failure.rule() + ": " + failure.message()));
        }
    }

    private static AuditEntry output(AuditEntry entry, EngineAnswer answer) {
        return answer.received()
                .map(bytes -> entry.received(Sha256.hex(bytes), bytes.length))
                .orElseGet(() ->
                        entry.output(Sha256.hex(answer.proposals().toString().getBytes(StandardCharsets.UTF_8))));
    }

    private void discard(EngineTask task, RunPart part, String why) {
        part.end(RunStatus.DISCARDED, null);
        audit.record(entry(AuditKind.RESULT_DISCARDED, task)
                .outcome(AuditOutcome.DISCARDED)
                .detail(why));
    }

    private void endIfAllEnded(Run run, List<RunPart> parts) {
        if (run.statusAt(now()) != RunStatus.RUNNING || parts.stream().anyMatch(RunPart::isRunning)) {
            return;
        }
        runs.end(run, parts.stream().allMatch(RunPart::isFailed) ? RunStatus.FAILED : RunStatus.COMPLETED, now());
    }

    private static RunPart partOf(EngineTask task, List<RunPart> parts) {
        return parts.stream()
                .filter(part -> part.getEngine().equals(task.engine().card().id()))
                .findFirst()
                .orElseThrow();
    }

    private static AuditEntry entry(AuditKind kind, EngineTask task) {
        EngineCard card = task.engine().card();
        return AuditEntry.of(kind)
                .automatic()
                .patient(task.patient())
                .purpose(task.purpose().id())
                .engine(card.id(), card.version())
                .run(task.runUuid());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
