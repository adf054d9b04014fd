/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How GPs and patients put a problem that a dictionary knows by its name only: "water works burn" for a cystitis. For whichever concept of
 * the dictionary is called so: by name and not by code, since dictionaries map a code of a classification to narrower things.
 */
record Wordings(List<Wording> all) {

    /**
     * One problem.
     *
     * @param finding a symptom or finding, and no diagnosis
     */
    record Wording(List<String> names, List<String> says, boolean finding) {}

    static Wordings load() {
        List<Wording> wordings = new ArrayList<>();
        for (JsonNode json : NoteFiles.read("wordings.json").path("wordings")) {
            wordings.add(new Wording(
                    NoteFiles.texts(json.path("names")),
                    NoteFiles.texts(json.path("says")),
                    json.path("finding").asBoolean()));
        }
        return new Wordings(List.copyOf(wordings));
    }
}
