/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

/** Why a model's answer as a whole is not used. The words are for an administrator, and quote nothing. */
public enum ChatFault {
    NOT_A_COMPLETION("The answer is not a chat completion with one choice."),
    REFUSED("The model refused to answer."),
    FILTERED("The provider's content filter cut the answer."),
    CUT_OFF("The answer reached the limit of tokens and is cut off. Allow more, or declare fewer inputs."),
    STOPPED("The model stopped for a reason that we don't know, or did not say why."),
    EMPTY("The model answered with nothing."),
    NOT_TO_SCHEMA(
            "The model's answer does not follow the schema that it was given. Does the server support response_format?"),
    TOO_MANY_SUGGESTIONS("The model made more suggestions than a GP could read.");

    private final String words;

    ChatFault(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
