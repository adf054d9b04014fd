/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.List;
import org.openmrs.module.aisupport.platform.PatientRecord;

/**
 * A run as it stands.
 *
 * @param permitted whether consent holds now; without it nothing that quotes the record is shown
 */
public record RunReport(Run run, RunStatus status, PatientRecord patient, List<RunPart> parts, boolean permitted) {}
