/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.List;
import java.util.Optional;

/** Visits as the database has them, which is not what somebody is about to save. */
public interface Visits {

    /** Empty when it has ended, is voided, or was never saved. */
    Optional<ActiveVisit> active(String uuid);

    /** @param encounterUuids those that are not voided */
    record ActiveVisit(String uuid, PatientRef patient, List<String> encounterUuids) {}
}
