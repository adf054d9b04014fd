/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Duration;
import java.util.Map;
import org.openmrs.module.aisupport.platform.Actor;

/** Something that may happen to a patient's suggestions. Each prints itself, so that a failure reads as a story. */
sealed interface SuggestionStep {

    /** What a rule makes of the record, which is as the step says. */
    enum Verdict {
        SILENT,
        ON_LOW,
        ON_HIGH,
        BROKEN
    }

    /** Engines look and answer before anything else happens. */
    record Asked(Actor by, Map<String, Verdict> verdicts) implements SuggestionStep {}

    /** Engines begin to look; what they make of it arrives later. */
    record Begun(Actor by, Map<String, Verdict> verdicts) implements SuggestionStep {}

    /** The answer of the run that was begun arrives. */
    record Answered() implements SuggestionStep {}

    /** Somebody cancels the run that was begun. */
    record Cancelled() implements SuggestionStep {}

    /** Which one is counted through those that there are. */
    record Decided(Actor by, int which, Answer answer, Seen seen) implements SuggestionStep {}

    record Undone(Actor by, int which) implements SuggestionStep {}

    record Withdrawn() implements SuggestionStep {}

    record Granted() implements SuggestionStep {}

    record TimePasses(Duration by) implements SuggestionStep {}

    enum Answer {
        ACCEPT,
        ACCEPT_IN_OWN_WORDS,
        REJECT
    }

    /** Which version of it the screen showed, as far as it says. */
    enum Seen {
        UNSAID,
        CURRENT,
        OUTDATED
    }
}
