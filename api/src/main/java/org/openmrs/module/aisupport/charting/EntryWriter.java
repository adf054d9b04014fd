/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.platform.ChartWriter;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.platform.ChartWriter.NewEntry;
import org.openmrs.module.aisupport.platform.ChartWriter.StandingEntry;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.RefusedEntryException;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/**
 * Writes what a GP wanted written with accepting, and takes it back with the undo: both in the transaction of the decision, so that
 * neither is there without the other (S6).
 */
public class EntryWriter {

    private final SessionFactory sessions;
    private final EntryPreviews previews;
    private final PlanNotes planNotes;
    private final ChartWriter chart;
    private final AuditLog audit;

    public EntryWriter(
            SessionFactory sessions, EntryPreviews previews, PlanNotes planNotes, ChartWriter chart, AuditLog audit) {
        this.sessions = sessions;
        this.previews = previews;
        this.planNotes = planNotes;
        this.chart = chart;
        this.audit = audit;
    }

    /**
     * What can't be written is recorded with the reason, and the decision stands.
     *
     * @throws InvalidRequestException if the suggestion proposes no such entry, or the platform won't have it; the decision can't
     *     stand then
     */
    public void write(EntryOrigin origin, List<EntryRequest> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<EntryKind, EntryPreview> offered = previews
                .of(origin.patient(), origin.problem().stream().toList())
                .previews(origin.problem(), origin.text())
                .stream()
                .collect(Collectors.toMap(EntryPreview::kind, Function.identity()));
        for (EntryRequest request : wanted) {
            EntryPreview preview = Optional.ofNullable(offered.get(request.kind()))
                    .orElseThrow(() -> InvalidRequestException.of(
                            "apply", "notProposed", "This suggestion proposes no " + request.kind() + "."));
            record(origin, write(origin, request, preview));
        }
    }

    private ChartEntry write(EntryOrigin origin, EntryRequest request, EntryPreview preview) {
        boolean ownWords = request.text() != null && !request.text().strip().equals(preview.text());
        Optional<EntryObstacle> obstacle = preview.obstacle()
                // What is on the list already is the concept; own words are something else.
                .filter(known -> known != EntryObstacle.ALREADY_RECORDED || !ownWords)
                .or(() -> request.kind() == EntryKind.DIAGNOSIS
                                && origin.encounterUuid().isEmpty()
                        ? Optional.of(EntryObstacle.NO_ENCOUNTER)
                        : Optional.empty());
        if (obstacle.isPresent()) {
            return ChartEntry.notWritten(origin, request.kind(), obstacle.get());
        }
        Optional<String> concept = request.kind() == EntryKind.PLAN_NOTE
                ? planNotes.concept()
                : preview.concept().filter(coded -> !ownWords).map(EntryConcept::uuid);
        String recordUuid = save(new NewEntry(
                request.kind(),
                origin.patient(),
                origin.encounterUuid(),
                concept,
                request.text() == null ? preview.text() : request.text().strip(),
                origin.suggestionUuid()));
        return ChartEntry.written(
                origin,
                request.kind(),
                recordUuid,
                chart.lock(request.kind(), recordUuid).orElseThrow());
    }

    private String save(NewEntry entry) {
        try {
            return chart.write(entry);
        } catch (RefusedEntryException refused) {
            throw InvalidRequestException.of(
                    "apply",
                    "refused",
                    "The record would not take the " + entry.kind() + ": " + refused.getMessage()
                            + " Nothing was saved; decide without it, or change it.");
        }
    }

    private void record(EntryOrigin origin, ChartEntry entry) {
        session().save(entry);
        audit.record(AuditEntry.of(AuditKind.CHART_ENTRY)
                .outcome(entry.getObstacle().isPresent() ? AuditOutcome.DENIED : AuditOutcome.DONE)
                .patient(origin.patient())
                .encounter(origin.encounterUuid().orElse(null))
                .suggestion(origin.suggestionUuid())
                .detail(entry.getKind() + " "
                        + entry.getRecordUuid()
                                .orElseGet(
                                        () -> entry.getObstacle().orElseThrow().name())));
    }

    /** Voids what a decision wrote, unless somebody has changed it since. */
    public void takeBack(PatientRef patient, String decisionUuid, Instant now) {
        for (ChartEntry entry : entries("decisionUuid", List.of(decisionUuid))) {
            entry.getRecordUuid().ifPresent(record -> {
                EntryReturn.Outcome outcome = takeBack(entry, record);
                session().save(new EntryReturn(entry, outcome, now));
                audit.record(AuditEntry.of(AuditKind.CHART_ENTRY_RETURNED)
                        .patient(patient)
                        .suggestion(entry.getSuggestionUuid())
                        .detail(entry.getKind() + " " + record + " " + outcome));
            });
        }
    }

    private EntryReturn.Outcome takeBack(ChartEntry entry, String record) {
        Optional<StandingEntry> standing = chart.lock(entry.getKind(), record);
        if (standing.isEmpty() || standing.get().voided()) {
            return EntryReturn.Outcome.GONE;
        }
        if (!entry.isStill(standing.get())) {
            return EntryReturn.Outcome.CHANGED;
        }
        if (!chart.mayVoid(entry.getKind())) {
            return EntryReturn.Outcome.NO_PRIVILEGE;
        }
        chart.voidRecord(
                entry.getKind(), record, "The decision on AI suggestion " + entry.getSuggestionUuid() + " was undone");
        return EntryReturn.Outcome.TAKEN_BACK;
    }

    /** What became of everything that decisions on these suggestions were to write, oldest first; by suggestion. */
    public Map<String, List<WrittenEntry>> of(Collection<String> suggestionUuids) {
        if (suggestionUuids.isEmpty()) {
            return Map.of();
        }
        List<ChartEntry> entries = entries("suggestionUuid", suggestionUuids);
        Map<String, EntryReturn> undone =
                returns(entries.stream().map(ChartEntry::getUuid).toList());
        return entries.stream()
                .collect(Collectors.groupingBy(
                        ChartEntry::getSuggestionUuid,
                        Collectors.mapping(
                                entry -> WrittenEntry.of(entry, Optional.ofNullable(undone.get(entry.getUuid()))),
                                Collectors.toCollection(ArrayList::new))));
    }

    /** What the records that were written say in the chart now, by uuid; those that are no longer there are absent. */
    public Map<String, String> wordsOf(Collection<WrittenEntry> written) {
        Map<String, String> words = new HashMap<>();
        written.stream()
                .filter(entry -> entry.recordUuid().isPresent())
                .collect(Collectors.groupingBy(
                        WrittenEntry::kind,
                        Collectors.mapping(entry -> entry.recordUuid().get(), Collectors.toSet())))
                .forEach((kind, uuids) -> words.putAll(chart.wordsOf(kind, uuids)));
        return words;
    }

    private List<ChartEntry> entries(String field, Collection<String> uuids) {
        return session()
                .createQuery(
                        "select e from AisupportChartEntry e where e." + field + " in (:uuids) order by e.id",
                        ChartEntry.class)
                .setParameterList("uuids", uuids)
                .list();
    }

    private Map<String, EntryReturn> returns(List<String> entryUuids) {
        if (entryUuids.isEmpty()) {
            return Map.of();
        }
        return session()
                .createQuery(
                        "select r from AisupportChartEntryReturn r where r.entryUuid in (:uuids)", EntryReturn.class)
                .setParameterList("uuids", entryUuids)
                .list()
                .stream()
                .collect(Collectors.toMap(EntryReturn::getEntryUuid, Function.identity()));
    }

    private Session session() {
        return sessions.getCurrentSession();
    }
}
