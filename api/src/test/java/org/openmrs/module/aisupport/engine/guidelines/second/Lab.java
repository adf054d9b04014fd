/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.List;
import java.util.Optional;

/** What is measured in a made-up chart, with a code that the module's mapping knows and the unit of that concept. */
enum Lab {
    CREATININE("LOINC", "14682-9", "umol/L"),
    CREATININE_IN_MG("LOINC", "2160-0", "mg/dL"),
    POTASSIUM("LOINC", "2823-3", "mmol/L"),
    HBA1C("LOINC", "59261-8", "mmol/mol"),
    HBA1C_IN_PERCENT("LOINC", "4548-4", "%"),
    ALBUMIN_TO_CREATININE("LOINC", "14959-1", "mg/mmol"),
    PROTEIN_TO_CREATININE("LOINC", "2890-2", "mg/g"),
    LITHIUM_LEVEL("LOINC", "14334-7", "mmol/L"),
    TSH("LOINC", "3016-3", "mIU/L"),
    CALCIUM("LOINC", "2000-8", "mmol/L"),
    WEIGHT("LOINC", "29463-7", "kg"),
    WHITE_CELLS("LOINC", "6690-2", "10*3/uL"),
    ALT("LOINC", "1742-6", "U/L"),
    AST("LOINC", "1920-8", "U/L"),
    PLATELETS("LOINC", "777-3", "10*3/uL"),
    HAEMOGLOBIN("LOINC", "718-7", "g/L"),
    HAEMOGLOBIN_PER_DL("CIEL", "21", "g/dL"),
    FERRITIN("LOINC", "2276-4", "ng/mL"),
    PHQ9_TOTAL("LOINC", "44261-6", "{score}"),
    GAD7_TOTAL("LOINC", "70274-6", "{score}"),
    AUDIT_C_TOTAL("LOINC", "75626-2", "{score}"),
    SYSTOLIC("LOINC", "8480-6", "mmHg"),
    DIASTOLIC("LOINC", "8462-4", "mmHg"),
    HOME_SYSTOLIC("SNOMED CT", "413606001", "mmHg"),
    HOME_DIASTOLIC("SNOMED CT", "413605002", "mmHg"),
    DAY_SYSTOLIC("SNOMED CT", "314446007", "mmHg"),
    DAY_DIASTOLIC("SNOMED CT", "314461008", "mmHg"),
    TOTAL_CHOLESTEROL("LOINC", "14647-2", "mmol/L"),
    TOTAL_CHOLESTEROL_IN_MG("LOINC", "2093-3", "mg/dL"),
    HDL("LOINC", "14646-4", "mmol/L"),
    HDL_IN_MG("LOINC", "2085-9", "mg/dL");

    final String source;
    final String code;
    final String unit;

    Lab(String source, String code, String unit) {
        this.source = source;
        this.code = code;
        this.unit = unit;
    }

    /** Concept ids of tests, problems, drugs and answers each begin at a hundred of their own. */
    int concept() {
        return 100 + ordinal();
    }

    /** Means of readings at home, or by a device worn by day. */
    static Lab[] homePressures() {
        return new Lab[] {HOME_SYSTOLIC, HOME_DIASTOLIC, DAY_SYSTOLIC, DAY_DIASTOLIC};
    }

    boolean isPressure() {
        return this == SYSTOLIC || this == DIASTOLIC || List.of(homePressures()).contains(this);
    }

    Optional<Lab> inAnotherUnit() {
        return switch (this) {
            case ALT, AST, ALBUMIN_TO_CREATININE, PROTEIN_TO_CREATININE -> Optional.empty();
            default -> alike();
        };
    }

    /** The same, or as good as the same, in another unit. */
    Optional<Lab> alike() {
        return switch (this) {
            case CREATININE -> Optional.of(CREATININE_IN_MG);
            case CREATININE_IN_MG -> Optional.of(CREATININE);
            case HBA1C -> Optional.of(HBA1C_IN_PERCENT);
            case HBA1C_IN_PERCENT -> Optional.of(HBA1C);
            case ALBUMIN_TO_CREATININE -> Optional.of(PROTEIN_TO_CREATININE);
            case PROTEIN_TO_CREATININE -> Optional.of(ALBUMIN_TO_CREATININE);
            case ALT -> Optional.of(AST);
            case AST -> Optional.of(ALT);
            case HAEMOGLOBIN -> Optional.of(HAEMOGLOBIN_PER_DL);
            case HAEMOGLOBIN_PER_DL -> Optional.of(HAEMOGLOBIN);
            case HOME_SYSTOLIC -> Optional.of(DAY_SYSTOLIC);
            case HOME_DIASTOLIC -> Optional.of(DAY_DIASTOLIC);
            case DAY_SYSTOLIC -> Optional.of(HOME_SYSTOLIC);
            case DAY_DIASTOLIC -> Optional.of(HOME_DIASTOLIC);
            case TOTAL_CHOLESTEROL -> Optional.of(TOTAL_CHOLESTEROL_IN_MG);
            case TOTAL_CHOLESTEROL_IN_MG -> Optional.of(TOTAL_CHOLESTEROL);
            case HDL -> Optional.of(HDL_IN_MG);
            case HDL_IN_MG -> Optional.of(HDL);
            default -> Optional.empty();
        };
    }
}
