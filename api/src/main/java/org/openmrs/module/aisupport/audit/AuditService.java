/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;

/** Reading the audit. Who read it is in the audit too. */
public interface AuditService extends AisupportService {

    @Authorized(Privileges.VIEW_AUDIT)
    AuditPage read(AuditQuery query);

    /** The newest failures of engines and rules. */
    @Authorized(Privileges.MANAGE)
    List<AuditRow> recentFailures(int limit);
}
