/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

/**
 * The person attribute "AI support consent" (C6), which registration screens, REST and FHIR clients see and may change.
 * It mirrors the ledger for the purpose {@code own-care}; where the two disagree, the gate denies.
 */
public interface ConsentMirror {

    /** What the attribute says now, read past every cache. */
    Value read(PatientRef patient);

    /** Makes the attribute say a value. Throws what the platform throws, for instance when the person no longer validates. */
    void write(PatientRef patient, Value value);

    /** What the mirror can say. */
    enum Value {
        YES,
        NO,
        UNDECIDED,
        ABSENT,
        /** More than one answer, an answer outside the value set, or a dictionary without the answers. */
        UNREADABLE
    }
}
