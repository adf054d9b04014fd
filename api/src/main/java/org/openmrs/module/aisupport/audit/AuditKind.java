/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

/** What an audit row records (A1). */
public enum AuditKind {
    CONSENT_RECORDED,
    MIRROR_WRITE_FAILED,
    GATE_PERMITTED,
    GATE_DENIED,
    RUN_REQUESTED,
    RUN_CANCELLED,
    RUN_FAILED,
    /** Written before an engine is called: no row, no call. */
    ENGINE_CALL_INTENT,
    ENGINE_CALL_ENDED,
    RESULT_DISCARDED,
    SUGGESTION_PROPOSED,
    SUGGESTION_SUPERSEDED,
    SUGGESTION_WITHDRAWN,
    SUGGESTIONS_VIEWED,
    SUGGESTION_DECIDED,
    DECISION_UNDONE,
    /** A decision wrote into the chart, or could not. */
    CHART_ENTRY,
    /** What became of that when the decision was undone. */
    CHART_ENTRY_RETURNED,
    /** Somebody wanted to end a visit for which suggestions are undecided. */
    VISIT_END_REFUSED,
    AUDIT_READ,
    /** Somebody added, changed or looked at an engine outside, or switched one on or off. */
    OUTSIDE_ENGINE_CHANGED,
    /** Written before an engine outside is told what became of a suggestion: no row, no word. */
    FEEDBACK_INTENT,
    FEEDBACK_SENT,
    /** An engine outside was not told, since it does not want to be, or never could be. */
    FEEDBACK_GIVEN_UP,
    /** Somebody looked at what a run had sent outside. */
    SENT_VIEWED,
    /** Somebody had it counted for how many patients inputs are recorded. */
    PATIENTS_COUNTED,
    /** Somebody made the report that a patient can read; written before it is made. */
    PATIENT_REPORT_MADE,
    /** Somebody read the statistics of suggestions. */
    STATISTICS_READ,
    /** Somebody, or the module by itself, had the seals of the audit verified. */
    AUDIT_VERIFIED,
    /** Somebody took where the chain of seals stands, to keep it elsewhere. */
    AUDIT_HEAD_EXPORTED,
    /** Written before the whole audit is exported: no row, no export. */
    AUDIT_EXPORTED,
    /** Somebody changed or removed a setting of the module, by whichever way; or the platform did. */
    SETTING_CHANGED
}
