/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.validation.NotFoundException;

/**
 * Lists suggestions. The gate stands on this path too: undecided ones are shown only while consent permits. It is asked before, in a
 * transaction of its own: where consent can't be read, a common one would be lost, and with it the audit row of the view.
 */
public class SuggestionReader {

    /** At the end of a view's detail, where a screen counted and showed nothing. */
    public static final String NOT_SHOWN = "read, not shown";

    private static final List<SuggestionStatus> DECIDED =
            List.of(SuggestionStatus.ACCEPTED, SuggestionStatus.ACCEPTED_WITH_EDITS, SuggestionStatus.REJECTED);

    private final SessionFactory sessions;
    private final SuggestionStore store;
    private final Patients patients;
    private final AuditLog audit;
    private final Clock clock;

    public SuggestionReader(
            SessionFactory sessions, SuggestionStore store, Patients patients, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.store = store;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /** The patient whose suggestions are asked for, so that the gate can be. */
    PatientRef patientOf(SuggestionQuery query) {
        PatientRef patient = patients.byUuid(query.patientUuid())
                .orElseThrow(() -> new NotFoundException("patient", query.patientUuid()))
                .ref();
        refuseForeignEncounter(patient, query);
        return patient;
    }

    PatientRef patientOf(String suggestionUuid) {
        return existing(suggestionUuid).getPatient();
    }

    /** @param denial what the gate answered about this patient */
    SuggestionPage read(PatientRef patient, SuggestionQuery query, Optional<DenialReason> denial) {
        Where where = new Where(patient, query, denial.isPresent());
        List<Suggestion> found = where.bind(sessions.getCurrentSession()
                        .createQuery(
                                "select s from AisupportSuggestion s " + where
                                        + " order by s.severity desc, s.createdAt desc, s.id desc",
                                Suggestion.class))
                .setFirstResult(query.startIndex())
                .setMaxResults(query.limit())
                .list();
        long total = where.bind(sessions.getCurrentSession()
                        .createQuery("select count(s) from AisupportSuggestion s " + where, Long.class))
                .uniqueResult();
        recordView(patient, query, found);
        return new SuggestionPage(store.complete(found), total, denial);
    }

    /**
     * One suggestion; an undecided one counts as absent while consent does not permit it.
     *
     * @param denial what the gate answered about its patient
     */
    StoredSuggestion read(String uuid, Optional<DenialReason> denial) {
        Suggestion suggestion = existing(uuid);
        if (suggestion.getStatus().isUndecided() && denial.isPresent()) {
            throw absent(uuid);
        }
        audit.record(AuditEntry.of(AuditKind.SUGGESTIONS_VIEWED)
                .patient(suggestion.getPatient())
                .suggestion(suggestion.getUuid()));
        store.noteShown(List.of(suggestion));
        return store.complete(List.of(suggestion)).get(0);
    }

    private Suggestion existing(String uuid) {
        return store.find(uuid).orElseThrow(() -> absent(uuid));
    }

    private static NotFoundException absent(String uuid) {
        return new NotFoundException("suggestion", uuid);
    }

    private void refuseForeignEncounter(PatientRef patient, SuggestionQuery query) {
        query.encounterUuid()
                .filter(encounter -> !patients.hasEncounter(patient, encounter))
                .ifPresent(encounter -> {
                    throw new NotFoundException("encounter of this patient", encounter);
                });
    }

    private void recordView(PatientRef patient, SuggestionQuery query, List<Suggestion> found) {
        if (!found.isEmpty()) {
            audit.record(AuditEntry.of(AuditKind.SUGGESTIONS_VIEWED)
                    .patient(patient)
                    .encounter(query.encounterUuid().orElse(null))
                    .detail(found.size() + " " + (query.silent() ? NOT_SHOWN : "shown")));
            if (!query.silent()) {
                store.noteShown(found);
            }
        }
    }

    /** The condition of a query, and its parameters. */
    private final class Where {
        private final PatientRef patient;
        private final SuggestionQuery query;
        private final List<SuggestionStatus> statuses = new ArrayList<>(DECIDED);

        Where(PatientRef patient, SuggestionQuery query, boolean denied) {
            this.patient = patient;
            this.query = query;
            if (!denied) {
                statuses.add(SuggestionStatus.OPEN);
            }
            if (query.encounterUuid().isEmpty()) {
                statuses.add(SuggestionStatus.SUPERSEDED);
                statuses.add(SuggestionStatus.WITHDRAWN);
            }
        }

        @Override
        public String toString() {
            StringBuilder where = new StringBuilder("where s.patientId = :patient and s.status in (:statuses)");
            query.encounterUuid()
                    .ifPresent(encounter ->
                            where.append(" and (s.status = :open or s.decidedEncounterUuid = :encounter)"));
            query.status()
                    .ifPresent(status -> where.append(" and s.status = :only").append(timeCondition(status)));
            return where.toString();
        }

        <T> Query<T> bind(Query<T> bound) {
            bound.setParameter("patient", patient.id()).setParameterList("statuses", statuses);
            query.encounterUuid().ifPresent(encounter -> bound.setParameter("encounter", encounter)
                    .setParameter("open", SuggestionStatus.OPEN));
            query.status().ifPresent(status -> bound.setParameter("only", stored(status)));
            query.status()
                    .filter(SuggestionStatus::isUndecided)
                    .ifPresent(
                            status -> bound.setParameter("due", clock.instant().minus(store.reviewTime())));
            return bound;
        }

        /** Unreviewed is open for too long; the row says open. */
        private SuggestionStatus stored(SuggestionStatus status) {
            return status == SuggestionStatus.UNREVIEWED ? SuggestionStatus.OPEN : status;
        }

        private String timeCondition(SuggestionStatus status) {
            return switch (status) {
                case OPEN -> " and s.createdAt >= :due";
                case UNREVIEWED -> " and s.createdAt < :due";
                case ACCEPTED, ACCEPTED_WITH_EDITS, REJECTED, SUPERSEDED, WITHDRAWN -> "";
            };
        }
    }
}
