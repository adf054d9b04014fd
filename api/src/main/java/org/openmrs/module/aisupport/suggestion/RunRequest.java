/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.List;
import org.openmrs.module.aisupport.validation.Problems;

/**
 * Which engines should look at whom.
 *
 * @param visitUuid the visit it is asked in; may be null
 * @param encounterUuid the encounter it is asked in; may be null
 * @param engines ids; empty means every engine inside the practice
 */
public record RunRequest(String patientUuid, String visitUuid, String encounterUuid, List<String> engines) {

    public RunRequest {
        engines = engines == null ? List.of() : List.copyOf(engines);
    }

    void refuseNonsense() {
        new Problems().required(patientUuid, "patient").refuseIfAny();
    }
}
