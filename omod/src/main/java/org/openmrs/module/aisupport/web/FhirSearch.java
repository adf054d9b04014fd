/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.Set;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/**
 * The parameters of a search. One that isn't known is refused: passed over, it would answer more than was asked for, and who asks for
 * {@code status=active} might take whatever comes for a yes.
 */
final class FhirSearch {

    private static final String REFERENCE = "Patient/";
    private static final Set<String> KNOWN = Set.of("patient", "_count", "_format", "_pretty");
    private static final Set<String> FORMATS = Set.of("json", "application/json", FhirPaths.JSON);
    private static final int LARGEST_COUNT = 10_000;

    private final Parameters parameters;

    FhirSearch(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The uuid of the patient whose consent is asked for. */
    String patient() {
        parameters.refuseOthers(KNOWN);
        parameters
                .optional("_format")
                .filter(format -> !FORMATS.contains(format))
                .ifPresent(format -> {
                    throw InvalidRequestException.of("_format", "unknown", "Only " + FhirPaths.JSON + " is answered.");
                });
        // There are as many Consents as purposes at most, so no answer has a second page.
        int most = Purpose.values().length;
        parameters.integer("_count", most, most, LARGEST_COUNT);
        String patient = parameters.required("patient");
        return patient.startsWith(REFERENCE) ? patient.substring(REFERENCE.length()) : patient;
    }
}
