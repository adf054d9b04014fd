/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.Optional;

/**
 * Which of the suggestions that wait for the user's decision.
 *
 * @param patientUuid only those of this patient
 */
public record AwaitingQuery(Optional<String> patientUuid, int startIndex, int limit) {}
