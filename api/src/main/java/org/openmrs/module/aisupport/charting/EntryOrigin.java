/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

import java.time.Instant;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.platform.PatientRef;

/**
 * The decision that entries come of.
 *
 * @param encounterUuid where it was made, if in one
 * @param text the wording that was accepted, the GP's own or the suggestion's
 */
public record EntryOrigin(
        PatientRef patient,
        String suggestionUuid,
        String decisionUuid,
        Optional<String> encounterUuid,
        Optional<ProposedProblem> problem,
        String text,
        Instant at) {}
