/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;

/** What engines there are, and what this dictionary can supply to them. */
public interface EngineService extends AisupportService {

    @Authorized({Privileges.VIEW_SUGGESTIONS, Privileges.MANAGE})
    List<EngineCard> engines();

    /** @throws org.openmrs.module.aisupport.validation.NotFoundException if there is no such engine */
    @Authorized({Privileges.VIEW_SUGGESTIONS, Privileges.MANAGE})
    EngineCard engine(String id);

    /** Which inputs and rules this dictionary can supply, before anyone relies on them. */
    @Authorized(Privileges.MANAGE)
    Coverage coverage();

    /**
     * Counts, among the patients who permit it, for how many the rules' required inputs were ever recorded. A separate wish and not a
     * part of the coverage: it looks at many records, and that is audited.
     */
    @Authorized(Privileges.MANAGE)
    PatientCounts countPatients();
}
