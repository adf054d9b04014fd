/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** How many decisions engines outside are still to be told of, in words for an administrator. */
public class FeedbackHealth {

    private static final Duration LONG = Duration.ofHours(1);

    private final FeedbackOutbox outbox;
    private final Clock clock;

    public FeedbackHealth(FeedbackOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param well nobody has to do anything */
    public record State(boolean well, String words) {}

    /** Needs a transaction. */
    public State state() {
        FeedbackOutbox.Waiting waiting = outbox.waiting();
        if (waiting.since().isEmpty()) {
            return new State(true, "Nothing waits.");
        }
        boolean stuck = waiting.obstacle().isPresent()
                && waiting.since().get().isBefore(clock.instant().minus(LONG));
        String words = waiting.count() + " waiting, the oldest since "
                + waiting.since().get().truncatedTo(ChronoUnit.SECONDS) + ".";
        return new State(
                !stuck, words + waiting.obstacle().map(why -> " " + why).orElse(""));
    }
}
