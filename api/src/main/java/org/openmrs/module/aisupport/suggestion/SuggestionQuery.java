/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.Optional;

/**
 * Which suggestions of a patient.
 *
 * @param encounterUuid with it: the undecided ones, and those decided in that encounter
 * @param status only those of this status
 * @param silent true where nobody will look at the answer, as where they are counted: what is found was then read, but not seen
 */
public record SuggestionQuery(
        String patientUuid,
        Optional<String> encounterUuid,
        Optional<SuggestionStatus> status,
        boolean silent,
        int startIndex,
        int limit) {}
