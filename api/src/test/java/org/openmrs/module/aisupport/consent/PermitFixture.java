/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.util.Set;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Permits for tests of what reads a record. Outside tests only the gate makes one. */
public final class PermitFixture {

    private PermitFixture() {}

    public static Permit permit(PatientRef patient, boolean includesSensitive, Instant issuedAt) {
        return new Permit(patient, Purpose.OWN_CARE, includesSensitive, Set.of(), issuedAt);
    }
}
