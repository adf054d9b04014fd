/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.Set;

/** Which of a dictionary's concepts are problems, by the names that OpenMRS's dictionaries give to their classes. */
final class ProblemClasses {

    private static final Set<String> FINDINGS = Set.of("Finding", "Symptom", "Symptom/Finding");

    static final Set<String> ALL = Set.of("Diagnosis", "Finding", "Symptom", "Symptom/Finding");

    private ProblemClasses() {}

    static boolean isFinding(String conceptClass) {
        return FINDINGS.contains(conceptClass);
    }
}
