/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openmrs.module.aisupport.snapshot.Measurement;

/** The direct oral anticoagulants, and what lowers their dose in atrial fibrillation as their product information says. */
enum Doac {
    APIXABAN,
    RIVAROXABAN,
    EDOXABAN,
    DABIGATRAN;

    /** The input that stands for it, and the outcome that asks for a lower dose. */
    String input() {
        return name().toLowerCase(Locale.ROOT);
    }

    String inWords() {
        return name().charAt(0) + input().substring(1);
    }

    boolean isOutside(CreatinineClearance clearance, RuleDefinition definition) {
        return clearance.whole() < definition.threshold(input() + "From");
    }

    /** What of the criteria is met, in words; empty if it is not enough to lower the dose. */
    List<String> reasons(CreatinineClearance clearance, int age, RuleDefinition definition) {
        List<String> reasons = new ArrayList<>();
        boolean weak = clearance.whole() <= definition.threshold(input() + "LowerTo");
        if (weak) {
            reasons.add("creatinine clearance " + clearance.whole() + " mL/min");
        }
        if (this == APIXABAN) {
            List<String> others = others(clearance, age, definition);
            return weak || others.size() < definition.threshold("apixabanCriteria") ? reasons : others;
        }
        if (this == EDOXABAN && isLight(clearance, definition)) {
            reasons.add("weight " + clearance.weightInWords());
        }
        if (this == DABIGATRAN && isOld(age, definition)) {
            reasons.add("age " + age);
        }
        return reasons;
    }

    private static List<String> others(CreatinineClearance clearance, int age, RuleDefinition definition) {
        List<String> others = new ArrayList<>();
        if (isOld(age, definition)) {
            others.add("age " + age);
        }
        if (isLight(clearance, definition)) {
            others.add("weight " + clearance.weightInWords());
        }
        Measurement creatinine = clearance.creatinine();
        if (isHigh(creatinine, definition)) {
            others.add("creatinine " + creatinine.asRecorded());
        }
        return others;
    }

    private static boolean isOld(int age, RuleDefinition definition) {
        return age >= definition.threshold("oldFromAge");
    }

    private static boolean isLight(CreatinineClearance clearance, RuleDefinition definition) {
        return clearance.weight().value() <= definition.threshold("lightToWeight");
    }

    private static boolean isHigh(Measurement creatinine, RuleDefinition definition) {
        return definition.isReachedBy(creatinine, "highFromCreatinine", "highFromCreatinineMilligrams");
    }
}
