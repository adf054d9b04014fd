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

/** Where the module goes on with less than it would need, and says so beside the suggestion. */
final class GoesOnWithLess {

    private GoesOnWithLess() {}

    /** Where it can't be read whether somebody is pregnant or on dialysis. */
    static Set<String> of(Chart chart, ChartAsRecord.Hidden hidden) {
        Set<String> rules = new HashSet<>();
        Facts facts = new Facts(chart);
        boolean pregnancyHidden = hidden.pregnancyStatus() || hidden.illnesses().contains(Illness.Group.PREGNANCY);
        if (pregnancyHidden && facts.isPregnant()) {
            rules.addAll(SecondReading.of(chart).keySet());
        }
        if (hidden.illnesses().contains(Illness.Group.KIDNEY_FAILURE) && facts.everHad(Illness.Group.KIDNEY_FAILURE)) {
            rules.addAll(List.of("ckd-unrecorded", "ckd-acr-overdue", "nsaid-renal"));
        }
        return rules;
    }
}
