/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the module goes on with less than it would need, and says so beside the suggestion. */
final class GoesOnWithLess {

    private GoesOnWithLess() {}

    /** Where it can't be read whether somebody has or is given what makes a rule quiet. */
    static Set<String> of(Chart chart, ChartAsRecord.Hidden hidden) {
        Set<String> rules = new HashSet<>();
        Facts facts = new Facts(chart);
        boolean pregnancyHidden = hidden.pregnancyStatus() || hidden.illnesses().contains(Illness.Group.PREGNANCY);
        if (pregnancyHidden && facts.isPregnant()) {
            Map<String, Said> otherwise = SecondReading.of(chart.withoutPregnancy());
            SecondReading.of(chart).entrySet().stream()
                    .filter(said -> said.getValue() != otherwise.get(said.getKey()))
                    .forEach(said -> rules.add(said.getKey()));
        }
        rules.addAll(withoutResults(chart, pregnancyHidden ? chart.withoutPregnancy() : chart, hidden));
        hidden.illnesses().stream()
                .filter(facts::everHad)
                .map(GoesOnWithLess::quietened)
                .forEach(rules::addAll);
        hidden.drugs().stream()
                .filter(facts::isGiven)
                .map(GoesOnWithLess::quietened)
                .forEach(rules::addAll);
        return rules;
    }

    /** Where there is no concept for a mean from home, or for what the kidneys' work is estimated from. */
    private static Set<String> withoutResults(Chart chart, Chart readable, ChartAsRecord.Hidden hidden) {
        Set<String> rules = new HashSet<>();
        boolean systolic = hidden.labs().contains(Lab.HOME_SYSTOLIC);
        boolean diastolic = hidden.labs().contains(Lab.HOME_DIASTOLIC);
        if ((systolic || diastolic) && differ("clinic-blood-pressure", chart, readable.without(Lab.homePressures()))) {
            rules.add("clinic-blood-pressure");
        }
        if (systolic && diastolic) {
            rules.add("home-blood-pressure");
        }
        if (hidden.labs().contains(Lab.CREATININE) && differ("score2", chart, readable.without(Facts.CREATININE))) {
            rules.add("score2");
        }
        return rules;
    }

    private static boolean differ(String rule, Chart one, Chart other) {
        return SecondReading.of(one).get(rule) != SecondReading.of(other).get(rule);
    }

    private static List<String> quietened(Illness.Group illness) {
        return switch (illness) {
            case KIDNEY_FAILURE ->
                List.of("ckd-unrecorded", "ckd-acr-overdue", "nsaid-renal", "statin-after-cvd", "score2");
            case BRAIN_HAEMORRHAGE -> List.of("statin-after-cvd", "score2");
            case FAMILIAL_HYPERCHOLESTEROLAEMIA -> List.of("score2");
            case CIRRHOSIS -> List.of("fib4");
            case IRON_DEFICIENCY -> List.of("anaemia-ferritin");
            case CANCER -> List.of("methotrexate-monitoring");
            default -> List.of();
        };
    }

    private static List<String> quietened(Group medicine) {
        return switch (medicine) {
            case HEPARIN -> List.of("af-anticoagulation");
            case IRON -> List.of("anaemia-ferritin");
            case LIPID_LOWERING -> List.of("score2");
            default -> List.of();
        };
    }
}
