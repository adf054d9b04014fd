/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.PatientRef;

/** A consent that the practice may want to ask for again, and why. */
public record Renewal(
        PatientRef patient,
        String patientName,
        Purpose purpose,
        ConsentStatus status,
        Optional<DenialReason> reason,
        Optional<Instant> since,
        Optional<Instant> expires) {}
