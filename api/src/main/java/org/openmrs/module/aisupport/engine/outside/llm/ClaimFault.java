/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

/** Why one suggestion of a model is not shown. The words are for an administrator, and quote nothing. */
public enum ClaimFault {
    NOT_TO_SCHEMA("A suggestion does not follow the schema."),
    SUMMARY_TOO_LONG("A suggestion's summary is longer than 140 characters."),
    TEXT_TOO_LONG("A claim is longer than can be shown."),
    NO_CLAIM("A suggestion claims nothing that could be checked."),
    UNCITED("A claim cites no item of the record."),
    WRONGLY_CITED("A claim cites an item that the model was not given."),
    NUMBER_NOT_IN_RECORD("A number in a claim or a summary does not stand in an item that is cited.");

    private final String words;

    ClaimFault(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
