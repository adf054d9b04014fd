/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import java.util.Arrays;
import java.util.Optional;

/** The hooks that are called, of the many that there are; both ask for nothing but ids. */
public enum CdsHook {
    /** The GP opened a record. Its encounter is optional, and left out. */
    PATIENT_VIEW("patient-view", false),
    /** An encounter begins. */
    ENCOUNTER_START("encounter-start", true);

    private final String word;
    private final boolean ofEncounter;

    CdsHook(String word, boolean ofEncounter) {
        this.word = word;
        this.ofEncounter = ofEncounter;
    }

    public String word() {
        return word;
    }

    boolean isOfEncounter() {
        return ofEncounter;
    }

    public static Optional<CdsHook> of(String word) {
        return Arrays.stream(values()).filter(hook -> hook.word.equals(word)).findFirst();
    }
}
