/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

/**
 * What an engine outside knows a proposal by: kept with the suggestion and handed back to the engine when it is to learn what became of it.
 * Nobody else reads it, and nobody is shown it.
 */
public record ProposalHandle(String text) {

    /** What is longer could not be kept. */
    public static final int LENGTH = 2_000;

    public ProposalHandle {
        if (text.isBlank() || text.length() > LENGTH) {
            throw new IllegalArgumentException("A handle has between 1 and " + LENGTH + " characters.");
        }
    }

    /** None of its text, which is another in each answer: the same proposal again has the same hash. */
    @Override
    public String toString() {
        return "ProposalHandle";
    }
}
