/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.status;

import java.util.List;
import java.util.Map;
import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;

/** Setting up what the platform lacks, and telling an administrator what works and what is missing. */
public interface StatusService extends AisupportService {

    /**
     * Adds answers, attribute type, roles and the database's guards where they are missing. Returns what the platform or the
     * database refused, and why.
     */
    @Authorized(Privileges.MANAGE)
    List<String> setUp(Map<String, List<String>> privilegesByRole);

    @Authorized(Privileges.MANAGE)
    List<Check> checks();

    /** One thing that must be so for the module to do its whole work. */
    record Check(String name, boolean ok, String detail) {}
}
