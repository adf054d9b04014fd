/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.Optional;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * Something that proposes suggestions (E1). Another module contributes one as a Spring bean. It gets a snapshot, which exists only
 * where consent permits, and never the patient, the database or the user; it runs in a thread that has none of them.
 */
public interface SuggestionEngine {

    /** Who made it, what for, what it reads and which version it is; the same object at every call. */
    EngineCard card();

    /**
     * The engine as this site has set it up just now. Asked once for a run, where settings can be read; what it returns keeps to that
     * for the whole run, and knows nothing of the platform.
     */
    default SuggestionEngine asSetUp() {
        return this;
    }

    /** What is wrong with how this site has set it up, in words for an administrator. It must not keep the engine from working. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    /** Where an engine stands that has to prepare itself, in words for an administrator: nothing that somebody has to mend. */
    default Optional<String> progress() {
        return Optional.empty();
    }

    /** Called with a snapshot that holds the inputs of the card and no others. May throw: that costs this engine's run only. */
    EngineAnswer suggest(Snapshot snapshot);
}
