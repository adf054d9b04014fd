/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.metrics;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;

/** Numbers for whoever runs the server: see docs/operations.md. */
public interface MetricsService extends AisupportService {

    /** Nothing of them is about a patient. What can't be read now is left out, and how many those are is told too. */
    @Authorized(Privileges.READ_METRICS)
    List<Metric> metrics();
}
