/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.Arrays;
import java.util.Locale;

/**
 * What of the person a source card says whether it is used: the nine that the United States ask for of decision support that rests
 * on evidence (HTI-1, 45 CFR 170.315(b)(11)(iv)(A), 89 FR 1192).
 */
public enum PersonalData {
    RACE,
    ETHNICITY,
    LANGUAGE,
    SEXUAL_ORIENTATION,
    GENDER_IDENTITY,
    SEX,
    DATE_OF_BIRTH,
    SOCIAL_DETERMINANTS_OF_HEALTH,
    /** Such as a pregnancy, or what a questionnaire found. */
    HEALTH_STATUS_ASSESSMENTS;

    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** @throws IllegalArgumentException for words that are none of them */
    public static PersonalData of(String words) {
        return Arrays.stream(values())
                .filter(data -> data.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(words + " is none of " + Arrays.toString(values())));
    }
}
