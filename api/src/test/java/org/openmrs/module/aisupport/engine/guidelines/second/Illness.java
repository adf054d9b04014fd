/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.ACUTE_KIDNEY_INJURY;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.ALCOHOL;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.ANXIETY;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.ARTERIAL_DISEASE;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.ATRIAL_FIBRILLATION;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.BRAIN_HAEMORRHAGE;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.CANCER;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.CIRRHOSIS;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.DEPRESSION;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.DIABETES;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.FAMILIAL_HYPERCHOLESTEROLAEMIA;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.FATTY_LIVER_OR_TYPE_2_DIABETES;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.HEART_FAILURE;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.HEART_VALVE;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.HYPERTENSION;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.IRON_DEFICIENCY;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.KIDNEY_DISEASE;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.KIDNEY_FAILURE;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.PREGNANCY;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.SMOKING;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.STROKE;

import java.util.Set;

/** Problems of a made-up chart, with what they mean for a guideline. */
enum Illness {
    CKD_STAGE_3("ICD-10-WHO", "N18.3", KIDNEY_DISEASE),
    TYPE_1_DIABETES("ICD-10-WHO", "E10.9", DIABETES),
    TYPE_2_DIABETES("ICD-10-WHO", "E11.9", DIABETES, FATTY_LIVER_OR_TYPE_2_DIABETES),
    DIABETES_WITH_KIDNEY_COMPLICATIONS("ICD-10-WHO", "E11.2", DIABETES, FATTY_LIVER_OR_TYPE_2_DIABETES, KIDNEY_DISEASE),
    ESSENTIAL_HYPERTENSION("ICD-10-WHO", "I10", HYPERTENSION),
    HYPERTENSIVE_KIDNEY_DISEASE("ICD-10-WHO", "I12.9", HYPERTENSION, KIDNEY_DISEASE),
    ON_DIALYSIS("ICD-10-WHO", "Z99.2", KIDNEY_FAILURE),
    ACUTE_KIDNEY_FAILURE("ICD-10-WHO", "N17.9", ACUTE_KIDNEY_INJURY),
    DEPRESSIVE_EPISODE("ICD-10-WHO", "F32.1", DEPRESSION),
    GENERALISED_ANXIETY("ICD-10-WHO", "F41.1", ANXIETY),
    MIXED_ANXIETY_AND_DEPRESSION("ICD-10-WHO", "F41.2", ANXIETY, DEPRESSION),
    ALCOHOL_DEPENDENCE("ICD-10-WHO", "F10.2", ALCOHOL),
    PAROXYSMAL_ATRIAL_FIBRILLATION("ICD-10-WHO", "I48.0", ATRIAL_FIBRILLATION),
    ATRIAL_FLUTTER("ICD-10-WHO", "I48.3", ATRIAL_FIBRILLATION),
    CONGESTIVE_HEART_FAILURE("ICD-10-WHO", "I50.0", HEART_FAILURE),
    HYPERTENSIVE_HEART_FAILURE("ICD-10-WHO", "I11.0", HYPERTENSION, HEART_FAILURE),
    DILATED_CARDIOMYOPATHY("ICD-10-WHO", "I42.0"),
    ISCHAEMIC_STROKE("ICD-10-WHO", "I63.9", STROKE),
    OLD_STROKE("ICD-10-WHO", "I69.3", STROKE),
    STROKE_OF_UNKNOWN_KIND("ICD-10-WHO", "I64", STROKE),
    TIA("ICD-10-WHO", "G45.9", STROKE),
    TRANSIENT_GLOBAL_AMNESIA("ICD-10-WHO", "G45.4"),
    INTRACEREBRAL_HAEMORRHAGE("ICD-10-WHO", "I61.9", BRAIN_HAEMORRHAGE),
    OLD_MYOCARDIAL_INFARCTION("ICD-10-WHO", "I25.2", ARTERIAL_DISEASE),
    ANGINA("ICD-10-WHO", "I20.9", ARTERIAL_DISEASE),
    ATHEROSCLEROSIS_OF_THE_LEGS("ICD-10-WHO", "I70.2", ARTERIAL_DISEASE),
    MITRAL_STENOSIS("ICD-10-WHO", "I05.0", HEART_VALVE),
    MITRAL_INSUFFICIENCY("ICD-10-WHO", "I34.0"),
    PROSTHETIC_VALVE("ICD-10-WHO", "Z95.2", HEART_VALVE),
    FATTY_LIVER("ICD-10-WHO", "K76.0", FATTY_LIVER_OR_TYPE_2_DIABETES),
    CIRRHOSIS_OF_THE_LIVER("ICD-10-WHO", "K74.6", CIRRHOSIS),
    IRON_DEFICIENCY_ANAEMIA("ICD-10-WHO", "D50.9", IRON_DEFICIENCY),
    BREAST_CANCER("ICD-10-WHO", "C50.9", CANCER),
    INHERITED_HYPERCHOLESTEROLAEMIA("SNOMED CT", "398036000", FAMILIAL_HYPERCHOLESTEROLAEMIA),
    PURE_HYPERCHOLESTEROLAEMIA("ICD-10-WHO", "E78.0"),
    SMOKER("SNOMED CT", "77176002", SMOKING),
    TOBACCO_USE("ICD-10-WHO", "Z72.0", SMOKING),
    PREGNANT("SNOMED CT", "77386006", PREGNANCY);

    enum Group {
        KIDNEY_DISEASE,
        KIDNEY_FAILURE,
        ACUTE_KIDNEY_INJURY,
        DIABETES,
        HYPERTENSION,
        DEPRESSION,
        ANXIETY,
        ALCOHOL,
        ATRIAL_FIBRILLATION,
        HEART_FAILURE,
        STROKE,
        BRAIN_HAEMORRHAGE,
        ARTERIAL_DISEASE,
        HEART_VALVE,
        CANCER,
        FATTY_LIVER_OR_TYPE_2_DIABETES,
        CIRRHOSIS,
        IRON_DEFICIENCY,
        FAMILIAL_HYPERCHOLESTEROLAEMIA,
        SMOKING,
        PREGNANCY
    }

    final String source;
    final String code;
    final Set<Group> groups;

    Illness(String source, String code, Group... groups) {
        this.source = source;
        this.code = code;
        this.groups = Set.of(groups);
    }

    int concept() {
        return 500 + ordinal();
    }
}
