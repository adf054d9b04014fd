/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * Keeps proposals as suggestions. The same rule on the same evidence proposes nothing twice, and one that a GP rejected stays quiet
 * until its evidence changes (S8). The caller holds the ledger's lock.
 */
public class SuggestionKeeper {

    private final SuggestionStore store;
    private final AuditLog audit;

    public SuggestionKeeper(SuggestionStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Returns how many are new. */
    int keep(Run run, EngineTask task, EngineAnswer answer, Instant now) {
        EngineCard engine = task.engine().card();
        List<Suggestion> standing = store.lockStanding(task.patient(), engine.id());
        supersede(run, standing, answer, task.snapshot());
        Set<String> known =
                standing.stream().map(Suggestion::getFingerprint).collect(Collectors.toCollection(HashSet::new));
        int added = 0;
        for (Proposal proposal : answer.proposals()) {
            if (known.add(proposal.fingerprint())) {
                add(run, new Suggestion(task.patient(), run, task.purpose().id(), engine, proposal, now), proposal);
                added++;
            }
        }
        return added;
    }

    /** What rests on evidence that is no longer so. */
    private void supersede(Run run, List<Suggestion> standing, EngineAnswer answer, Snapshot snapshot) {
        Set<String> still =
                answer.proposals().stream().map(Proposal::fingerprint).collect(Collectors.toSet());
        standing.stream()
                .filter(suggestion -> suggestion.getStatus().isUndecided())
                .filter(suggestion -> !still.contains(suggestion.getFingerprint()))
                .filter(suggestion -> !saidNothing(suggestion, answer, snapshot))
                .forEach(suggestion -> {
                    suggestion.supersede();
                    audit.record(entry(AuditKind.SUGGESTION_SUPERSEDED, run, suggestion));
                });
    }

    /**
     * Whether the rule has said nothing this time, so that what it said before stays: it broke, or it, or the engine as a whole, lacked an
     * input while every record that the suggestion cites is still there. Unknown must not look like gone.
     */
    private boolean saidNothing(Suggestion suggestion, EngineAnswer answer, Snapshot snapshot) {
        boolean broke =
                answer.failures().stream().anyMatch(failure -> failure.rule().equals(suggestion.getRule()));
        Set<String> speakers = Set.of(suggestion.getRule(), suggestion.getEngine());
        boolean lacked = answer.missing().stream().anyMatch(unjudged -> speakers.contains(unjudged.rule()));
        return broke || lacked && snapshot.recordUuids().containsAll(store.citedRecordUuids(suggestion));
    }

    private void add(Run run, Suggestion suggestion, Proposal proposal) {
        store.add(suggestion, proposal.evidence());
        audit.record(entry(AuditKind.SUGGESTION_PROPOSED, run, suggestion)
                .output(suggestion.getContentSha256())
                .detail(suggestion.getRule()));
    }

    private static AuditEntry entry(AuditKind kind, Run run, Suggestion suggestion) {
        return AuditEntry.of(kind)
                .automatic()
                .patient(suggestion.getPatient())
                .encounter(run.getEncounterUuid())
                .purpose(suggestion.getPurpose())
                .engine(suggestion.getEngine(), suggestion.getEngineVersion())
                .run(run.getUuid())
                .suggestion(suggestion.getUuid());
    }
}
