/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What each rule should say of a chart, read from the guidelines a second time and without a look at how the module reads them. What no
 * guideline settles is the project's: how long a value counts, and that what was once recorded is known.
 */
final class SecondReading {

    private static final Map<String, Function<Facts, Said>> RULES = Map.ofEntries(
            Map.entry("potassium-raised", MedicineReading::potassium),
            Map.entry("nitrofurantoin-renal", MedicineReading::nitrofurantoin),
            Map.entry("metformin-renal", MedicineReading::metformin),
            Map.entry("triple-whammy", MedicineReading::tripleWhammy),
            Map.entry("nsaid-renal", MedicineReading::nsaid),
            Map.entry("lithium-monitoring", MedicineReading::lithium),
            Map.entry("methotrexate-monitoring", MedicineReading::methotrexate),
            Map.entry("ckd-unrecorded", KidneyReading::unrecorded),
            Map.entry("ckd-acr-overdue", KidneyReading::withoutUrineRatio),
            Map.entry("hba1c-diabetes-range", ScreeningReading::diabetesRange),
            Map.entry("hba1c-prediabetes", ScreeningReading::diabetesRisk),
            Map.entry("clinic-blood-pressure", PressureReading::clinic),
            Map.entry("home-blood-pressure", PressureReading::home),
            Map.entry("score2", HeartRiskReading::high),
            Map.entry("doac-renal", AnticoagulantReading::byClearance),
            Map.entry("af-anticoagulation", HeartReading::anticoagulation),
            Map.entry("statin-after-cvd", HeartReading::statin),
            Map.entry("fib4", LiverReading::fibrosis),
            Map.entry("anaemia-ferritin", ScreeningReading::anaemia),
            Map.entry("phq9-item-nine", QuestionnaireReading::itemNine),
            Map.entry("phq9-total", QuestionnaireReading::phq9),
            Map.entry("gad7-total", QuestionnaireReading::gad7),
            Map.entry("audit-c-total", QuestionnaireReading::auditC));

    /** New rules that nobody has read a second time yet. Whoever does takes the rule off this list. */
    static final Set<String> STILL_TO_READ = Set.of();

    private SecondReading() {}

    /** By rule, in the order of their ids. */
    static Map<String, Said> of(Chart chart) {
        Facts facts = new Facts(chart);
        Map<String, Said> said = new TreeMap<>();
        RULES.forEach((rule, reading) -> said.put(rule, reading.apply(facts)));
        return said;
    }
}
