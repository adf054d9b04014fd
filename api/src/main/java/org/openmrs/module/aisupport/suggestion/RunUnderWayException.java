/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

/** The engines are at this patient's record already. Names the run that is not over. */
public class RunUnderWayException extends RuntimeException {

    private final String runUuid;

    RunUnderWayException(Run run) {
        super("Engines are looking at this patient's record already: "
                + run.getRequester().name() + " asked them.");
        this.runUuid = run.getUuid();
    }

    public String runUuid() {
        return runUuid;
    }
}
