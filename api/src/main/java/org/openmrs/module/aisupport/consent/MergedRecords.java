/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

/** Records that were merged into one, directly or through others, as the platform's log of merges has it. */
final class MergedRecords {

    // A chain of merges is followed this far; records that went back and forth would otherwise double with each step.
    static final int LONGEST_CHAIN = 5;

    /** A common table expression, {@code one}: the patient at depth 0, and each merged record with the time it came in. */
    static final String CHAIN = "with recursive one (person_id, merged_at, depth) as ("
            + " select :patient, cast(null as datetime), 0"
            + " union all"
            + " select m.loser_person_id,"
            + " case when one.merged_at > m.date_created then one.merged_at else m.date_created end, one.depth + 1"
            + " from one join person_merge_log m on m.winner_person_id = one.person_id"
            + " where m.voided = false and one.depth < " + LONGEST_CHAIN + ")";

    /**
     * The same, {@code one}, however long the chains are and without times: for telling, where what is left out would be a lie, and not for
     * the gate, to which what lies too deep is a no. Each record comes once, so that a circle ends.
     */
    static final String ALL = "with recursive one (person_id) as ("
            + " select :patient"
            + " union"
            + " select m.loser_person_id from one join person_merge_log m on m.winner_person_id = one.person_id"
            + " where m.voided = false)";

    private MergedRecords() {}
}
