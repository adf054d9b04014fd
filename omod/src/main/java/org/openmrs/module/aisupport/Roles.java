/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roles that the module makes once, as a start; a site arranges them as it likes. */
final class Roles {

    static final String GP = "AI Support: GP";
    static final String RECEPTIONIST = "AI Support: Receptionist";
    static final String ADMINISTRATOR = "AI Support: Administrator";
    static final String MONITORING = "AI Support: Monitoring";

    private Roles() {}

    static Map<String, List<String>> privilegesByRole() {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        roles.put(
                GP,
                List.of(
                        Privileges.VIEW_CONSENT,
                        Privileges.RECORD_CONSENT,
                        Privileges.VIEW_SUGGESTIONS,
                        Privileges.REQUEST_SUGGESTIONS,
                        Privileges.DECIDE_SUGGESTIONS,
                        Privileges.PATIENT_REPORT));
        roles.put(RECEPTIONIST, List.of(Privileges.VIEW_CONSENT, Privileges.RECORD_CONSENT));
        roles.put(ADMINISTRATOR, List.of(Privileges.VIEW_CONSENT, Privileges.VIEW_AUDIT, Privileges.MANAGE));
        roles.put(MONITORING, List.of(Privileges.READ_METRICS));
        return roles;
    }
}
