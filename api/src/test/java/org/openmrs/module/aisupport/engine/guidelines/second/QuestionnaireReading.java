/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

/** Rules about questionnaires, read from their sources. How long an answer counts is the project's. */
final class QuestionnaireReading {

    private static final int A_QUARTER = 90;

    private QuestionnaireReading() {}

    /**
     * Simon GE et al., Psychiatr Serv 2013;64:1195-1202, of outpatients from 13 years on: any answer but "not at all" to question 9 goes
     * with more attempts, and whatever else is known of them.
     */
    static Said itemNine(Facts facts) {
        boolean raised = facts.itemNine(A_QUARTER).filter(points -> points > 0).isPresent();
        return raised && facts.age() >= 13 ? Said.WARNING : Said.NOTHING;
    }

    /** Kroenke K et al., J Gen Intern Med 2001;16:606-613: 10 or more of 27, in adults; it screens for a depression nobody knows of. */
    static Said phq9(Facts facts) {
        return screen(facts, Lab.PHQ9_TOTAL, 10, A_QUARTER, Illness.Group.DEPRESSION);
    }

    /** Spitzer RL et al., Arch Intern Med 2006;166:1092-1097: 10 or more of 21. */
    static Said gad7(Facts facts) {
        return screen(facts, Lab.GAD7_TOTAL, 10, A_QUARTER, Illness.Group.ANXIETY);
    }

    /** Office for Health Improvement and Disparities: 5 or more of 12 is positive in the United Kingdom, for men and women. */
    static Said auditC(Facts facts) {
        return screen(facts, Lab.AUDIT_C_TOTAL, 5, Facts.A_YEAR, Illness.Group.ALCOHOL);
    }

    /** That what is over and done with does not count as known is the project's. */
    private static Said screen(Facts facts, Lab total, int from, int days, Illness.Group known) {
        boolean positive = facts.latest(days, total)
                .filter(result -> result.value() >= from)
                .isPresent();
        return positive && facts.isAdult() && !facts.has(known) ? Said.INFO : Said.NOTHING;
    }
}
