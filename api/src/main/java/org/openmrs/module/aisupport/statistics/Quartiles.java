/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.time.Duration;

/** Times from the first showing to the decision: a quarter, half, and three quarters of them are at most this long. */
public record Quartiles(Duration lower, Duration median, Duration upper) {}
