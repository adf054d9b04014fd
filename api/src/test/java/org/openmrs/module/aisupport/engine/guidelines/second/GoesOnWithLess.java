/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the module goes on with less than it would need, and says so beside the suggestion. */
final class GoesOnWithLess {

    /** What counts as nothing in a stroke score if it isn't recorded: the score is a lower bound. */
    private static final Set<Illness.Group> SCORED = EnumSet.of(
            Illness.Group.HEART_FAILURE,
            Illness.Group.HYPERTENSION,
            Illness.Group.DIABETES,
            Illness.Group.STROKE,
            Illness.Group.ARTERIAL_DISEASE);

    private GoesOnWithLess() {}

    /** Where it can't be read whether somebody has or is given what makes a rule quiet, or what a stroke score counts. */
    static Set<String> of(Chart chart, ChartAsRecord.Hidden hidden) {
        Set<String> rules = new HashSet<>();
        Facts facts = new Facts(chart);
        boolean pregnancyHidden = hidden.pregnancyStatus() || hidden.illnesses().contains(Illness.Group.PREGNANCY);
        if (pregnancyHidden && facts.isPregnant()) {
            rules.addAll(SecondReading.of(chart).keySet());
        }
        hidden.illnesses().stream()
                .filter(facts::everHad)
                .map(GoesOnWithLess::quietened)
                .forEach(rules::addAll);
        boolean heparinHidden = hidden.drugs().contains(Group.HEPARIN) && facts.isGiven(Group.HEPARIN);
        boolean scoredHidden =
                hidden.illnesses().stream().filter(SCORED::contains).anyMatch(facts::everHad);
        if (heparinHidden || scoredHidden) {
            rules.add("af-anticoagulation");
        }
        if (hidden.drugs().contains(Group.IRON) && facts.isGiven(Group.IRON)) {
            rules.add("anaemia-ferritin");
        }
        return rules;
    }

    private static List<String> quietened(Illness.Group illness) {
        return switch (illness) {
            case KIDNEY_FAILURE -> List.of("ckd-unrecorded", "ckd-acr-overdue", "nsaid-renal", "statin-after-cvd");
            case BRAIN_HAEMORRHAGE -> List.of("statin-after-cvd");
            case CIRRHOSIS -> List.of("fib4");
            case IRON_DEFICIENCY -> List.of("anaemia-ferritin");
            case CANCER -> List.of("methotrexate-monitoring");
            default -> List.of();
        };
    }
}
