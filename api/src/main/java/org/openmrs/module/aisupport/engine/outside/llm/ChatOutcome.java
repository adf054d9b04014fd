/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

import java.util.List;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeResult;

/** What came of asking a model. Whatever is not {@link Answered} brought no suggestion, and is not "nothing stands out". */
public sealed interface ChatOutcome {

    /**
     * @param dropped why suggestions are not shown, one for each
     * @param body the bytes as they came, for the audit's hash and size
     */
    record Answered(List<Proposal> proposals, List<ClaimFault> dropped, byte[] body) implements ChatOutcome {
        public Answered {
            proposals = List.copyOf(proposals);
            dropped = List.copyOf(dropped);
        }

        @Override
        public String toString() {
            return "Answered[" + proposals.size() + " proposals, " + dropped.size() + " dropped, " + body.length
                    + " bytes]";
        }
    }

    /** The exchange came to nothing. */
    record Failed(ExchangeResult.Failed exchange) implements ChatOutcome {}

    /** There was an answer, but not one that can be used. */
    record Unusable(ChatFault fault, byte[] body) implements ChatOutcome {}

    /** Nothing was sent: there is no item to send. */
    record NothingToGive() implements ChatOutcome {}
}
