/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * Something that proposes suggestions (E1). Another module contributes one as a Spring bean. It gets a snapshot, which exists only
 * where consent permits, and never the patient, the database or the user; it runs in a thread that has none of them.
 */
public interface SuggestionEngine {

    /** Who made it, what for, what it reads and which version it is; the same object at every call. */
    EngineCard card();

    /** Called with a snapshot that holds the inputs of the card and no others. May throw: that costs this engine's run only. */
    EngineAnswer suggest(Snapshot snapshot);
}
