/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import org.openmrs.module.aisupport.validation.Problems;

/** Who gave the consent: the patient, or somebody who may speak for the patient. */
public record Giver(Role role, String name, String relationship) {

    public enum Role {
        PATIENT,
        GUARDIAN,
        PROXY
    }

    void validate(Problems problems) {
        problems.required(role, "givenBy.role");
        problems.atMost(255, name, "givenBy.name").atMost(255, relationship, "givenBy.relationship");
        if (role == Role.GUARDIAN || role == Role.PROXY) {
            problems.required(name, "givenBy.name").required(relationship, "givenBy.relationship");
        }
    }
}
