/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.Optional;
import java.util.stream.Stream;

/** Direct oral anticoagulants by creatinine clearance, read from their product information. */
final class AnticoagulantReading {

    private AnticoagulantReading() {}

    /**
     * Section 4.2 of Eliquis, Xarelto and Lixiana: no dose below 15; 4.3 of Pradaxa: contraindicated below 30. What lowers the dose in atrial
     * fibrillation is told then only. Clearance by Cockcroft and Gault (MHRA, October 2019).
     */
    static Said byClearance(Facts facts) {
        if (!facts.takes(Group.DOAC) || !facts.isAdult() || facts.isPregnant()) {
            return Said.NOTHING;
        }
        Optional<Long> clearance = facts.clearance();
        if (clearance.isEmpty()) {
            return Said.CANT_TELL;
        }
        return Stream.of(Drug.APIXABAN, Drug.RIVAROXABAN, Drug.EDOXABAN, Drug.DABIGATRAN)
                .filter(facts::takes)
                .map(drug -> judge(drug, clearance.get(), facts))
                .max(Said::compareTo)
                .orElse(Said.NOTHING);
    }

    private static Said judge(Drug drug, long clearance, Facts facts) {
        if (clearance < (drug == Drug.DABIGATRAN ? 30 : 15)) {
            return Said.CRITICAL;
        }
        boolean lower = facts.has(Illness.Group.ATRIAL_FIBRILLATION) && isLowered(drug, clearance, facts);
        return lower ? Said.INFO : Said.NOTHING;
    }

    private static boolean isLowered(Drug drug, long clearance, Facts facts) {
        return switch (drug) {
            case APIXABAN -> clearance <= 29 || twoOfThree(facts);
            case RIVAROXABAN -> clearance <= 49;
            case EDOXABAN -> clearance <= 50 || isLight(facts);
            default -> clearance <= 50 || isOld(facts);
        };
    }

    /** Of 80 years and more, 60 kg and less, and a creatinine of 133 micromol/L or 1.5 mg/dL and more. */
    private static boolean twoOfThree(Facts facts) {
        boolean high = facts.latest(Facts.A_YEAR, Facts.CREATININE)
                .filter(result -> result.value() >= (result.lab() == Lab.CREATININE ? 133 : 1.5))
                .isPresent();
        return Stream.of(isOld(facts), isLight(facts), high).filter(met -> met).count() >= 2;
    }

    private static boolean isOld(Facts facts) {
        return facts.age() >= 80;
    }

    private static boolean isLight(Facts facts) {
        return facts.latest(Facts.A_YEAR, Lab.WEIGHT)
                .filter(weight -> weight.value() <= 60)
                .isPresent();
    }
}
