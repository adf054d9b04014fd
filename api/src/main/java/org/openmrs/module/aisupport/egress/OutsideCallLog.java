/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditRow;

/** What the audit has of the calls of one engine, without whose record it was and what was in it. */
public class OutsideCallLog {

    private static final int LAST = 50;

    private final SessionFactory sessions;

    public OutsideCallLog(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * One end of a call, or something that was left out of its answer.
     *
     * @param millis how long it took; empty where this tells of a part of an answer, or nothing was sent
     * @param answerBytes of the answer as it came; empty where there was none that could be read
     */
    public record Call(
            Instant at, AuditOutcome outcome, Optional<Long> millis, Optional<Long> answerBytes, String detail) {}

    /** @param medianMillis of those that were answered; empty where none was */
    public record Lately(int calls, int failed, Optional<Long> medianMillis) {}

    /** The last of them, newest first. Needs a transaction. */
    List<Call> last(String engine) {
        return sessions
                .getCurrentSession()
                .createQuery(
                        "select a from AisupportAudit a where a.engine = :engine and a.kind in (:ends) order by a.id desc",
                        AuditRow.class)
                .setParameter("engine", engine)
                .setParameterList("ends", List.of(AuditKind.ENGINE_CALL_ENDED, AuditKind.RESULT_DISCARDED))
                .setMaxResults(LAST)
                .list()
                .stream()
                .map(row -> new Call(
                        row.getAt(),
                        row.getOutcome(),
                        Optional.ofNullable(row.getMillis()),
                        Optional.ofNullable(row.getBytes()),
                        row.getDetail()))
                .toList();
    }

    Lately lately(String engine) {
        List<Call> ended =
                last(engine).stream().filter(call -> call.millis().isPresent()).toList();
        List<Long> answered = ended.stream()
                .filter(call -> call.outcome() != AuditOutcome.FAILED)
                .flatMap(call -> call.millis().stream())
                .sorted()
                .toList();
        return new Lately(
                ended.size(),
                ended.size() - answered.size(),
                answered.isEmpty() ? Optional.empty() : Optional.of(answered.get(answered.size() / 2)));
    }
}
