/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Optional;

/** Finds patients, and tells whether an encounter or a visit is theirs. Voided records are not found. */
public interface Patients {

    Optional<PatientRecord> byUuid(String uuid);

    /** Looked up without any cache of the platform, for the gate. */
    Optional<PatientRecord> byId(int id);

    boolean hasEncounter(PatientRef patient, String encounterUuid);

    boolean hasVisit(PatientRef patient, String visitUuid);
}
