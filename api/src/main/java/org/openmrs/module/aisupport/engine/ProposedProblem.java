/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.List;
import java.util.Optional;

/**
 * A problem that an engine proposes for the record: the GP may have it written as provisional with accepting (S6). It is written
 * with the first of its codes that the dictionary has, else as free text.
 *
 * @param text what it is called where the dictionary has no concept for it; at most 255 characters, as the platform takes
 * @param codes most fitting first
 * @param conceptUuid the concept, where the engine chose one from the dictionary itself
 */
public record ProposedProblem(String text, List<Coding> codes, Optional<String> conceptUuid) {

    private static final int TEXT_LENGTH = 255;

    public ProposedProblem {
        if (text == null || text.isBlank() || text.length() > TEXT_LENGTH) {
            throw new IllegalArgumentException(
                    "A proposed problem needs a text of at most " + TEXT_LENGTH + " characters.");
        }
        codes = List.copyOf(codes);
    }

    /** @param source a code system, by the name that the concept mapping knows it by */
    public record Coding(String source, String code) {}
}
