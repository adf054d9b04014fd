/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

/**
 * A model as a site set it up.
 *
 * @param name what the endpoint knows it by
 * @param label who stands behind it, for the screen
 * @param maxTokens of an answer
 */
public record ChatModel(String name, String label, int maxTokens) {

    public ChatModel {
        if (name.isBlank() || label.isBlank() || label.length() > 250 || maxTokens < 1) {
            throw new IllegalArgumentException(
                    "A model needs a name, a label of at most 250 characters and a limit of tokens.");
        }
    }
}
