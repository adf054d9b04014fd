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
import java.util.List;
import org.openmrs.module.aisupport.platform.Gauges;

/** How many decisions engines outside are still to be told of, in words for an administrator. */
public class FeedbackHealth implements Gauges {

    private static final Duration LONG = Duration.ofHours(1);

    private final FeedbackOutbox outbox;
    private final Clock clock;

    public FeedbackHealth(FeedbackOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                new Gauge(
                        "aisupport_database_feedback_waiting",
                        "Decisions that engines outside are still to be told of.",
                        () -> outbox.waiting().count()),
                new Gauge(
                        "aisupport_database_feedback_oldest_seconds",
                        "Age of the oldest of them, 0 where there is none.",
                        () -> outbox.waiting()
                                .since()
                                .map(since ->
                                        Duration.between(since, clock.instant()).toMillis() / 1000.0)
                                .orElse(0.0)));
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
