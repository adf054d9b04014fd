/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.List;

/** Gives engines that come and go while the server runs, such as those that an administrator adds (E3). A bean, as an engine is. */
public interface EngineSource {

    /** As they are set up just now. Needs a transaction. */
    List<SuggestionEngine> engines();

    /** The cards of all that were ever set up here, also of those that are switched off: the past names them. Needs a transaction. */
    default List<EngineCard> known() {
        return engines().stream().map(SuggestionEngine::card).toList();
    }
}
