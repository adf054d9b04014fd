/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.suggestion.SuggestionStatus;
import org.openmrs.module.aisupport.testing.Database;

/**
 * A suggestion with what became of it, written straight into the tables.
 *
 * @param shown how long after it was made somebody saw it
 * @param taken how long after that it was decided on; what nobody saw is decided on so long after it was made
 * @param undone how many decisions were taken back before
 */
record Made(
        PatientRef patient,
        String rule,
        Instant at,
        Optional<Duration> shown,
        SuggestionStatus status,
        Duration taken,
        String reason,
        int undone) {

    static Made of(PatientRef patient, String rule, Instant at) {
        return new Made(patient, rule, at, Optional.empty(), SuggestionStatus.OPEN, Duration.ZERO, null, 0);
    }

    Made decided(SuggestionStatus outcome, Duration after) {
        return new Made(patient, rule, at, Optional.of(Duration.ofMinutes(1)), outcome, after, reason, undone);
    }

    Made became(SuggestionStatus status) {
        return new Made(patient, rule, at, shown, status, taken, reason, undone);
    }

    Made seen() {
        return new Made(patient, rule, at, Optional.of(Duration.ofMinutes(1)), status, taken, reason, undone);
    }

    Made because(String why) {
        return new Made(patient, rule, at, shown, status, taken, why, undone);
    }

    Made afterUndoing(int decisions) {
        return new Made(patient, rule, at, shown, status, taken, reason, decisions);
    }

    boolean isDecided() {
        return switch (status) {
            case ACCEPTED, ACCEPTED_WITH_EDITS, REJECTED -> true;
            case OPEN, UNREVIEWED, SUPERSEDED, WITHDRAWN -> false;
        };
    }

    /** Each as if its run had made nothing else. */
    static void write(String engine, List<Made> all) {
        write(
                engine,
                all,
                all.stream().map(each -> UUID.randomUUID().toString()).toList());
    }

    /** @param runs uuids of the runs that made them, in the same order */
    static void write(String engine, List<Made> all, List<String> runs) {
        Rows suggestions = new Rows();
        Rows decisions = new Rows();
        Rows undos = new Rows();
        Rows shown = new Rows();
        for (int i = 0; i < all.size(); i++) {
            Made made = all.get(i);
            String uuid = UUID.randomUUID().toString();
            String decision = UUID.randomUUID().toString();
            suggestions.add(
                    uuid,
                    made.patient.id(),
                    made.patient.uuid(),
                    runs.get(i),
                    engine,
                    made.rule,
                    made.status.name(),
                    made.isDecided() ? decision : null,
                    micros(made.at));
            Instant from = made.shown.map(made.at::plus).orElse(made.at);
            if (made.isDecided()) {
                decisions.add(decision, uuid, made.status.name(), micros(from.plus(made.taken)), made.reason);
            }
            for (int undone = 0; undone < made.undone; undone++) {
                String before = UUID.randomUUID().toString();
                decisions.add(before, uuid, "REJECTED", micros(from), null);
                undos.add(UUID.randomUUID().toString(), before, micros(from));
            }
            made.shown.ifPresent(after -> shown.add(micros(made.at.plus(after)), uuid));
        }
        suggestions.insert(
                "insert into aisupport_suggestion (version, purpose, engine_version, rule_version, kind, indicator, severity,"
                        + " source_label, source_citation, fingerprint, content_sha256, uuid, patient_id, patient_uuid,"
                        + " run_uuid, engine, rule, status, decision_uuid, created_micros) values ",
                "(0, 'own-care', '1', '1', 'FOLLOW_UP', 'INFO', 0, 'l', 'c', 'f', 's', ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        decisions.insert(
                "insert into aisupport_decision (decider_id, decider_uuid, decider_name, provider_uuid, uuid,"
                        + " suggestion_uuid, outcome, decided_micros, override_reason) values ",
                "(1, 'd', 'Made Up', 'p', ?, ?, ?, ?, ?)");
        undos.insert(
                "insert into aisupport_undo (undoer_id, undoer_uuid, uuid, decision_uuid, undone_micros) values ",
                "(1, 'd', ?, ?, ?)");
        shown.each("insert into aisupport_suggestion_shown (shown_micros, suggestion_id)"
                + " select ?, suggestion_id from aisupport_suggestion where uuid = ?");
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static final class Rows {
        private final List<Object[]> rows = new ArrayList<>();

        void add(Object... values) {
            rows.add(values);
        }

        void insert(String into, String row) {
            if (!rows.isEmpty()) {
                Database.execute(
                        into + String.join(", ", Collections.nCopies(rows.size(), row)),
                        rows.stream().flatMap(Arrays::stream).toArray());
            }
        }

        void each(String sql) {
            rows.forEach(values -> Database.execute(sql, values));
        }
    }
}
