/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

/** Why a card is not shown. The words are for an administrator, and quote nothing. */
public enum CardFault {
    NOT_AN_OBJECT("A card is no object."),
    SUMMARY_MISSING("A card has no summary."),
    SUMMARY_TOO_LONG("A card's summary is longer than 140 characters; cut, it could say the opposite."),
    INDICATOR_UNKNOWN("A card's indicator is none of info, warning and critical."),
    SOURCE_MISSING("A card does not say what its source is."),
    WRONG_TYPE("A field of a card has another type than the specification gives it."),
    TEXT_TOO_LONG("A text of a card is longer than can be shown."),
    TOO_MANY_PARTS("A card has more suggestions, actions, reasons or links than can be shown."),
    SELECTION_UNKNOWN(
            "A card offers suggestions without saying how they are to be chosen, or in a way that we don't know."),
    SUGGESTION_INCOMPLETE("A suggestion of a card has no label."),
    ACTION_INCOMPLETE("An action of a card lacks its type, its description or what it is about."),
    REASON_INCOMPLETE("An override reason of a card lacks its code or its words."),
    LINK_INCOMPLETE("A link of a card lacks its label, its type or an address on the web."),
    REPEATED_UUID("Two cards have the same uuid, so that feedback could not tell them apart.");

    private final String words;

    CardFault(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
