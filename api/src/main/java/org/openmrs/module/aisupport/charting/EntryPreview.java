/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

import java.util.Optional;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;

/**
 * What accepting can write into the chart, as the GP is shown it before (S6).
 *
 * @param concept what it is coded with; empty for free text and for plan notes
 * @param obstacle why it can't be written as things stand
 */
public record EntryPreview(
        EntryKind kind, String text, Optional<EntryConcept> concept, Optional<EntryObstacle> obstacle) {}
