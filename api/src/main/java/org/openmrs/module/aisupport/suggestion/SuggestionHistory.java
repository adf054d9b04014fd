/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.charting.EntryWriter;
import org.openmrs.module.aisupport.charting.WrittenEntry;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Every suggestion there ever was for a patient, with every decision on it, also those that were taken back (A3). */
public class SuggestionHistory {

    private static final int PAGE = 100;

    private final SessionFactory sessions;
    private final SuggestionStore store;
    private final EntryWriter entries;
    private final Clock clock;

    public SuggestionHistory(SessionFactory sessions, SuggestionStore store, EntryWriter entries, Clock clock) {
        this.sessions = sessions;
        this.store = store;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * One suggestion and what became of it.
     *
     * @param decisions oldest first
     * @param written what became of what the decisions were to write, oldest first
     * @param chart what the records that were written say now, by uuid; those that are no longer there are absent
     */
    public record Told(
            Suggestion suggestion,
            SuggestionStatus status,
            List<Evidence> evidence,
            List<Step> decisions,
            List<WrittenEntry> written,
            Map<String, String> chart) {}

    /** @param undoneAt when whoever decided took it back; empty where it stands */
    public record Step(Decision decision, Optional<Instant> undoneAt) {}

    /** Oldest first, page by page and apart from the session, so that it doesn't matter how many there are. Needs a transaction. */
    public void eachOf(Collection<PatientRef> patients, Consumer<Told> reader) {
        Duration reviewTime = store.reviewTime();
        long after = 0;
        List<Suggestion> page;
        do {
            page = session()
                    .createQuery(
                            "select s from AisupportSuggestion s where s.patientId in (:ids) and s.patientUuid in (:uuids)"
                                    + " and s.id > :after order by s.id",
                            Suggestion.class)
                    .setParameterList(
                            "ids", patients.stream().map(PatientRef::id).toList())
                    .setParameterList(
                            "uuids", patients.stream().map(PatientRef::uuid).toList())
                    .setParameter("after", after)
                    .setMaxResults(PAGE)
                    .list();
            tell(page, reviewTime, reader);
            page.forEach(session()::evict);
            after = page.isEmpty() ? after : page.get(page.size() - 1).getId();
        } while (page.size() == PAGE);
    }

    private void tell(List<Suggestion> page, Duration reviewTime, Consumer<Told> reader) {
        if (page.isEmpty()) {
            return;
        }
        List<String> uuids = page.stream().map(Suggestion::getUuid).toList();
        Map<Long, List<Evidence>> evidence = store.evidenceOf(page);
        Map<String, List<Step>> steps = steps(uuids);
        Map<String, List<WrittenEntry>> written = entries.of(uuids);
        Map<String, String> chart =
                entries.wordsOf(written.values().stream().flatMap(List::stream).toList());
        for (Suggestion suggestion : page) {
            reader.accept(new Told(
                    suggestion,
                    suggestion.statusAt(clock.instant(), reviewTime),
                    evidence.getOrDefault(suggestion.getId(), List.of()),
                    steps.getOrDefault(suggestion.getUuid(), List.of()),
                    written.getOrDefault(suggestion.getUuid(), List.of()),
                    chart));
        }
    }

    private Map<String, List<Step>> steps(List<String> suggestionUuids) {
        List<Decision> decisions = session()
                .createQuery(
                        "select d from AisupportDecision d where d.suggestionUuid in (:uuids) order by d.id",
                        Decision.class)
                .setParameterList("uuids", suggestionUuids)
                .list();
        Map<String, Instant> undone = undone(decisions);
        decisions.forEach(session()::evict);
        return decisions.stream()
                .collect(Collectors.groupingBy(
                        Decision::getSuggestionUuid,
                        Collectors.mapping(
                                decision -> new Step(decision, Optional.ofNullable(undone.get(decision.getUuid()))),
                                Collectors.toList())));
    }

    private Map<String, Instant> undone(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return Map.of();
        }
        return session()
                .createQuery("select u from AisupportUndo u where u.decisionUuid in (:uuids)", Undo.class)
                .setParameterList(
                        "uuids", decisions.stream().map(Decision::getUuid).toList())
                .list()
                .stream()
                .collect(Collectors.toMap(Undo::getDecisionUuid, Undo::getAt));
    }

    private Session session() {
        return sessions.getCurrentSession();
    }
}
