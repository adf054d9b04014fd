/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What each rule should say of a chart, read from the guidelines a second time and without a look at how the module reads them. What no
 * guideline settles is the project's: how long a value counts, and that what was once recorded is known.
 */
final class SecondReading {

    private static final Map<String, Function<Facts, Said>> RULES = Map.of(
            "potassium-raised", MedicineReading::potassium,
            "nitrofurantoin-renal", MedicineReading::nitrofurantoin,
            "metformin-renal", MedicineReading::metformin,
            "triple-whammy", MedicineReading::tripleWhammy,
            "nsaid-renal", MedicineReading::nsaid,
            "lithium-monitoring", MedicineReading::lithium,
            "ckd-unrecorded", KidneyReading::unrecorded,
            "ckd-acr-overdue", KidneyReading::withoutUrineRatio,
            "hba1c-diabetes-range", ScreeningReading::diabetesRange,
            "clinic-blood-pressure", ScreeningReading::bloodPressure);

    private SecondReading() {}

    /** By rule, in the order of their ids. */
    static Map<String, Said> of(Chart chart) {
        Facts facts = new Facts(chart);
        Map<String, Said> said = new TreeMap<>();
        RULES.forEach((rule, reading) -> said.put(rule, reading.apply(facts)));
        return said;
    }
}
