/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.List;

/** Rules about kidney disease, read from their sources. */
final class KidneyReading {

    private static final Lab[] URINE = {Lab.ALBUMIN_TO_CREATININE, Lab.PROTEIN_TO_CREATININE};

    private KidneyReading() {}

    /**
     * KDIGO 2024 and NICE IND233: kidney disease is chronic when eGFR is below 60 at least twice, 90 days apart or more; none in
     * between may be 60 or more. NICE NG203 1.1.8: a first one below 60 is repeated within two weeks.
     */
    static Said unrecorded(Facts facts) {
        boolean known = facts.everHad(Illness.Group.KIDNEY_DISEASE) || facts.everHad(Illness.Group.KIDNEY_FAILURE);
        if (!facts.isAdult() || facts.isPregnant() || known) {
            return Said.NOTHING;
        }
        List<Facts.Estimate> estimates = facts.estimates();
        if (facts.recentEstimate().isPresent() && isReducedForLong(estimates)) {
            return Said.WARNING;
        }
        boolean first = estimates.size() == 1 && facts.all(Facts.CREATININE).size() == 1;
        boolean firstIsReduced =
                first && estimates.get(0).daysAgo() <= 90 && estimates.get(0).value() < 60;
        return firstIsReduced ? Said.INFO : Said.NOTHING;
    }

    /** Whether the latest estimates, all of them below 60, span 90 days. */
    private static boolean isReducedForLong(List<Facts.Estimate> newestFirst) {
        List<Facts.Estimate> reduced = newestFirst.stream()
                .takeWhile(estimate -> estimate.value() < 60)
                .toList();
        return !reduced.isEmpty()
                && reduced.get(reduced.size() - 1).daysAgo() - reduced.get(0).daysAgo() >= 90;
    }

    /**
     * KDIGO 2024 practice point 2.1.1: albuminuria each year in chronic kidney disease. Not for those on dialysis or with a
     * transplant. That NICE NG203 1.1.14 wants it too in diabetes and at any eGFR below 60 is not among the module's rules.
     */
    static Said withoutUrineRatio(Facts facts) {
        if (!facts.isAdult() || facts.isPregnant() || !isChronicWithoutDialysis(facts)) {
            return Said.NOTHING;
        }
        return facts.doneSince(Chart.TODAY.minusYears(1), URINE) ? Said.NOTHING : Said.INFO;
    }

    /** Nor with a transplant. */
    static boolean isChronicWithoutDialysis(Facts facts) {
        return facts.has(Illness.Group.KIDNEY_DISEASE) && !facts.everHad(Illness.Group.KIDNEY_FAILURE);
    }
}
