/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.Arrays;
import java.util.Optional;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.audit.AuditServiceImpl;
import org.openmrs.module.aisupport.charting.EntryReturn;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.SuggestionReader;

/**
 * What a row of the audit tells a patient: rows that tell the same are counted together.
 *
 * @param key of the words
 * @param particulars key of the words for what the row says besides, such as the reason of a no; empty where there are none
 * @param engine id and version; empty where none had a part in it
 */
record LogSentence(
        ReportSection section,
        String key,
        Optional<String> particulars,
        AuditOutcome outcome,
        Optional<String> engine,
        Optional<String> recipient,
        Optional<String> purpose) {

    static LogSentence of(AuditRow row) {
        return new LogSentence(
                section(row),
                "log." + row.getKind().name() + variety(row),
                particulars(row),
                row.getOutcome(),
                Optional.ofNullable(row.getEngine()).map(engine -> engine + " " + row.getEngineVersion()),
                Optional.ofNullable(row.getRecipient()),
                Optional.ofNullable(row.getPurpose()));
    }

    private static String variety(AuditRow row) {
        return switch (row.getKind()) {
            case ENGINE_CALL_INTENT -> row.getRecipient() == null ? "" : ".OUTSIDE";
            case AUDIT_READ -> AuditServiceImpl.EVERYBODY.equals(row.getDetail()) ? ".EVERYBODY" : "";
            case SUGGESTIONS_VIEWED -> detail(row).endsWith(SuggestionReader.NOT_SHOWN) ? ".NOT_SHOWN" : "";
            case CHART_ENTRY_RETURNED ->
                known(EntryReturn.Outcome.class, lastWord(row), ".").orElse("");
            default -> "";
        };
    }

    /** No default branch: a new kind is placed here, and gets its words, or nothing compiles. */
    private static ReportSection section(AuditRow row) {
        return switch (row.getKind()) {
            case CONSENT_RECORDED, MIRROR_WRITE_FAILED -> ReportSection.CONSENT;
            case GATE_PERMITTED, RUN_REQUESTED, RUN_CANCELLED, RUN_FAILED, ENGINE_CALL_ENDED, RESULT_DISCARDED ->
                ReportSection.READ;
            case ENGINE_CALL_INTENT -> row.getRecipient() == null ? ReportSection.READ : ReportSection.SENT;
            case FEEDBACK_INTENT, FEEDBACK_SENT, FEEDBACK_GIVEN_UP -> ReportSection.SENT;
            case SUGGESTION_PROPOSED,
                    SUGGESTION_SUPERSEDED,
                    SUGGESTION_WITHDRAWN,
                    SUGGESTION_DECIDED,
                    DECISION_UNDONE,
                    CHART_ENTRY,
                    CHART_ENTRY_RETURNED -> ReportSection.SUGGESTED;
            case GATE_DENIED,
                    VISIT_END_REFUSED,
                    SUGGESTIONS_VIEWED,
                    SENT_VIEWED,
                    AUDIT_READ,
                    AUDIT_EXPORTED,
                    PATIENT_REPORT_MADE -> ReportSection.SEEN;
            // Of no patient; should one ever name one, it is told with the rest.
            case OUTSIDE_ENGINE_CHANGED,
                    PATIENTS_COUNTED,
                    STATISTICS_READ,
                    AUDIT_VERIFIED,
                    AUDIT_HEAD_EXPORTED,
                    SETTING_CHANGED -> ReportSection.SEEN;
        };
    }

    /** What stands first in the detail, where that is a word that the module knows. */
    private static Optional<String> particulars(AuditRow row) {
        String first = detail(row).split(" ", 2)[0];
        return switch (row.getKind()) {
            case GATE_DENIED, RESULT_DISCARDED -> known(DenialReason.class, first, "denied.");
            case SUGGESTION_DECIDED -> known(DecisionOutcome.class, first, "outcome.");
            case CHART_ENTRY, CHART_ENTRY_RETURNED -> known(EntryKind.class, first, "entry.");
            default -> Optional.empty();
        };
    }

    private static String detail(AuditRow row) {
        return Optional.ofNullable(row.getDetail()).orElse("");
    }

    private static String lastWord(AuditRow row) {
        return detail(row).substring(detail(row).lastIndexOf(' ') + 1);
    }

    private static <E extends Enum<E>> Optional<String> known(Class<E> words, String word, String prefix) {
        return Arrays.stream(words.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .map(constant -> prefix + constant.name());
    }
}
