/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import java.util.Optional;
import org.openmrs.module.aisupport.engine.Delivery;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.FeedbackEngine;
import org.openmrs.module.aisupport.engine.ProposalHandle;
import org.openmrs.module.aisupport.engine.Verdict;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * An engine around whose telling a test does something.
 *
 * @param whenPacked happens after the gate was asked, and before the feedback is claimed
 */
record WatchedEngine(FeedbackEngine inner, Runnable whenPacked, Around around) implements FeedbackEngine {

    WatchedEngine(FeedbackEngine inner, Around around) {
        this(inner, () -> {}, around);
    }

    @FunctionalInterface
    interface Around {
        Delivery send(Message message);
    }

    /** As if the machine had gone down: nothing catches it. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;
    }

    @Override
    public Optional<Message> feedback(ProposalHandle handle, Verdict verdict) {
        return inner.feedback(handle, verdict).map(message -> new Message() {
            @Override
            public byte[] payload() {
                whenPacked.run();
                return message.payload();
            }

            @Override
            public Delivery send() {
                return around.send(message);
            }
        });
    }

    @Override
    public boolean gave(ProposalHandle handle) {
        return inner.gave(handle);
    }

    @Override
    public EngineCard card() {
        return inner.card();
    }

    @Override
    public Parcel pack(Snapshot snapshot) {
        return inner.pack(snapshot);
    }
}
