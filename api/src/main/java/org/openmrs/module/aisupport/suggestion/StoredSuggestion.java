/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.charting.EntryPreview;
import org.openmrs.module.aisupport.charting.WrittenEntry;
import org.openmrs.module.aisupport.engine.Evidence;

/**
 * A suggestion with all that a GP is shown of it.
 *
 * @param label the words of S4 in the reader's language; part of the data and never blank
 * @param previews what accepting can write into the chart; none once it is decided
 * @param written what became of what decisions on it were to write, undone ones too
 */
public record StoredSuggestion(
        Suggestion suggestion,
        SuggestionStatus status,
        String label,
        String patientName,
        List<Evidence> evidence,
        Optional<Decision> decision,
        List<EntryPreview> previews,
        List<WrittenEntry> written) {}
