/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the dictionary calls its problems. Reads all of them at once: for a thread in the background. */
public interface ProblemDictionary {

    /**
     * Names, synonyms and short names in one language, whichever country's, of the concepts of these classes, neither retired nor voided;
     * by concept, the one to show first.
     */
    List<ProblemName> names(Set<String> classes, Locale language);

    record ProblemName(int conceptId, String conceptUuid, String conceptClass, String name) {}
}
