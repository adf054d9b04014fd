/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the two readings differ, or the module goes on with less than it would need, and which is right is for people to decide. */
final class Undecided {

    private Undecided() {}

    static Set<String> of(Chart chart) {
        Set<String> rules = new HashSet<>();
        if (isSevereOnceOfTwice(new Facts(chart))) {
            rules.add("clinic-blood-pressure");
        }
        if (lastCreatinineIsOfAChild(chart)) {
            rules.addAll(List.of("nitrofurantoin-renal", "metformin-renal", "nsaid-renal"));
        }
        return rules;
    }

    /** Also where it can't be read whether somebody is pregnant or on dialysis, which the module then says beside the suggestion. */
    static Set<String> of(Chart chart, ChartAsRecord.Hidden hidden) {
        Set<String> rules = of(chart);
        Facts facts = new Facts(chart);
        boolean pregnancyHidden = hidden.pregnancyStatus() || hidden.illnesses().contains(Illness.Group.PREGNANCY);
        if (pregnancyHidden && facts.isPregnant()) {
            rules.addAll(SecondReading.of(chart).keySet());
        }
        if (hidden.illnesses().contains(Illness.Group.KIDNEY_FAILURE) && facts.everHad(Illness.Group.KIDNEY_FAILURE)) {
            rules.addAll(List.of("ckd-unrecorded", "ckd-acr-overdue", "nsaid-renal"));
        }
        if (hidden.labs().stream().anyMatch(Set.of(Lab.TSH, Lab.CALCIUM, Lab.CREATININE)::contains)) {
            rules.add("lithium-monitoring");
        }
        return rules;
    }

    /** NICE NG136 1.2.2 has the lower of a consultation's last two count; the module calls the last one severe whatever the other was. */
    private static boolean isSevereOnceOfTwice(Facts facts) {
        List<Chart.Result> systolic = facts.all(Lab.SYSTOLIC);
        return systolic.size() > 1
                && systolic.get(0).daysAgo() == systolic.get(1).daysAgo()
                && isSevere(facts, 0)
                && !isSevere(facts, 1);
    }

    private static boolean isSevere(Facts facts, int index) {
        return facts.all(Lab.SYSTOLIC).get(index).value() >= 180
                || facts.all(Lab.DIASTOLIC).get(index).value() >= 120;
    }

    /** No equation for adults holds for it, so the rules can't tell; the module says nothing. */
    private static boolean lastCreatinineIsOfAChild(Chart chart) {
        return new Facts(chart)
                .latest(Facts.A_YEAR, Facts.CREATININE)
                .filter(last -> last.day().isBefore(chart.born().plusYears(Facts.ADULT)))
                .isPresent();
    }
}
