/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.List;
import org.openmrs.module.aisupport.engine.Proposal;

/** What a rule makes of a snapshot. What can't be judged is missing something; it is never silently safe. */
sealed interface RuleAnswer {

    record Fired(Proposal proposal) implements RuleAnswer {}

    /** @param why in words for a reader of tests and logs */
    record NotFired(String why) implements RuleAnswer {}

    /** @param inputs in words for the screen */
    record Missing(List<String> inputs) implements RuleAnswer {}
}
