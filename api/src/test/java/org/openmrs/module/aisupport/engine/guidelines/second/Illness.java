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
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.DEPRESSION;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.DIABETES;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.HYPERTENSION;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.KIDNEY_DISEASE;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.KIDNEY_FAILURE;
import static org.openmrs.module.aisupport.engine.guidelines.second.Illness.Group.PREGNANCY;

import java.util.Set;

/** Problems of a made-up chart, with what they mean for a guideline. */
enum Illness {
    CKD_STAGE_3("ICD-10-WHO", "N18.3", KIDNEY_DISEASE),
    TYPE_2_DIABETES("ICD-10-WHO", "E11.9", DIABETES),
    DIABETES_WITH_KIDNEY_COMPLICATIONS("ICD-10-WHO", "E11.2", DIABETES, KIDNEY_DISEASE),
    ESSENTIAL_HYPERTENSION("ICD-10-WHO", "I10", HYPERTENSION),
    HYPERTENSIVE_KIDNEY_DISEASE("ICD-10-WHO", "I12.9", HYPERTENSION, KIDNEY_DISEASE),
    ON_DIALYSIS("ICD-10-WHO", "Z99.2", KIDNEY_FAILURE),
    ACUTE_KIDNEY_FAILURE("ICD-10-WHO", "N17.9", ACUTE_KIDNEY_INJURY),
    DEPRESSIVE_EPISODE("ICD-10-WHO", "F32.1", DEPRESSION),
    GENERALISED_ANXIETY("ICD-10-WHO", "F41.1", ANXIETY),
    MIXED_ANXIETY_AND_DEPRESSION("ICD-10-WHO", "F41.2", ANXIETY, DEPRESSION),
    ALCOHOL_DEPENDENCE("ICD-10-WHO", "F10.2", ALCOHOL),
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
