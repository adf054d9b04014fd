/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.Optional;

/** An engine outside that can be told what GPs made of its proposals (E3). As with what it is asked, the bytes are known before they go. */
public interface FeedbackEngine extends OutsideEngine {

    /**
     * Whether the handle came from where this engine stands now. An administrator may have given it another address since, and whoever
     * listens there has nothing to do with it.
     */
    boolean gave(ProposalHandle handle);

    /** Makes what would be told, the same bytes each time, and sends nothing. Empty where its protocol has no way of saying it. */
    Optional<Message> feedback(ProposalHandle handle, Verdict verdict);

    interface Message {

        /** Everything that leaves, as it leaves. */
        byte[] payload();

        Delivery send();
    }
}
