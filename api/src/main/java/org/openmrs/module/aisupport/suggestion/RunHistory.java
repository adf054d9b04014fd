/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Every engine's part in every run there ever was for a patient (A3). */
public class RunHistory {

    private static final int PAGE = 200;

    private final SessionFactory sessions;
    private final Clock clock;

    public RunHistory(SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @param status the part's own; of a part that was lost with its server it is failed */
    public record Told(Instant at, RunStatus status, RunPart part) {}

    /** Oldest first, page by page and apart from the session, so that it doesn't matter how many there are. Needs a transaction. */
    public void eachOf(Collection<PatientRef> patients, Consumer<Told> reader) {
        Session session = sessions.getCurrentSession();
        long after = 0;
        List<Object[]> page;
        do {
            page = session.createQuery(
                            "select r, p from AisupportRun r, AisupportRunPart p where p.runId = r.id"
                                    + " and r.patientId in (:ids) and r.patientUuid in (:uuids) and p.id > :after"
                                    + " order by p.id",
                            Object[].class)
                    .setParameterList(
                            "ids", patients.stream().map(PatientRef::id).toList())
                    .setParameterList(
                            "uuids", patients.stream().map(PatientRef::uuid).toList())
                    .setParameter("after", after)
                    .setMaxResults(PAGE)
                    .list();
            for (Object[] row : page) {
                Run run = (Run) row[0];
                RunPart part = (RunPart) row[1];
                reader.accept(new Told(run.getRequestedAt(), part.statusIn(run.statusAt(clock.instant())), part));
                after = part.getId();
            }
            page.forEach(row -> List.of(row).forEach(session::evict));
        } while (page.size() == PAGE);
    }
}
