/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.consent.DenialReason;

/**
 * Part of a patient's suggestions, most severe first, then newest.
 *
 * @param denial why undecided ones are not shown; empty when consent permits them
 */
public record SuggestionPage(List<StoredSuggestion> suggestions, long total, Optional<DenialReason> denial) {}
