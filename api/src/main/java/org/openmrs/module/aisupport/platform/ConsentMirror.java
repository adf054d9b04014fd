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

    /** The attribute type's uuid, which the module gives it. */
    String ATTRIBUTE_TYPE = "5c1d3a42-7e0b-4f37-9b1c-7a1f6d0e8c11";

    /** The uuid of the module's own concept for yes, which counts where no setting names the site's. */
    String YES_CONCEPT = "8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e01";

    /** What the attribute says now, read past every cache. */
    Reading read(PatientRef patient);

    /**
     * Makes the attribute say a value, and tells what it now holds. Throws what the platform throws, for instance when the person no
     * longer validates.
     */
    Reading write(PatientRef patient, Value value);

    /**
     * What the attribute says.
     *
     * @param stored what it holds, by which a change is recognised; empty text when there is no attribute
     */
    record Reading(Value value, String stored) {}

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
