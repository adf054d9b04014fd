/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;

/** How well suggestions work, for whoever manages AI support: of rules and engines, never of a person (A4). */
public interface StatisticsService extends AisupportService {

    /** Of patients whose consent to {@code quality} holds now, in numbers that are each of at least five of them. */
    @Authorized(Privileges.MANAGE)
    Statistics read(StatisticsQuery query);
}
