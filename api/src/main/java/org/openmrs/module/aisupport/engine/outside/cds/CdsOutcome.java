/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import java.util.List;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeResult;

/** What came of a call. Whatever is not {@link Answered} brought no suggestion. */
public sealed interface CdsOutcome {

    /**
     * @param offers in the service's order
     * @param cards what was read, dropped and ignored
     * @param body the bytes as they came, for the audit's hash and size
     */
    record Answered(List<Offer> offers, CdsCards cards, byte[] body) implements CdsOutcome {
        public Answered {
            offers = List.copyOf(offers);
        }

        @Override
        public String toString() {
            return "Answered[" + offers.size() + " offers, " + body.length + " bytes]";
        }
    }

    /** A proposal, and the card that it was made of. */
    record Offer(Proposal proposal, CdsCard card) {}

    /** The exchange came to nothing. */
    record Failed(ExchangeResult.Failed exchange) implements CdsOutcome {}

    /** There was an answer, but it isn't one of CDS Hooks: no list of cards, or more than anybody could read. */
    record NoCards(byte[] body) implements CdsOutcome {}

    /** Nothing was sent: the service asks for data, and none of it can be given. */
    record NothingToGive(List<String> unanswered) implements CdsOutcome {}
}
