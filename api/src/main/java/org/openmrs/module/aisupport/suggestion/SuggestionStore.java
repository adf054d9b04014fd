/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.aisupport.charting.EntryPreviews;
import org.openmrs.module.aisupport.charting.EntryWriter;
import org.openmrs.module.aisupport.charting.WrittenEntry;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.persistence.RowLocks;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.module.aisupport.platform.Visits.ActiveVisit;

/** The rows of suggestions, their evidence and decisions. */
public class SuggestionStore {

    private final SessionFactory sessions;
    private final Patients patients;
    private final SuggestionLabels labels;
    private final EntryPreviews previews;
    private final EntryWriter entries;
    private final ReviewTime reviewTime;
    private final CurrentUser user;
    private final Clock clock;
    private final FirstShown firstShown;

    public SuggestionStore(
            SessionFactory sessions,
            Patients patients,
            SuggestionLabels labels,
            EntryPreviews previews,
            EntryWriter entries,
            Settings settings,
            CurrentUser user,
            Clock clock) {
        this.sessions = sessions;
        this.patients = patients;
        this.labels = labels;
        this.previews = previews;
        this.entries = entries;
        this.reviewTime = new ReviewTime(settings);
        this.user = user;
        this.clock = clock;
        this.firstShown = new FirstShown(sessions, clock);
    }

    /** Read anew: where a whole request has one session, that still holds the row as it was before it was moved. */
    Optional<Suggestion> find(String uuid) {
        Optional<Suggestion> found = session()
                .createQuery("select s from AisupportSuggestion s where s.uuid = :uuid", Suggestion.class)
                .setParameter("uuid", uuid)
                .uniqueResultOptional();
        found.ifPresent(session()::refresh);
        return found;
    }

    /** Whether the same rule has suggested something else since, which takes the place of this one. */
    boolean hasNewer(Suggestion suggestion) {
        return session()
                        .createQuery(
                                "select count(s) from AisupportSuggestion s where s.patientId = :patient"
                                        + " and s.engine = :engine and s.rule = :rule and s.id > :id"
                                        + " and s.status not in (:gone)",
                                Long.class)
                        .setParameter("patient", suggestion.getPatient().id())
                        .setParameter("engine", suggestion.getEngine())
                        .setParameter("rule", suggestion.getRule())
                        .setParameter("id", suggestion.getId())
                        .setParameterList("gone", List.of(SuggestionStatus.SUPERSEDED, SuggestionStatus.WITHDRAWN))
                        .uniqueResult()
                > 0;
    }

    Set<String> citedRecordUuids(Suggestion suggestion) {
        return Set.copyOf(session()
                .createQuery(
                        "select e.recordUuid from AisupportEvidence e"
                                + " where e.suggestionId = :id and e.recordUuid is not null",
                        String.class)
                .setParameter("id", suggestion.getId())
                .list());
    }

    /** Undecided ones that rest on a consent, locked so that nobody decides meanwhile. Under the ledger's lock, like the next. */
    List<Suggestion> lockUndecided(PatientRef patient, Set<Purpose> purposes) {
        List<Long> undecided = session()
                .createQuery(
                        "select s.id from AisupportSuggestion s where s.patientId = :patient and s.purpose in (:purposes)"
                                + " and s.status = :open",
                        Long.class)
                .setParameter("patient", patient.id())
                .setParameterList("purposes", purposes.stream().map(Purpose::id).toList())
                .setParameter("open", SuggestionStatus.OPEN)
                .list();
        return RowLocks.byId(session(), Suggestion.class, undecided).stream()
                .filter(suggestion -> suggestion.getStatus() == SuggestionStatus.OPEN)
                .toList();
    }

    /**
     * Undecided ones for a visit, the most severe first: of engines that were asked in it or in an encounter of it, and that proposed
     * or left them standing there. What stood before and is proposed again is no new row (S8), but it is for this visit too.
     */
    List<Suggestion> undecidedOf(ActiveVisit visit) {
        boolean hasEncounters = !visit.encounterUuids().isEmpty();
        Query<Suggestion> undecided = session()
                .createQuery(
                        "select s from AisupportSuggestion s where s.patientId = :patient and s.status = :open"
                                + " and exists (select r.id from AisupportRun r, AisupportRunPart p"
                                + " where p.runId = r.id and p.engine = s.engine and p.status = :completed"
                                + " and r.patientId = :patient and (r.visitUuid = :visit"
                                + (hasEncounters ? " or r.encounterUuid in (:encounters)" : "")
                                + ") and (r.uuid = s.runUuid or r.requestedAt > s.createdAt))"
                                + " order by s.severity desc, s.createdAt desc, s.id desc",
                        Suggestion.class)
                .setParameter("patient", visit.patient().id())
                .setParameter("open", SuggestionStatus.OPEN)
                .setParameter("completed", RunStatus.COMPLETED)
                .setParameter("visit", visit.uuid());
        if (hasEncounters) {
            undecided.setParameterList("encounters", visit.encounterUuids());
        }
        return undecided.list();
    }

    /** What an engine suggested for a patient before, except what was superseded or withdrawn. */
    List<Suggestion> lockStanding(PatientRef patient, String engine) {
        List<SuggestionStatus> gone = List.of(SuggestionStatus.SUPERSEDED, SuggestionStatus.WITHDRAWN);
        List<Long> standing = session()
                .createQuery(
                        "select s.id from AisupportSuggestion s where s.patientId = :patient and s.engine = :engine"
                                + " and s.status not in (:gone)",
                        Long.class)
                .setParameter("patient", patient.id())
                .setParameter("engine", engine)
                .setParameterList("gone", gone)
                .list();
        return RowLocks.byId(session(), Suggestion.class, standing).stream()
                .filter(suggestion -> !gone.contains(suggestion.getStatus()))
                .toList();
    }

    void add(Suggestion suggestion, List<Evidence> evidence) {
        session().save(suggestion);
        for (int position = 0; position < evidence.size(); position++) {
            session().save(new SuggestionEvidence(suggestion, position, evidence.get(position)));
        }
    }

    void erase(Suggestion suggestion) {
        suggestion.withdraw();
        session()
                .createQuery("delete from AisupportEvidence e where e.suggestionId = :suggestion")
                .setParameter("suggestion", suggestion.getId())
                .executeUpdate();
    }

    /** Erases the content of every suggestion, decided ones too, of a patient whose record is gone. Metadata and hash stay. */
    void eraseAll(PatientRef patient) {
        session()
                .createQuery("delete from AisupportEvidence e where e.suggestionId in"
                        + " (select s.id from AisupportSuggestion s where s.patientUuid = :patient)")
                .setParameter("patient", patient.uuid())
                .executeUpdate();
        session()
                .createQuery("update AisupportSuggestion s set s.summary = null, s.detail = null, s.limits = null,"
                        + " s.problem = null, s.handle = null"
                        + " where s.patientUuid = :patient")
                .setParameter("patient", patient.uuid())
                .executeUpdate();
    }

    /** Whatever was decided on a consent, its engine learns nothing more of it once that has ended; a new yes is another one. */
    void eraseHandles(PatientRef patient, Set<Purpose> purposes) {
        session()
                .createQuery("update AisupportSuggestion s set s.handle = null where s.patientId = :patient"
                        + " and s.purpose in (:purposes) and s.handle is not null")
                .setParameter("patient", patient.id())
                .setParameterList("purposes", purposes.stream().map(Purpose::id).toList())
                .executeUpdate();
    }

    void add(Object decisionOrUndo) {
        session().save(decisionOrUndo);
    }

    /**
     * Moves a suggestion on if it still is what was read. Of two who try at once one changes a row and the other none, on however
     * many servers.
     */
    boolean move(Suggestion from, SuggestionStatus to, Decision decision, String encounterUuid) {
        int changed = session()
                .createQuery("update AisupportSuggestion s set s.status = :to, s.version = s.version + 1,"
                        + " s.decisionUuid = :decision, s.decidedEncounterUuid = :encounter"
                        + " where s.uuid = :uuid and s.version = :version and s.status = :from")
                .setParameter("to", to)
                .setParameter("decision", decision == null ? null : decision.getUuid())
                .setParameter("encounter", encounterUuid)
                .setParameter("uuid", from.getUuid())
                .setParameter("version", from.getVersion())
                .setParameter("from", from.getStatus())
                .executeUpdate();
        return changed == 1;
    }

    Optional<Decision> decision(Suggestion suggestion) {
        return Optional.ofNullable(suggestion.getDecisionUuid())
                .flatMap(uuid -> decisions(List.of(uuid)).values().stream().findFirst());
    }

    /** What is over by the time that somebody looks was not seen when it mattered. */
    void noteShown(List<Suggestion> shown) {
        firstShown.note(shown.stream()
                .filter(suggestion -> suggestion.getStatus().isUndecided())
                .toList());
    }

    List<StoredSuggestion> complete(List<Suggestion> suggestions) {
        if (suggestions.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Evidence>> evidence = evidenceOf(suggestions);
        Map<String, Decision> decisions = decisions(suggestions.stream()
                .map(Suggestion::getDecisionUuid)
                .filter(uuid -> uuid != null)
                .toList());
        String label = labels.label(user.locale());
        String patientName = patients.byId(suggestions.get(0).getPatient().id())
                .map(PatientRecord::name)
                .orElse("");
        Map<String, List<WrittenEntry>> written =
                entries.of(suggestions.stream().map(Suggestion::getUuid).toList());
        EntryPreviews.For offered = previews.of(
                suggestions.get(0).getPatient(),
                suggestions.stream()
                        .filter(suggestion -> suggestion.getStatus().isUndecided())
                        .flatMap(suggestion -> suggestion.getProblem().stream())
                        .toList());
        Duration reviewTime = reviewTime();
        return suggestions.stream()
                .map(suggestion -> new StoredSuggestion(
                        suggestion,
                        suggestion.statusAt(clock.instant(), reviewTime),
                        label,
                        patientName,
                        evidence.getOrDefault(suggestion.getId(), List.of()),
                        Optional.ofNullable(suggestion.getDecisionUuid()).map(decisions::get),
                        suggestion.getStatus().isUndecided()
                                ? offered.previews(suggestion.getProblem(), suggestion.getSummary())
                                : List.of(),
                        written.getOrDefault(suggestion.getUuid(), List.of())))
                .toList();
    }

    Duration reviewTime() {
        return reviewTime.now();
    }

    Map<Long, List<Evidence>> evidenceOf(Collection<Suggestion> suggestions) {
        return session()
                .createQuery(
                        "select e from AisupportEvidence e where e.suggestionId in (:ids) order by e.position",
                        SuggestionEvidence.class)
                .setParameterList(
                        "ids", suggestions.stream().map(Suggestion::getId).toList())
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        SuggestionEvidence::getSuggestionId,
                        Collectors.mapping(SuggestionEvidence::evidence, Collectors.toList())));
    }

    private Map<String, Decision> decisions(List<String> uuids) {
        if (uuids.isEmpty()) {
            return Map.of();
        }
        return session()
                .createQuery("select d from AisupportDecision d where d.uuid in (:uuids)", Decision.class)
                .setParameterList("uuids", uuids)
                .list()
                .stream()
                .collect(Collectors.toMap(Decision::getUuid, Function.identity()));
    }

    private Session session() {
        return sessions.getCurrentSession();
    }
}
