/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

import java.time.Instant;
import java.util.Optional;

/** Which audit rows, and which part of them. {@code from} is included, {@code to} is not. */
public record AuditQuery(
        Optional<String> patientUuid, Optional<Instant> from, Optional<Instant> to, int startIndex, int limit) {}
