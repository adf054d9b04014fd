/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds patients, and tells whether an encounter or a visit is theirs. Voided records are not found. */
public interface Patients {

    Optional<PatientRecord> byUuid(String uuid);

    /** Looked up without any cache of the platform, for the gate. */
    Optional<PatientRecord> byId(int id);

    /** As {@link #byUuid}, also of a voided record: what was done with it is told all the same. */
    Optional<PatientRecord> byUuidEvenVoided(String uuid);

    /** Also voided ones: somebody may say no to what a closed record holds. Empty when there never was one, or it was purged. */
    Optional<PatientRef> findEvenVoided(String uuid);

    /** True when the record was merged into another, and closed by that. */
    boolean isMergedAway(PatientRef patient);

    /** Names of patients by id; a patient without a name has an empty one. */
    Map<Integer, String> names(Collection<Integer> ids);

    boolean hasEncounter(PatientRef patient, String encounterUuid);

    boolean hasVisit(PatientRef patient, String visitUuid);
}
