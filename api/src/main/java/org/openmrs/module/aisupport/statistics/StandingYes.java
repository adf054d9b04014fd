/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

/**
 * Since when the yes that holds now has held without a break, read from the ledger. A new yes to be counted does not bring back what
 * was before it: so what counts is the last grant that began anew. A grant that found an earlier one still standing only renewed it. What
 * was recorded in error was never said.
 */
final class StandingYes {

    private static final String LEDGER = "aisupport_consent_event";
    private static final String YES = "GRANT";

    /** Whoever wrote it, a patient or the module by itself: afterwards there was no yes until somebody said it anew. */
    private static final String ENDS = "('REFUSE', 'WITHDRAW', 'EXPIRE', 'LAPSE', 'IMPORT')";

    private StandingYes() {}

    /**
     * A query to stand inside another, for one column, in microseconds.
     *
     * @param who the name of what has {@code patient_id} and {@code patient_uuid} around it; the purpose is the parameter {@code :purpose}
     */
    static String since(String who) {
        return since(who, "", "n.decision in " + ENDS);
    }

    /** Likewise of the yes that includes sensitive topics: a yes without them ends it, and one with them does not reach behind itself. */
    static String sinceWithSensitive(String who) {
        return since(
                who,
                " and %1$s.includes_sensitive",
                "(n.decision in " + ENDS + " or" + " n.decision = '" + YES + "' and not n.includes_sensitive)");
    }

    private static String since(String who, String kind, String ends) {
        String ended = "select 1 from " + events("n", who) + " and " + ends
                + " and n.consent_event_id > f.consent_event_id and n.consent_event_id < e.consent_event_id";
        // The end of its time counts by itself: a new grant may have come before the module took note of it.
        String stood = "select 1 from " + events("f", who) + said("f", kind)
                + " and f.consent_event_id < e.consent_event_id and f.expires_micros > e.effective_micros"
                + " and not exists (" + ended + ")";
        return "select max(e.effective_micros) from " + events("e", who) + said("e", kind) + " and not exists (" + stood
                + ")";
    }

    private static String said(String event, String kind) {
        return String.format(" and %1$s.decision = '" + YES + "'" + kind, event);
    }

    private static String events(String event, String who) {
        return String.format(
                LEDGER + " %1$s where %1$s.patient_id = %2$s.patient_id and %1$s.patient_uuid = %2$s.patient_uuid"
                        + " and %1$s.purpose = :purpose and not exists (select 1 from " + LEDGER + " c%1$s"
                        + " where c%1$s.patient_id = %2$s.patient_id and c%1$s.corrects_uuid = %1$s.uuid)",
                event,
                who);
    }
}
