/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.consent.ConsentEndListener;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.PatientRef;

/** When consent ends, what is undecided goes: its content is erased, its metadata and hash stay (C5). */
public class SuggestionWithdrawal implements ConsentEndListener {

    private final SuggestionStore store;
    private final RunStore runs;
    private final AuditLog audit;
    private final Clock clock;

    public SuggestionWithdrawal(SuggestionStore store, RunStore runs, AuditLog audit, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public int consentEnded(PatientRef patient, Purpose purpose) {
        List<Suggestion> undecided = store.lockUndecided(patient, Permits.restingOn(purpose));
        for (Suggestion suggestion : undecided) {
            store.erase(suggestion);
            audit.record(AuditEntry.of(AuditKind.SUGGESTION_WITHDRAWN)
                    .patient(patient)
                    .purpose(purpose.id())
                    .engine(suggestion.getEngine(), suggestion.getEngineVersion())
                    .suggestion(suggestion.getUuid())
                    .output(suggestion.getContentSha256()));
        }
        if (!Permits.restingOn(purpose).isEmpty()) {
            store.eraseHandles(patient, Permits.restingOn(purpose));
            endRun(patient); // first the run, then its parts, as whoever ends a part does
        }
        if (purpose == Purpose.OWN_CARE) {
            runs.eraseNotes(patient);
        }
        return undecided.size();
    }

    /** What it read, it read before: not even a new yes, while its engines still work, makes their answers welcome (C5). */
    private void endRun(PatientRef patient) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        runs.lockRunning(patient, now).ifPresent(run -> runs.end(run, RunStatus.DISCARDED, now));
    }

    @Override
    public void patientPurged(PatientRef patient) {
        store.eraseAll(patient);
        runs.eraseNotes(patient);
    }
}
