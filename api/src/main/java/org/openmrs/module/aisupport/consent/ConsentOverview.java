/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.List;
import org.openmrs.module.aisupport.platform.PatientRecord;

/**
 * Everything a patient said about AI.
 *
 * @param purposes all five, in their order
 * @param events the ledger, also of records that were merged into this one, newest first
 * @param leaflets those that the events name
 */
public record ConsentOverview(
        PatientRecord patient, List<PurposeState> purposes, List<ConsentEvent> events, List<Leaflet> leaflets) {}
