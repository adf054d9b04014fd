/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.consent.ConsentLedger;
import org.openmrs.module.aisupport.consent.ConsentOverviews;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.suggestion.RunHistory;
import org.openmrs.module.aisupport.suggestion.SuggestionHistory;
import org.openmrs.module.aisupport.suggestion.SuggestionLabels;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** Writes down that a report is made, then writes the report. It is printed once the database is let go of. */
public class PatientReportServiceImpl implements PatientReportService {

    private final Patients patients;
    private final ConsentLedger ledger;
    private final ConsentOverviews consents;
    private final ReportEngines engines;
    private final RunHistory runs;
    private final SuggestionHistory suggestions;
    private final SuggestionLabels labels;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Transactions transactions;
    private final Clock clock;
    private final ReportPrinter printer = new ReportPrinter();

    public PatientReportServiceImpl(
            Patients patients,
            ConsentLedger ledger,
            ConsentOverviews consents,
            ReportEngines engines,
            RunHistory runs,
            SuggestionHistory suggestions,
            SuggestionLabels labels,
            AuditLog audit,
            CurrentUser user,
            Transactions transactions,
            Clock clock) {
        this.patients = patients;
        this.ledger = ledger;
        this.consents = consents;
        this.engines = engines;
        this.runs = runs;
        this.suggestions = suggestions;
        this.labels = labels;
        this.audit = audit;
        this.user = user;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Made make(String patientUuid, Optional<Locale> language, Form form) {
        PatientRecord patient = transactions
                .in(() -> patient(patientUuid))
                .orElseThrow(() -> new NotFoundException("patient", patientUuid));
        ReportWords words = new ReportWords(language.orElseGet(user::locale), clock.getZone());
        audit.recordAlone(AuditEntry.of(AuditKind.PATIENT_REPORT_MADE)
                .patient(patient.ref())
                .detail(form.ending() + " " + words.locale().getLanguage()));
        // Apart from the caller's, which would be shown the audit as it was before.
        String page = transactions.alone(() -> write(patient, words));
        byte[] content =
                switch (form) {
                    case PAGE -> ("<!DOCTYPE html>\n" + page).getBytes(StandardCharsets.UTF_8);
                    case PDF -> printer.print(page);
                };
        return new Made(content, "ai-report-" + LocalDate.now(clock) + "." + form.ending());
    }

    /** Of a record that was merged away the one that holds it now; of one that was closed otherwise, itself. */
    private Optional<PatientRecord> patient(String uuid) {
        return patients.findEvenVoided(uuid)
                .map(this::whereItWent)
                .flatMap(record -> patients.byUuidEvenVoided(record.uuid()));
    }

    private PatientRef whereItWent(PatientRef asked) {
        Set<PatientRef> seen = new HashSet<>();
        PatientRef record = asked;
        while (patients.isMergedAway(record) && seen.add(record)) {
            record = ledger.mergedInto(record).orElse(record);
        }
        return record;
    }

    private String write(PatientRecord patient, ReportWords words) {
        Instant now = clock.instant();
        List<PatientRef> records = ledger.recordsOf(patient.ref());
        LogLines log = new LogLines(clock.getZone());
        audit.eachAbout(records.stream().map(PatientRef::uuid).toList(), log::add);
        EngineRuns parts = new EngineRuns(clock.getZone());
        runs.eachOf(records, parts::add);
        ReportPage page = new ReportPage(words, labels.label(words.locale()));
        page.begin(patient, now, user.actor().map(Actor::name));
        page.records(records.size(), patients.byUuid(patient.ref().uuid()).isEmpty());
        page.consent(consents.of(patient), log);
        page.read(engines, log, parts);
        page.sent(engines, log);
        page.suggested(teller -> suggestions.eachOf(records, teller), engines, log, parts);
        page.seen(log);
        return page.end();
    }
}
