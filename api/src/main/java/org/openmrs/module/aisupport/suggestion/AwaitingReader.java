/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;

/**
 * What a GP asked for and has not decided on, over all patients (S7). The gate is asked for each of them before anything is read, in a
 * transaction of its own, as in {@link SuggestionReader}.
 */
public class AwaitingReader {

    /** Whom a GP leaves waiting. Of more than these the ones who have waited longest come first, and the page says that there are more. */
    static final int MOST_PATIENTS = 200;

    private static final String MINE = " from AisupportSuggestion s where s.status = :open and s.runUuid in"
            + " (select r.uuid from AisupportRun r where r.requesterId = :requester)";

    private final SessionFactory sessions;
    private final SuggestionStore store;
    private final Patients patients;
    private final ConsentGate gate;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Transactions transactions;

    public AwaitingReader(
            SessionFactory sessions,
            SuggestionStore store,
            Patients patients,
            ConsentGate gate,
            AuditLog audit,
            CurrentUser user,
            Transactions transactions) {
        this.sessions = sessions;
        this.store = store;
        this.patients = patients;
        this.gate = gate;
        this.audit = audit;
        this.user = user;
        this.transactions = transactions;
    }

    AwaitingPage read(AwaitingQuery query) {
        Actor me = user.actor().orElseThrow();
        Everybody everybody = everybody(me);
        return transactions.in(() -> page(me, everybody, query));
    }

    private record Everybody(List<Waiting> longest, boolean more) {}

    private record Waiting(PatientRef patient, long count, Instant oldest) {}

    /** Whoever may not be shown takes no place on the list away from those who wait behind. */
    private Everybody everybody(Actor me) {
        List<Waiting> shown = new ArrayList<>();
        for (int seen = 0; ; seen += MOST_PATIENTS) {
            int from = seen;
            List<Waiting> next = transactions.in(() -> waiting(me, from));
            shown.addAll(permitted(next));
            if (shown.size() > MOST_PATIENTS || next.size() < MOST_PATIENTS) {
                return new Everybody(shown.stream().limit(MOST_PATIENTS).toList(), shown.size() > MOST_PATIENTS);
            }
        }
    }

    /** Patients whose record is closed are not among them. */
    private List<Waiting> permitted(List<Waiting> waiting) {
        List<Waiting> open = transactions.in(() -> waiting.stream()
                .filter(one -> patients.byId(one.patient.id()).isPresent())
                .toList());
        return open.stream()
                .filter(one -> gate.denial(one.patient, Purpose.OWN_CARE).isEmpty())
                .toList();
    }

    private List<Waiting> waiting(Actor me, int from) {
        return session()
                .createQuery(
                        "select s.patientId, s.patientUuid, count(s), min(s.createdAt)" + MINE
                                + " group by s.patientId, s.patientUuid order by min(s.createdAt), s.patientId",
                        Object[].class)
                .setParameter("open", SuggestionStatus.OPEN)
                .setParameter("requester", me.userId())
                .setFirstResult(from)
                .setMaxResults(MOST_PATIENTS)
                .list()
                .stream()
                .map(row ->
                        new Waiting(new PatientRef((Integer) row[0], (String) row[1]), (Long) row[2], (Instant) row[3]))
                .toList();
    }

    private AwaitingPage page(Actor me, Everybody everybody, AwaitingQuery query) {
        List<Waiting> askedFor = everybody.longest.stream()
                .filter(one ->
                        query.patientUuid().map(one.patient.uuid()::equals).orElse(true))
                .toList();
        List<Suggestion> found = askedFor.isEmpty() ? List.of() : oldestFirst(me, idsOf(askedFor), query);
        recordViews(found);
        return new AwaitingPage(
                completeInOrder(found),
                askedFor.stream().mapToLong(Waiting::count).sum(),
                named(everybody.longest),
                everybody.more);
    }

    private List<Suggestion> oldestFirst(Actor me, List<Integer> patientIds, AwaitingQuery query) {
        return session()
                .createQuery(
                        "select s" + MINE + " and s.patientId in (:patients) order by s.createdAt, s.id",
                        Suggestion.class)
                .setParameter("open", SuggestionStatus.OPEN)
                .setParameter("requester", me.userId())
                .setParameterList("patients", patientIds)
                .setFirstResult(query.startIndex())
                .setMaxResults(query.limit())
                .list();
    }

    private List<AwaitingPage.WaitingPatient> named(List<Waiting> waiting) {
        Map<Integer, String> names = waiting.isEmpty() ? Map.of() : patients.names(idsOf(waiting));
        return waiting.stream()
                .map(one -> new AwaitingPage.WaitingPatient(
                        one.patient, names.getOrDefault(one.patient.id(), ""), one.count, one.oldest))
                .toList();
    }

    private static List<Integer> idsOf(List<Waiting> waiting) {
        return waiting.stream().map(one -> one.patient.id()).toList();
    }

    /** The store completes what is about one patient. */
    private List<StoredSuggestion> completeInOrder(List<Suggestion> found) {
        return found.stream().collect(Collectors.groupingBy(Suggestion::getPatient)).values().stream()
                .flatMap(ofOne -> store.complete(ofOne).stream())
                .sorted(Comparator.comparing(
                                (StoredSuggestion stored) -> stored.suggestion().getCreatedAt())
                        .thenComparing(stored -> stored.suggestion().getId()))
                .toList();
    }

    private void recordViews(List<Suggestion> found) {
        found.stream()
                .collect(Collectors.groupingBy(Suggestion::getPatient, Collectors.counting()))
                .forEach((patient, shown) -> audit.record(AuditEntry.of(AuditKind.SUGGESTIONS_VIEWED)
                        .patient(patient)
                        .detail(shown + " shown, awaiting a decision")));
        store.noteShown(found);
    }

    private Session session() {
        return sessions.getCurrentSession();
    }
}
